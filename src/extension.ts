import * as vscode from 'vscode';
import type { Exchange } from './core/api/send/exchangeLog';
import { registerCommands } from './commands/registerCommands';
import { Reporter } from './commands/reporter';
import { Catalog } from './catalog/catalog';
import { CatalogMemory } from './catalog/catalogMemory';
import { ConnectorFileSystem } from './documents/connectorFileSystem';
import { scheme } from './core/remote/documentPath';
import { Documents } from './documents/documents';
import { KeptBlanks } from './documents/blanks/keptBlanks';
import { MixedLineEndings } from './documents/notices/mixedLineEndings';
import { OpenedTexts } from './documents/openedTexts';
import { InterruptedSaves } from './documents/saves/interruptedSaves';
import { RemoteChanges } from './documents/notices/remoteChanges';
import { RecentDocuments } from './documents/recentDocuments';
import type { History } from './core/history/history';
import { SaveBatches } from './documents/saves/saveBatches';
import { SaveNoticeEvents } from './documents/notices/saveNoticeEvents';
import { SaveOrigins } from './documents/origins/saveOrigins';
import { Saves } from './documents/saves/saves';
import { ReportedStateMemory } from './documents/reportedStateMemory';
import { VersionTexts } from './documents/versionTexts';
import { LanguageStart } from './language/languageStart';
import { PreviewStart } from './pages/panel/previewStart';
import { CredentialStore } from './tenants/credentialStore';
import { EmbeddedSample } from './tenants/embeddedSample';
import { Tenants } from './tenants/tenants';
import { syncedKeys, TenantStore } from './tenants/tenantStore';
import { localUser } from './util/localUser';
import { setting } from './util/settings';
import { SteadyMemento } from './util/steadyMemento';
import { AccessDecorations } from './views/accessDecorations';
import { AccessStatus } from './views/accessStatus';
import { ConnectorTree } from './views/connectorTree';
import { RemoteChangeStatus } from './views/remoteChangeStatus';
import { HistoryEntryContext } from './views/historyEntryContext';

/** What has to come to an end before the extension host may, and what that needs until then. */
const unfinished = new Map<Documents, vscode.Disposable>();

export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('ISC Connectors', { log: true });
	const memory = new SteadyMemento(context.globalState);
	const sample = new EmbeddedSample(context.globalStorageUri);
	const credentials = new CredentialStore(context.secrets);
	const stored = new TenantStore(memory, vscode.Uri.joinPath(context.globalStorageUri, 'tenants.json'));
	const tenants = new Tenants(stored, credentials, sample, {
		log: exchange => log.info(line(exchange)),
		timeout: () => 1000 * setting('requestTimeout'),
		deprecated: ({ name, version }) => log.warn(`${name} says that version ${version} of its API will end.`),
	});
	const reporter = new Reporter(tenants, log);
	const note = (error: unknown) => reporter.note(error);
	const client = (tenant: string) => tenants.client(tenant);
	const isThere = (tenant: string) => tenants.getNow(tenant) !== undefined;
	const history = historyIn(vscode.Uri.joinPath(context.globalStorageUri, 'history'), isThere, note);
	const catalog = new Catalog(client, new CatalogMemory(memory));
	const documents = new Documents(client, catalog, new ReportedStateMemory(context.workspaceState), note);
	const opened = new OpenedTexts(documents);
	const versions = new VersionTexts(documents, history);
	const saves = new Saves(tenants, documents, history, async () => {
		const { SaveQuestions } = await import('./documents/saves/saveQuestions');
		return new SaveQuestions(versions);
	});
	const batches = new SaveBatches(documents, saves);
	const changes = new RemoteChanges(documents, note);
	const interruptedSaves = new InterruptedSaves(history, documents, note);
	const origins = new SaveOrigins();
	const files = new ConnectorFileSystem(tenants, catalog, documents, saves, origins, note);
	const { refactored } = origins;
	const language = new LanguageStart({ catalog, documents, refactored, log: note });
	const previews = new PreviewStart({ language, tenants, extensionUri: context.extensionUri, log: note });
	const recent = new RecentDocuments(memory);
	const tree = new ConnectorTree(tenants, catalog, memory, error => log.error(String(error), error));
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
		opened,
		versions,
		saves,
		batches,
		batches.onDidFail(batch => void reporter.tellOfFailedSaves(batch)),
		changes,
		interruptedSaves,
		origins,
		files,
		language,
		previews,
		recent,
		tree,
		new SaveNoticeEvents(tenants, documents, saves, versions, note),
		new AccessDecorations(tenants),
		new AccessStatus(tenants, previews),
		new RemoteChangeStatus(tenants, changes),
		new HistoryEntryContext(versions),
		new MixedLineEndings(opened, documents),
		new KeptBlanks(),
		vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
		vscode.window.registerUriHandler({
			handleUri: async uri => {
				const { LinkHandler } = await import('./commands/document/linkHandler');
				await new LinkHandler(tenants, reporter).handleUri(uri);
			},
		}),
		registerCommands({
			tenants,
			catalog,
			documents,
			saves,
			history,
			versions,
			opened,
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
		}),
	);
	interruptedSaves.start();
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
	let loading: Promise<History> | undefined;
	const load = async () => {
		const { History } = await import('./core/history/history');
		return new History({
			folder: folder.fsPath,
			retention: () => ({ count: setting('history.count'), age: setting('history.days') }),
			by: localUser(),
			isThere,
			log,
		});
	};
	const forget = (error: unknown) => {
		loading = undefined;
		throw error;
	};
	return () => (loading ??= load().catch(forget));
}

function line({ method, path, status, milliseconds, trackingId }: Exchange): string {
	return [method, path, status ?? 'no answer', `${milliseconds} ms`, trackingId].filter(Boolean).join(' ');
}
