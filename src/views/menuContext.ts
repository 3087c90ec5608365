import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import { editedIn } from '../documents/openDocuments';
import { shownDocument } from '../documents/versionUri';
import type { Tenants } from '../tenants/tenants';
import { ContextKey } from '../util/contextKey';
import { DisposableStore } from '../util/disposables';

/**
 * Sets the context keys by which menus and the command palette leave out what cannot work now. As long as nothing is known
 * because the extension has not started, no key is set, and nothing is left out.
 */
export class MenuContext implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly hasNoTenants = new ContextKey<boolean>('iscConnectors.hasNoTenants');
	private readonly hasNoAddedTenants = new ContextKey<boolean>('iscConnectors.hasNoAddedTenants');
	private readonly hasNoFilter = new ContextKey<boolean>('iscConnectors.hasNoFilter');
	/** The tenant of the active editor is. */
	private readonly isReadOnly = new ContextKey<boolean>('iscConnectors.isReadOnly');

	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
	) {
		this.store.add(tenants.onDidChange(() => this.update()));
		this.store.add(catalog.onDidChange(() => this.update()));
		this.store.add(vscode.window.tabGroups.onDidChangeTabs(() => this.update()));
		this.store.add(vscode.window.tabGroups.onDidChangeTabGroups(() => this.update()));
		this.update();
	}

	private update(): void {
		const all = this.tenants.all();
		void this.hasNoTenants.set(all.length === 0);
		void this.hasNoAddedTenants.set(this.tenants.added().length === 0);
		void this.hasNoFilter.set(all.every(({ id }) => this.catalog.filterOf(id) === undefined));
		void this.isReadOnly.set(this.activeTenant()?.access === 'read-only');
	}

	private activeTenant() {
		const { activeTab } = vscode.window.tabGroups.activeTabGroup;
		const uri = activeTab && editedIn(activeTab);
		const id = uri && shownDocument(uri);
		return id && this.tenants.get(id.tenant);
	}

	dispose(): void {
		this.store.dispose();
	}
}
