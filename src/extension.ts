import * as vscode from 'vscode';
import type { Exchange } from './api/exchangeLog';
import { registerCommands } from './commands';
import { Catalog } from './documents/catalog';
import { ConnectorFileSystem } from './documents/connectorFileSystem';
import { scheme } from './documents/documentPath';
import { Documents } from './documents/documents';
import { MixedLineEndings } from './documents/mixedLineEndings';
import { EmbeddedSample } from './tenants/embeddedSample';
import { Tenants } from './tenants/tenants';
import { ConnectorTree } from './views/connectorTree';

export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('ISC Connectors', { log: true });
	const logError = (error: unknown) => log.error(error instanceof Error ? error : String(error));
	const sample = new EmbeddedSample(context.globalStorageUri);
	const tenants = new Tenants(context.globalState, context.secrets, sample, exchange =>
		log.info(line(exchange)),
	);
	const client = (tenant: string) => tenants.client(tenant);
	const catalog = new Catalog(client);
	const documents = new Documents(client, catalog);
	const files = new ConnectorFileSystem(tenants, catalog, documents, logError);
	const tree = new ConnectorTree(tenants, catalog, context.globalState, logError);
	const view = tree.createView('iscConnectors.tenants');
	context.subscriptions.push(
		log,
		sample,
		tenants,
		catalog,
		documents,
		files,
		tree,
		new MixedLineEndings(documents),
		vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
		registerCommands({ tenants, catalog, tree, view, log }),
	);
}

function line({ method, path, status, milliseconds, trackingId }: Exchange): string {
	return [method, path, status ?? 'no answer', `${milliseconds} ms`, trackingId].filter(Boolean).join(' ');
}
