import assert from 'node:assert/strict';
import type { Change, History } from '../../../../src/core/history/history';
import type { HistoryEntryName } from '../../../../src/core/history/historyEntry';
import type { KeptSave } from '../../../../src/core/remote/save';

/** A change that was kept, and the entry that was made of it. */
export interface KeptChange extends KeptSave {
	readonly entry: HistoryEntryName;
}

export async function keepChange(history: History, change: Change): Promise<KeptChange> {
	let entry: HistoryEntryName | undefined;
	const save = await history.keep(change, made => Promise.resolve(void (entry = made)));
	return { ...save, entry: entry ?? assert.fail('no entry') };
}
