import * as vscode from 'vscode';
import type { Catalog } from '../documents/catalog';
import type { Tenants } from '../tenants/tenants';
import { userMessage } from '../util/userMessage';
import type { ConnectorTree } from '../views/connectorTree';
import type { TreeNode } from '../views/treeNode';
import { CallerError } from './callerError';
import { connectorCommands } from './connectorCommands';
import { commandIds, type CommandId, type Handler } from './ids';
import { tenantCommands } from './tenantCommands';

/** What the commands work with. */
export interface Studio {
	readonly tenants: Tenants;
	readonly catalog: Catalog;
	readonly tree: ConnectorTree;
	readonly view: vscode.TreeView<TreeNode>;
	readonly log: vscode.LogOutputChannel;
}

export function registerCommands(studio: Studio): vscode.Disposable {
	const handlers: Record<CommandId, Handler> = {
		...tenantCommands(studio),
		...connectorCommands(studio),
		'iscConnectors.log.show': () => studio.log.show(),
	};
	return vscode.Disposable.from(
		...commandIds.map(id =>
			vscode.commands.registerCommand(id, (...args: unknown[]) => run(studio, id, handlers[id], args)),
		),
	);
}

/** The one place that tells people of errors: the log gets the whole, they get a sentence. */
async function run(
	{ log }: Studio,
	id: CommandId,
	handler: Handler,
	args: readonly unknown[],
): Promise<unknown> {
	try {
		return await handler(...args);
	} catch (error) {
		if (error instanceof CallerError) {
			throw error.cause;
		}
		const message = userMessage(error);
		if (message !== undefined) {
			log.error(id, error);
			void tell(log, message);
		}
		return undefined;
	}
}

async function tell(log: vscode.LogOutputChannel, message: string): Promise<void> {
	const showLog = vscode.l10n.t('Show Log');
	if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) {
		log.show();
	}
}
