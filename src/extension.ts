import * as vscode from 'vscode';
import type { Editing } from './editing';
import { registerAgentTools } from './agents/agentTools';
import type { ContributedTool, ToolCalls } from './agents/toolCalls';
import type { CommandId } from './commands/ids';
import { registerCommands } from './commands/registerCommands';
import { Reporter } from './commands/reporter';
import type { Studio } from './commands/studio';
import { Catalog } from './catalog/catalog';
import { CatalogMemory } from './catalog/catalogMemory';
import { sampleIds } from './core/api/tenant';
import { scheme } from './core/remote/documentPath';
import type { History } from './core/history/history';
import { FileSystemStart } from './documents/fileSystemStart';
import { helpQuery, versionScheme } from './documents/versionUri';
import { LanguageStart } from './language/languageStart';
import { PreviewStart } from './pages/panel/previewStart';
import { CredentialStore } from './tenants/credentialStore';
import { EmbeddedSample } from './tenants/embeddedSample';
import { Tenants } from './tenants/tenants';
import { syncedKeys, TenantStore } from './tenants/tenantStore';
import { DisposableStore } from './util/disposables';
import { localUser } from './util/localUser';
import { lazy } from './util/lazy';
import { setting } from './util/settings';
import { SteadyMemento } from './util/steadyMemento';
import { ConnectorTree } from './views/connectorTree';

/** What has to come to an end before the extension host may. */
const unfinished = new Set<() => Promise<void>>();

/** Milliseconds that the start of VS Code has for itself. */
const afterStart = 500;

export function activate(context: vscode.ExtensionContext): void {
	const storage = context.globalStorageUri;
	const memory = new SteadyMemento(context.globalState);
	const samples = sampleIds.map(id => new EmbeddedSample(id, storage));
	const neededBySaves = new DisposableStore();
	samples.forEach(sample => neededBySaves.add(sample));
	const log = lazy(() =>
		Promise.resolve(neededBySaves.add(vscode.window.createOutputChannel('ISC Connectors', { log: true }))),
	);
	const credentials = new CredentialStore(context.secrets);
	const stored = new TenantStore(memory, vscode.Uri.joinPath(storage, 'tenants.json'));
	const tenants = new Tenants(stored, credentials, samples, {
		log: ({ id, name }, text, level) => {
			const line = `${tenants.get(id)?.name ?? name} · ${text}`;
			void log().then(channel => channel[level](line));
		},
		timeout: () => 1000 * setting('requestTimeout'),
	});
	const reporter = new Reporter(tenants, log);
	const note = (error: unknown, tenant?: string) => reporter.note(error, tenant);
	const isThere = (tenant: string) => tenants.getNow(tenant) !== undefined;
	const history = historyIn(vscode.Uri.joinPath(storage, 'history'), isThere, note);
	const catalog = new Catalog(id => tenants.client(id), new CatalogMemory(memory));
	const sources = lazy(async () => {
		const { TenantSources } = await import('./catalog/tenantSources');
		const made = new TenantSources(id => tenants.client(id));
		context.subscriptions.push(made);
		return made;
	});
	const fileChange = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	const versionChange = new vscode.EventEmitter<vscode.Uri>();
	let loaded: Editing | undefined;
	const editing: () => Promise<Editing> = lazy(async () => {
		const { Editing } = await import('./editing');
		loaded = new Editing({
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
		context.subscriptions.push(loaded);
		return loaded;
	});
	const files = new FileSystemStart(fileChange.event, async () => (await editing()).files, note);
	const language = new LanguageStart(async () => {
		const { documents, origins } = await editing();
		return { catalog, sources: await sources(), documents, refactored: origins.refactored, log: note };
	}, note);
	const previews = new PreviewStart({
		language,
		tenants,
		detail: (tenant, scriptName) => catalog.detail(tenant, scriptName),
		sources,
		extensionUri: context.extensionUri,
		log: note,
		giveBack: async (uris, edit) => (await editing()).documents.giveBack(uris, edit),
	});
	const { version, contributes } = context.extension.packageJSON as Manifest;
	const tree = new ConnectorTree(tenants, catalog, sources, memory, error => void reporter.write(error));
	const view = tree.createView('iscConnectors.tenants');
	const walkthrough = lazy(async () => {
		const { Walkthrough } = await import('./commands/walkthrough/walkthrough');
		return new Walkthrough(tenants, memory);
	});
	const studio: () => Promise<Studio> = lazy(async () => {
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
	context.globalState.setKeysForSync(syncedKeys);
	unfinished.add(async () => {
		await loaded?.documents.settled();
		neededBySaves.dispose();
	});
	context.subscriptions.push(
		credentials,
		tenants,
		tenants.onTokenEnds(end => void reporter.tellOfEnd(end)),
		catalog,
		files,
		language,
		previews,
		tree,
		view.onDidChangeVisibility(({ visible }) => {
			if (visible) {
				walkthrough()
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
				await new LinkHandler(tenants, reporter).handleUri(uri);
			},
		}),
		registerAgentTools(contributes.languageModelTools, agents),
		registerCommands({ reporter }, contributes.commands, studio),
	);
	const looking = setTimeout(() => {
		tenants.followOtherWindows();
		editing()
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

/** What the tenants had before each save, loaded when it is first needed. */
function historyIn(
	folder: vscode.Uri,
	isThere: (tenant: string) => boolean,
	log: (error: unknown) => void,
): () => Promise<History> {
	return lazy(async () => {
		const { History } = await import('./core/history/history');
		return new History({
			folder: folder.fsPath,
			retention: () => ({ count: setting('history.count'), age: setting('history.days') }),
			by: localUser(),
			isThere,
			log,
		});
	});
}
