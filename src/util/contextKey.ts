import * as vscode from 'vscode';

/** A `when`-clause key; the only caller of `setContext`. */
export class ContextKey<T extends string | number | boolean> {
	private value: T | undefined;

	constructor(private readonly name: string) {}

	async set(value: T | undefined): Promise<void> {
		if (value !== this.value) {
			this.value = value;
			await vscode.commands.executeCommand('setContext', this.name, value);
		}
	}
}
