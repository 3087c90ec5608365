import * as vscode from 'vscode';
import type { Exchange } from './api/exchangeLog';
import { registerCommands } from './commands';
import { LinkHandler } from './commands/linkHandler';
import { Reporter } from './commands/reporter';
import { Approval } from './documents/approval';
import { Catalog } from './documents/catalog';
import { ConnectorFileSystem } from './documents/connectorFileSystem';
import { scheme } from './documents/documentPath';
import { Documents } from './documents/documents';
import { MixedLineEndings } from './documents/mixedLineEndings';
import { SizeMemory } from './documents/sizeMemory';
import { CredentialStore } from './tenants/credentialStore';
import { EmbeddedSample } from './tenants/embeddedSample';
import { Tenants } from './tenants/tenants';
import { syncedKeys, TenantStore } from './tenants/tenantStore';
import { AccessDecorations } from './views/accessDecorations';
import { AccessStatus } from './views/accessStatus';
import { ConnectorTree } from './views/connectorTree';

export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('ISC Connectors', { log: true });
	const sample = new EmbeddedSample(context.globalStorageUri);
	const credentials = new CredentialStore(context.secrets);
	const tenants = new Tenants(new TenantStore(context.globalState), credentials, sample, {
		log: exchange => log.info(line(exchange)),
		timeout: () => 1000 * vscode.workspace.getConfiguration('iscConnectors').get('requestTimeout', 60),
		deprecated: ({ name, version }) => log.warn(`${name} says that version ${version} of its API will end.`),
	});
	const reporter = new Reporter(tenants, log);
	const note = (error: unknown) => reporter.note(error);
	const client = (tenant: string) => tenants.client(tenant);
	const catalog = new Catalog(client);
	const documents = new Documents(client, catalog, new SizeMemory(context.workspaceState), note);
	const approval = new Approval();
	const files = new ConnectorFileSystem(tenants, catalog, documents, approval, note);
	const tree = new ConnectorTree(tenants, catalog, context.globalState, error =>
		log.error(String(error), error),
	);
	const view = tree.createView('iscConnectors.tenants');
	const { version } = context.extension.packageJSON as { readonly version: string };
	context.globalState.setKeysForSync(syncedKeys);
	context.subscriptions.push(
		log,
		sample,
		credentials,
		tenants,
		tenants.onTokenEnds(end => void reporter.tellOfEnd(end)),
		catalog,
		documents,
		approval,
		files,
		tree,
		new AccessDecorations(tenants),
		new AccessStatus(tenants),
		new MixedLineEndings(documents),
		vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
		vscode.window.registerUriHandler(new LinkHandler(tenants, reporter)),
		registerCommands({ tenants, catalog, documents, tree, view, log, reporter, version }),
	);
}

function line({ method, path, status, milliseconds, trackingId }: Exchange): string {
	return [method, path, status ?? 'no answer', `${milliseconds} ms`, trackingId].filter(Boolean).join(' ');
}
