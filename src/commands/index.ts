import * as vscode from 'vscode';
import type { Catalog } from '../documents/catalog';
import type { Documents } from '../documents/documents';
import type { OpenedTexts } from '../documents/openedTexts';
import type { RecentDocuments } from '../documents/recentDocuments';
import type { RestorePoints } from '../documents/restorePoints';
import type { Saves } from '../documents/saves';
import type { VersionTexts } from '../documents/versionTexts';
import type { LanguageStart } from '../language/start';
import type { PreviewStart } from '../preview/start';
import type { Tenants } from '../tenants/tenants';
import type { ConnectorTree } from '../views/connectorTree';
import type { TreeNode } from '../views/treeNode';
import { CallerError } from './callerError';
import { commandIds, type CommandId, type Handler } from './ids';
import type { Reporter } from './reporter';

/** What the commands work with. */
export interface Studio {
	readonly tenants: Tenants;
	readonly catalog: Catalog;
	readonly documents: Documents;
	readonly saves: Saves;
	readonly points: () => Promise<RestorePoints>;
	readonly versions: VersionTexts;
	readonly opened: OpenedTexts;
	readonly language: LanguageStart;
	readonly previews: PreviewStart;
	readonly recent: RecentDocuments;
	readonly tree: ConnectorTree;
	readonly view: vscode.TreeView<TreeNode>;
	readonly log: vscode.LogOutputChannel;
	readonly reporter: Reporter;
	/** Of this extension. */
	readonly version: string;
	readonly extensionId: string;
	/** Where this extension keeps files on this machine. */
	readonly storage: vscode.Uri;
	/** What a command makes to stay is disposed of with the extension. */
	readonly subscriptions: vscode.ExtensionContext['subscriptions'];
}

/** Registers every command; what they do is loaded with the first one. */
export function registerCommands(studio: Studio): vscode.Disposable {
	let loading: Promise<Record<CommandId, Handler>> | undefined;
	const load = async () => (await import('./handlers')).handlersOf(studio);
	return vscode.Disposable.from(
		...commandIds.map(id =>
			vscode.commands.registerCommand(id, (...args: unknown[]) =>
				run(studio, id, async () => (await (loading ??= load()))[id](...named(studio, args))),
			),
		),
	);
}

/** A key is bound to a command with the argument `selection`, which stands for what is chosen in the tree. */
function named({ view }: Studio, args: readonly unknown[]): readonly unknown[] {
	return args[0] === 'selection' ? [view.selection[0], view.selection] : args;
}

async function run({ reporter }: Studio, id: CommandId, command: () => Promise<unknown>): Promise<unknown> {
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
