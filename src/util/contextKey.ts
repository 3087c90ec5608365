import * as vscode from 'vscode';

/** A `when`-clause key; the only caller of `setContext`. */
export class ContextKey<T extends string | number | boolean> {
	constructor(private readonly name: string) {}

	set(value: T | undefined): Thenable<unknown> {
		return vscode.commands.executeCommand('setContext', this.name, value);
	}
}
