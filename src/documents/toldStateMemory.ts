import type * as vscode from 'vscode';
import type { ToldStates } from './versions';

const key = 'iscConnectors.toldStates';
/** How many documents are remembered, the latest ones. */
const most = 200;

interface Stored {
	readonly sizes: Readonly<Record<string, number>>;
	readonly mtime: number;
}

/** What VS Code was told of the documents' versions, over restarts. */
export class ToldStateMemory {
	constructor(private readonly memory: vscode.Memento) {}

	of(uri: string): ToldStates {
		const { sizes = {}, mtime = 0 } = this.all()[uri] ?? {};
		return { sizes: new Map(Object.entries(sizes)), mtime };
	}

	keep(uri: string, { sizes, mtime }: ToldStates): void {
		const others = Object.entries(this.all()).filter(([known]) => known !== uri);
		const all = [...others, [uri, { sizes: Object.fromEntries(sizes), mtime }] as const].slice(-most);
		void this.memory.update(key, Object.fromEntries(all));
	}

	private all(): Readonly<Record<string, Stored>> {
		return this.memory.get(key, {});
	}
}
