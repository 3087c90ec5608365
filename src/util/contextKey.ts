import * as vscode from 'vscode';

const command = 'setContext';

/** A `when`-clause key; the only caller of `setContext`. */
export class ContextKey<T extends string | number | boolean> {
	private value: T | undefined;

	constructor(private readonly name: string) {}

	async set(value: T | undefined): Promise<void> {
		if (value !== this.value) {
			this.value = value;
			await vscode.commands.executeCommand(command, this.name, value);
		}
	}

	/** What VS Code can run to set it. */
	setting(value: T): vscode.Command {
		return { command, title: '', arguments: [this.name, value] };
	}
}
