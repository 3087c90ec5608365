import type * as vscode from 'vscode';

const memoryKey = 'iscConnectors.expanded';

/** The keys of the rows that are expanded, kept over restarts. */
export class ExpandedRows {
	private readonly keys: Set<string>;

	constructor(private readonly memory: vscode.Memento) {
		const kept = memory.get<unknown>(memoryKey);
		this.keys = new Set(Array.isArray(kept) ? kept.filter(key => typeof key === 'string') : []);
	}

	has(key: string): boolean {
		return this.keys.has(key);
	}

	note(key: string, isExpanded: boolean): void {
		if (isExpanded === this.keys.has(key)) {
			return;
		}
		if (isExpanded) {
			this.keys.add(key);
		} else {
			this.keys.delete(key);
		}
		void this.memory.update(memoryKey, [...this.keys]);
	}
}
