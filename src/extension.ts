import * as vscode from 'vscode';
import type { Browsing } from './browsing';
import type { Editing } from './editing';
import { registerAgentTools } from './agents/agentTools';
import type { ContributedTool, ToolCalls } from './agents/toolCalls';
import type { CommandId } from './commands/ids';
import { registerCommands } from './commands/registerCommands';
import type { Studio } from './commands/studio';
import { scheme } from './core/remote/documentPath';
import { FileSystemStart } from './documents/fileSystemStart';
import { helpQuery, versionScheme } from './documents/versionUri';
import { LanguageStart } from './language/languageStart';
import { PreviewStart } from './pages/panel/previewStart';
import { lazy } from './util/lazy';
import type { TreeNode } from './views/treeNode';
import { TreeStart } from './views/treeStart';

/** What has to come to an end before the extension host may. */
const unfinished = new Set<() => Promise<void>>();

/** Milliseconds that the start of VS Code has for itself. */
const afterStart = 500;

/** Registers what the manifest declares; what is behind it is loaded with the first that is used. */
export function activate(context: vscode.ExtensionContext): void {
	const storage = context.globalStorageUri;
	const { version, contributes } = context.extension.packageJSON as Manifest;
	const loaded: { browsing?: Browsing; editing?: Editing } = {};
	const browsing: () => Promise<Browsing> = lazy(async () => {
		const { Browsing } = await import('./browsing');
		loaded.browsing = new Browsing({
			globalState: context.globalState,
			secrets: context.secrets,
			storage,
			view,
			rowChange,
		});
		context.subscriptions.push(loaded.browsing);
		return loaded.browsing;
	});
	const note = (error: unknown, tenant?: string) =>
		void browsing().then(({ reporter }) => reporter.note(error, tenant));
	const rowChange = new vscode.EventEmitter<TreeNode | undefined>();
	const view = vscode.window.createTreeView('iscConnectors.tenants', {
		treeDataProvider: new TreeStart(rowChange.event, async () => (await browsing()).tree),
		showCollapseAll: true,
		canSelectMany: true,
	});
	const fileChange = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	const versionChange = new vscode.EventEmitter<vscode.Uri>();
	const editing: () => Promise<Editing> = lazy(async () => {
		const [{ tenants, catalog, sources, history, tree, reporter, memory }, { Editing }] = await Promise.all([
			browsing(),
			import('./editing'),
		]);
		loaded.editing = new Editing({
			tenants,
			catalog,
			sources,
			showEffects: async (...effects) => {
				const { showEffects } = await import('./commands/source/showEffects');
				await showEffects({ tenants, catalog, sources: await sources(), tree, view, reporter }, ...effects);
			},
			pages: previews,
			history,
			reporter,
			memory,
			windowMemory: context.workspaceState,
			fileChange,
			versionChange,
		});
		context.subscriptions.push(loaded.editing);
		return loaded.editing;
	});
	const files = new FileSystemStart(fileChange.event, async () => (await editing()).files, note);
	const language = new LanguageStart(async () => {
		const { catalog, sources } = await browsing();
		const { documents, origins } = await editing();
		return { catalog, sources: await sources(), documents, refactored: origins.refactored, log: note };
	}, note);
	const previews = new PreviewStart(async () => {
		const { tenants, catalog, sources } = await browsing();
		return {
			language,
			tenants,
			detail: (tenant, scriptName) => catalog.detail(tenant, scriptName),
			sources,
			extensionUri: context.extensionUri,
			log: note,
			giveBack: async (uris, edit) => (await editing()).documents.giveBack(uris, edit),
		};
	});
	const studio: () => Promise<Studio> = lazy(async () => {
		const { tenants, catalog, sources, history, tree, walkthrough, log, reporter } = await browsing();
		const {
			documents,
			effects,
			opened,
			origins,
			blanks,
			saves,
			reviews,
			proposals,
			changes,
			versions,
			recent,
		} = await editing();
		return {
			tenants,
			catalog,
			sources: await sources(),
			effects,
			agents,
			documents,
			saves,
			origins,
			reviews,
			proposals,
			history,
			versions,
			opened,
			blanks,
			changes,
			language,
			previews,
			recent,
			tree,
			view,
			walkthrough: await walkthrough(),
			log: await log(),
			reporter,
			version,
			extensionId: context.extension.id,
			storage,
			subscriptions: context.subscriptions,
		};
	});
	const agents: () => Promise<ToolCalls> = lazy(async () => {
		const { ToolCalls } = await import('./agents/toolCalls');
		const made = new ToolCalls(await studio(), contributes.languageModelTools, note);
		context.subscriptions.push(made);
		return made;
	});
	unfinished.add(async () => {
		await loaded.editing?.documents.settled();
		loaded.browsing?.end();
	});
	context.subscriptions.push(
		files,
		language,
		previews,
		view,
		view.onDidChangeVisibility(({ visible }) => {
			if (visible) {
				browsing()
					.then(({ walkthrough }) => walkthrough())
					.then(each => each.openOnFirstUse())
					.catch(note);
			}
		}),
		vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
		vscode.workspace.registerTextDocumentContentProvider(versionScheme, {
			onDidChange: versionChange.event,
			provideTextDocumentContent: async uri => {
				if (uri.query === helpQuery) {
					const { accessibilityHelp } = await import('./commands/help/accessibilityHelp');
					return accessibilityHelp();
				}
				return (await editing()).versions.textOf(uri);
			},
		}),
		vscode.window.registerUriHandler({
			handleUri: async uri => {
				const { LinkHandler } = await import('./commands/document/linkHandler');
				const { tenants, reporter } = await browsing();
				await new LinkHandler(tenants, reporter).handleUri(uri);
			},
		}),
		registerAgentTools(contributes.languageModelTools, agents),
		registerCommands(async () => (await browsing()).reporter, contributes.commands, studio),
	);
	const looking = setTimeout(() => {
		browsing()
			.then(({ tenants }) => tenants.followOtherWindows())
			.then(editing)
			.then(({ interruptedSaves }) => interruptedSaves.look())
			.catch(note);
	}, afterStart);
	context.subscriptions.push({ dispose: () => clearTimeout(looking) });
}

/** What the extension reads of its own manifest. */
interface Manifest {
	readonly version: string;
	readonly contributes: {
		readonly commands: readonly { readonly command: CommandId }[];
		readonly languageModelTools: readonly ContributedTool[];
	};
}

/** VS Code waits a few seconds for this when a window closes: long enough for a save that is under way. */
export async function deactivate(): Promise<void> {
	const finishing = [...unfinished];
	unfinished.clear();
	await Promise.all(finishing.map(finish => finish()));
}
