import assert from 'node:assert/strict';
import { History, type HistoryOptions } from '../../../../src/core/history/history';

/** A history in this folder, as one window has it; what it would write to the log fails the test. */
export function historyIn(folder: string, options: Partial<HistoryOptions> = {}): History {
	return new History({
		folder,
		retention: () => ({ count: 50, age: 90 }),
		by: 'me@here',
		log: error => assert.fail(String(error)),
		...options,
	});
}
