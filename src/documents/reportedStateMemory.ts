import type * as vscode from 'vscode';
import { isObject } from '../core/api/errors';
import type { ReportedStates } from '../core/remote/versions';

const key = 'iscConnectors.toldStates';
/** How many documents are remembered beside those with unsaved text, the ones that were asked about last. */
const most = 200;

/**
 * What was reported to VS Code of the documents' versions, over restarts, in the memory of one window: an unsaved text comes back
 * in the window in which it was typed.
 */
export class ReportedStateMemory {
	constructor(private readonly memory: Pick<vscode.Memento, 'get' | 'update'>) {}

	of(uri: string): ReportedStates {
		const kept = this.all()[uri];
		const { sizes, mtime, base, sent } = isObject(kept) ? kept : {};
		const entries = Object.entries(isObject(sizes) ? sizes : {});
		return {
			sizes: new Map(entries.filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]))),
			mtime: typeof mtime === 'number' ? mtime : 0,
			base: typeof base === 'string' ? base : undefined,
			sent: Array.isArray(sent) ? sent.filter(each => typeof each === 'string') : [],
		};
	}

	keep(uri: string, { sizes, mtime, base, sent = [] }: ReportedStates): void {
		const others = Object.entries(this.all()).filter(([known]) => known !== uri);
		const stored = {
			sizes: Object.fromEntries(sizes),
			mtime,
			...(base !== undefined && { base }),
			...(sent.length > 0 && { sent }),
		};
		const all = [...others, [uri, stored] as const];
		const saved = all.filter(([, each]) => !isObject(each) || each['base'] === undefined);
		const superfluous = new Set(saved.slice(0, -most));
		void this.memory.update(key, Object.fromEntries(all.filter(each => !superfluous.has(each))));
	}

	/** Whatever another version of this extension may have kept. */
	private all(): Readonly<Record<string, unknown>> {
		const kept = this.memory.get<unknown>(key);
		return isObject(kept) ? kept : {};
	}
}
