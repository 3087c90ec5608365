import type * as vscode from 'vscode';

const key = 'iscConnectors.sizes';
/** How many documents are remembered, the latest ones. */
const most = 200;

/**
 * The sizes under which versions were shown to VS Code, over restarts: an unsaved text comes back with the size of the
 * version it was made from, and VS Code compares that with the size that it is told then.
 */
export class SizeMemory {
	constructor(private readonly memory: vscode.Memento) {}

	/** Hash → size. */
	of(uri: string): Map<string, number> {
		return new Map(Object.entries(this.all()[uri] ?? {}));
	}

	keep(uri: string, sizes: ReadonlyMap<string, number>): void {
		const others = Object.entries(this.all()).filter(([known]) => known !== uri);
		const all = [...others, [uri, Object.fromEntries(sizes)] as const].slice(-most);
		void this.memory.update(key, Object.fromEntries(all));
	}

	private all(): Readonly<Record<string, Readonly<Record<string, number>>>> {
		return this.memory.get(key, {});
	}
}
