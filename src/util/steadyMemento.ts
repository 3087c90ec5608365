import type * as vscode from 'vscode';

/**
 * A memento that loses no write that quickly follows another one. VS Code notifies an extension of its own writes to
 * `globalState`, and the late notice of the first write overwrites the second (`ExtensionMemento` in VS Code's
 * extHostMemento.ts). So each write waits here until the previous one is done.
 */
export class SteadyMemento implements vscode.Memento {
	private readonly waiting = new Map<string, unknown>();
	private writing: Promise<void> | undefined;

	constructor(private readonly memory: vscode.Memento) {}

	keys(): readonly string[] {
		const waiting = [...this.waiting].filter(([, value]) => value !== undefined).map(([key]) => key);
		return [...new Set([...this.memory.keys().filter(key => !this.waiting.has(key)), ...waiting])];
	}

	// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- VS Code's own signature
	get<T>(key: string): T | undefined;
	get<T>(key: string, byDefault: T): T;
	get(key: string, byDefault?: unknown): unknown {
		return this.waiting.has(key) ? (this.waiting.get(key) ?? byDefault) : this.memory.get(key, byDefault);
	}

	/** Resolves when VS Code has everything that was written until then. */
	update(key: string, value: unknown): Promise<void> {
		this.waiting.set(key, value);
		return (this.writing ??= this.writeAll());
	}

	private async writeAll(): Promise<void> {
		try {
			while (this.waiting.size > 0) {
				const batch = [...this.waiting];
				await Promise.all(batch.map(([key, value]) => this.memory.update(key, value)));
				for (const [key, value] of batch) {
					if (this.waiting.get(key) === value) {
						this.waiting.delete(key);
					}
				}
			}
		} finally {
			this.writing = undefined; // Before anybody can run: the next write begins a new round.
		}
	}
}
