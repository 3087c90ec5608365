import type * as vscode from 'vscode';
import { isObject } from '../api/errors';
import type { ToldStates } from './versions';

const key = 'iscConnectors.toldStates';
/** How many documents are remembered, the latest ones. */
const most = 200;

/** What VS Code was told of the documents' versions, over restarts. */
export class ToldStateMemory {
	constructor(private readonly memory: vscode.Memento) {}

	of(uri: string): ToldStates {
		const kept = this.all()[uri];
		const { sizes, mtime } = isObject(kept) ? kept : {};
		const entries = Object.entries(isObject(sizes) ? sizes : {});
		return {
			sizes: new Map(entries.filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]))),
			mtime: typeof mtime === 'number' ? mtime : 0,
		};
	}

	keep(uri: string, { sizes, mtime }: ToldStates): void {
		const others = Object.entries(this.all()).filter(([known]) => known !== uri);
		const all = [...others, [uri, { sizes: Object.fromEntries(sizes), mtime }] as const].slice(-most);
		void this.memory.update(key, Object.fromEntries(all));
	}

	/** Whatever another version of this extension may have kept. */
	private all(): Readonly<Record<string, unknown>> {
		const kept = this.memory.get<unknown>(key);
		return isObject(kept) ? kept : {};
	}
}
