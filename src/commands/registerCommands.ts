import * as vscode from 'vscode';
import { CallerError } from './callerError';
import { lazy } from '../util/lazy';
import type { CommandId } from './ids';
import type { Reporter } from './reporter';
import type { Studio } from './studio';

/** Registers the commands that the manifest declares; what they do is loaded with the first one. */
export function registerCommands(
	reporter: () => Promise<Reporter>,
	declared: readonly { readonly command: CommandId }[],
	load: () => Promise<Studio>,
): vscode.Disposable {
	const handlers = lazy(async () => (await import('./handlers')).handlersOf(await load()));
	return vscode.Disposable.from(
		...declared.map(({ command: id }) =>
			vscode.commands.registerCommand(id, (...args: unknown[]) =>
				run(reporter, id, async () => (await handlers())[id](...args)),
			),
		),
	);
}

async function run(
	reporter: () => Promise<Reporter>,
	id: CommandId,
	command: () => Promise<unknown>,
): Promise<unknown> {
	try {
		return await command();
	} catch (error) {
		if (error instanceof CallerError) {
			throw error.cause;
		}
		(await reporter()).report(id, error);
		return undefined;
	}
}
