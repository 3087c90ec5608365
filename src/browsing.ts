import * as vscode from 'vscode';
import { Catalog } from './catalog/catalog';
import { CatalogMemory } from './catalog/catalogMemory';
import type { TenantSources } from './catalog/tenantSources';
import { Reporter } from './commands/reporter';
import type { Walkthrough } from './commands/walkthrough/walkthrough';
import type { History } from './core/history/history';
import { sampleIds } from './core/api/tenant';
import { CredentialStore } from './tenants/credentialStore';
import { EmbeddedSample } from './tenants/embeddedSample';
import { Tenants } from './tenants/tenants';
import { syncedKeys, TenantStore } from './tenants/tenantStore';
import { DisposableStore } from './util/disposables';
import { lazy } from './util/lazy';
import { localUser } from './util/localUser';
import { setting } from './util/settings';
import { SteadyMemento } from './util/steadyMemento';
import { ConnectorTree } from './views/connectorTree';
import type { TreeNode } from './views/treeNode';

/** What browsing works with. */
export interface BrowsingSurroundings {
	readonly globalState: vscode.ExtensionContext['globalState'];
	readonly secrets: vscode.SecretStorage;
	/** Where this extension keeps files on this machine. */
	readonly storage: vscode.Uri;
	readonly view: vscode.TreeView<TreeNode>;
	/** What the view hears of changes of its rows. */
	readonly rowChange: vscode.EventEmitter<TreeNode | undefined>;
}

/** The tenants and their connectors, and what tells of errors: what everything else works with. */
export class Browsing implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** What is needed until the last save has ended. */
	private readonly neededBySaves = new DisposableStore();
	readonly memory: vscode.Memento;
	readonly tenants: Tenants;
	readonly catalog: Catalog;
	readonly reporter: Reporter;
	readonly tree: ConnectorTree;
	readonly log = lazy(() =>
		Promise.resolve(
			this.neededBySaves.add(vscode.window.createOutputChannel('ISC Connectors', { log: true })),
		),
	);
	readonly sources: () => Promise<TenantSources> = lazy(async () => {
		const { TenantSources } = await import('./catalog/tenantSources');
		return this.store.add(new TenantSources(id => this.tenants.client(id)));
	});
	/** What the tenants had before each save. */
	readonly history: () => Promise<History> = lazy(async () => {
		const { History } = await import('./core/history/history');
		return new History({
			folder: vscode.Uri.joinPath(this.surroundings.storage, 'history').fsPath,
			retention: () => ({ count: setting('history.count'), age: setting('history.days') }),
			by: localUser(),
			isThere: tenant => this.tenants.getNow(tenant) !== undefined,
			log: error => this.reporter.note(error),
		});
	});
	readonly walkthrough: () => Promise<Walkthrough> = lazy(async () => {
		const { Walkthrough } = await import('./commands/walkthrough/walkthrough');
		return new Walkthrough(this.tenants, this.memory);
	});

	constructor(private readonly surroundings: BrowsingSurroundings) {
		const { globalState, secrets, storage, view, rowChange } = surroundings;
		globalState.setKeysForSync(syncedKeys);
		this.memory = new SteadyMemento(globalState);
		const samples = sampleIds.map(id => this.neededBySaves.add(new EmbeddedSample(id, storage)));
		const credentials = this.store.add(new CredentialStore(secrets));
		const stored = new TenantStore(this.memory, vscode.Uri.joinPath(storage, 'tenants.json'));
		const tenants = new Tenants(stored, credentials, samples, {
			log: ({ id, name }, text, level) => {
				const line = `${tenants.get(id)?.name ?? name} · ${text}`;
				void this.log().then(channel => channel[level](line));
			},
			timeout: () => 1000 * setting('requestTimeout'),
		});
		this.tenants = this.store.add(tenants);
		this.reporter = new Reporter(tenants, this.log);
		this.store.add(tenants.onTokenEnds(end => void this.reporter.tellOfEnd(end)));
		this.catalog = this.store.add(new Catalog(id => tenants.client(id), new CatalogMemory(this.memory)));
		const log = (error: unknown) => void this.reporter.write(error);
		this.tree = this.store.add(new ConnectorTree(tenants, this.catalog, this.sources, this.memory, log));
		this.store.add(this.tree.onDidChangeTreeData(node => rowChange.fire(node)));
		this.tree.follow(view);
	}

	dispose(): void {
		this.store.dispose();
	}

	/** Ends what saves need, which a window that closes waits for. */
	end(): void {
		this.neededBySaves.dispose();
	}
}
