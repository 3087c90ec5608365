import type * as vscode from 'vscode';
import type { ToldStates } from './versions';

const key = 'iscConnectors.toldStates';
/** How many documents are remembered beside those with unsaved text, the ones that were asked about last. */
const most = 200;

interface Stored {
	readonly sizes: Readonly<Record<string, number>>;
	readonly mtime: number;
	readonly base?: string;
}

/**
 * What VS Code was told of the documents' versions, over restarts, in the memory of one window: an unsaved text comes back
 * in the window in which it was typed.
 */
export class ToldStateMemory {
	constructor(private readonly memory: Pick<vscode.Memento, 'get' | 'update'>) {}

	of(uri: string): ToldStates {
		const { sizes = {}, mtime = 0, base } = this.all()[uri] ?? {};
		return { sizes: new Map(Object.entries(sizes)), mtime, base };
	}

	keep(uri: string, { sizes, mtime, base }: ToldStates): void {
		const others = Object.entries(this.all()).filter(([known]) => known !== uri);
		const stored: Stored = {
			sizes: Object.fromEntries(sizes),
			mtime,
			...(base !== undefined && { base }),
		};
		const all = [...others, [uri, stored] as const];
		const saved = all.filter(([, each]) => each.base === undefined);
		const superfluous = new Set(saved.slice(0, -most));
		void this.memory.update(key, Object.fromEntries(all.filter(each => !superfluous.has(each))));
	}

	private all(): Readonly<Record<string, Stored>> {
		return this.memory.get(key, {});
	}
}
