import * as vscode from 'vscode';
import type { Editing } from './editing';
import { registerCommands } from './commands/registerCommands';
import { Reporter } from './commands/reporter';
import { Catalog } from './catalog/catalog';
import { CatalogMemory } from './catalog/catalogMemory';
import { ConnectorFileSystem } from './documents/connectorFileSystem';
import { scheme } from './core/remote/documentPath';
import { Documents } from './documents/documents';
import { RecentDocuments } from './documents/recentDocuments';
import type { History } from './core/history/history';
import { ReportedStateMemory } from './documents/reportedStateMemory';
import { versionScheme } from './documents/versionUri';
import { LanguageStart } from './language/languageStart';
import { PreviewStart } from './pages/panel/previewStart';
import { CredentialStore } from './tenants/credentialStore';
import { EmbeddedSample } from './tenants/embeddedSample';
import { Tenants } from './tenants/tenants';
import { syncedKeys, TenantStore } from './tenants/tenantStore';
import { localUser } from './util/localUser';
import { lazy } from './util/lazy';
import { setting } from './util/settings';
import { SteadyMemento } from './util/steadyMemento';
import { ConnectorTree } from './views/connectorTree';

/** What has to come to an end before the extension host may, and what that needs until then. */
const unfinished = new Map<Documents, vscode.Disposable>();

/** Milliseconds that the start of VS Code has for itself. */
const afterStart = 500;

export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('ISC Connectors', { log: true });
	const memory = new SteadyMemento(context.globalState);
	const sample = new EmbeddedSample(context.globalStorageUri);
	const credentials = new CredentialStore(context.secrets);
	const stored = new TenantStore(memory, vscode.Uri.joinPath(context.globalStorageUri, 'tenants.json'));
	const tenants = new Tenants(stored, credentials, sample, {
		log: ({ id, name }, text, level) => log[level](`${tenants.get(id)?.name ?? name} · ${text}`),
		timeout: () => 1000 * setting('requestTimeout'),
	});
	const reporter = new Reporter(tenants, log);
	const note = (error: unknown, tenant?: string) => reporter.note(error, tenant);
	const client = (tenant: string) => tenants.client(tenant);
	const isThere = (tenant: string) => tenants.getNow(tenant) !== undefined;
	const history = historyIn(vscode.Uri.joinPath(context.globalStorageUri, 'history'), isThere, note);
	const catalog = new Catalog(client, new CatalogMemory(memory));
	const documents = new Documents(client, catalog, new ReportedStateMemory(context.workspaceState), note);
	const versionChange = new vscode.EventEmitter<vscode.Uri>();
	const editing: () => Promise<Editing> = lazy(async () => {
		const { Editing } = await import('./editing');
		const loaded = new Editing({
			tenants,
			catalog,
			documents,
			versionChange,
			pages: previews,
			history,
			reporter,
		});
		context.subscriptions.push(loaded);
		return loaded;
	});
	const files = new ConnectorFileSystem(tenants, catalog, documents, editing, note);
	const language = new LanguageStart(async () => {
		const { refactored } = (await editing()).origins;
		return { catalog, documents, refactored, log: note };
	}, note);
	const previews = new PreviewStart({
		language,
		tenants,
		extensionUri: context.extensionUri,
		log: note,
		giveBack: (uris, edit) => documents.giveBack(uris, edit),
	});
	const recent = new RecentDocuments(memory);
	const tree = new ConnectorTree(tenants, catalog, memory, error => void reporter.write(error));
	const view = tree.createView('iscConnectors.tenants');
	const { version } = context.extension.packageJSON as { readonly version: string };
	context.globalState.setKeysForSync(syncedKeys);
	unfinished.set(documents, vscode.Disposable.from(log, sample));
	context.subscriptions.push(
		credentials,
		tenants,
		tenants.onTokenEnds(end => void reporter.tellOfEnd(end)),
		catalog,
		documents,
		files,
		language,
		previews,
		recent,
		tree,
		vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
		vscode.workspace.registerTextDocumentContentProvider(versionScheme, {
			onDidChange: versionChange.event,
			provideTextDocumentContent: async uri => (await editing()).versions.textOf(uri),
		}),
		vscode.window.registerUriHandler({
			handleUri: async uri => {
				const { LinkHandler } = await import('./commands/document/linkHandler');
				await new LinkHandler(tenants, reporter).handleUri(uri);
			},
		}),
		registerCommands({ reporter }, async () => {
			const { opened, origins, blanks, saves, reviews, changes, versions } = await editing();
			return {
				tenants,
				catalog,
				documents,
				saves,
				origins,
				reviews,
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
				log,
				reporter,
				version,
				extensionId: context.extension.id,
				storage: context.globalStorageUri,
				subscriptions: context.subscriptions,
			};
		}),
	);
	const looking = setTimeout(
		() =>
			void editing()
				.then(({ interruptedSaves }) => interruptedSaves.look())
				.catch(note),
		afterStart,
	);
	context.subscriptions.push({ dispose: () => clearTimeout(looking) });
}

/** VS Code waits a few seconds for this when a window closes: long enough for a save that is under way. */
export async function deactivate(): Promise<void> {
	for (const [documents, needed] of unfinished) {
		unfinished.delete(documents);
		await documents.settled();
		needed.dispose();
	}
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
