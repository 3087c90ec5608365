import * as vscode from 'vscode';
import { CallerError } from './callerError';
import { lazy } from '../util/lazy';
import { commandIds, type CommandId } from './ids';
import type { Studio } from './studio';

/** Registers every command; what they do is loaded with the first one. */
export function registerCommands(
	studio: Pick<Studio, 'view' | 'reporter'>,
	load: () => Promise<Studio>,
): vscode.Disposable {
	const handlers = lazy(async () => (await import('./handlers')).handlersOf(await load()));
	return vscode.Disposable.from(
		...commandIds.map(id =>
			vscode.commands.registerCommand(id, (...args: unknown[]) =>
				run(studio, id, async () => (await handlers())[id](...named(studio, args))),
			),
		),
	);
}

/** A key is bound to a command with the argument `selection`, which stands for what is chosen in the tree. */
function named({ view }: Pick<Studio, 'view'>, args: readonly unknown[]): readonly unknown[] {
	return args[0] === 'selection' ? [view.selection[0], view.selection] : args;
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
