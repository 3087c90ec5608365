import * as vscode from 'vscode';
import { CallerError } from './callerError';
import { lazy } from '../util/lazy';
import type { CommandId } from './ids';
import type { Studio } from './studio';

/** Registers the commands that the manifest declares; what they do is loaded with the first one. */
export function registerCommands(
	studio: Pick<Studio, 'reporter'>,
	declared: readonly { readonly command: CommandId }[],
	load: () => Promise<Studio>,
): vscode.Disposable {
	const handlers = lazy(async () => (await import('./handlers')).handlersOf(await load()));
	return vscode.Disposable.from(
		...declared.map(({ command: id }) =>
			vscode.commands.registerCommand(id, (...args: unknown[]) =>
				run(studio, id, async () => (await handlers())[id](...args)),
			),
		),
	);
}

async function run(
	{ reporter }: Pick<Studio, 'reporter'>,
	id: CommandId,
	command: () => Promise<unknown>,
): Promise<unknown> {
	try {
		return await command();
	} catch (error) {
		if (error instanceof CallerError) {
			throw error.cause;
		}
		reporter.report(id, error);
		return undefined;
	}
}
