import * as vscode from 'vscode';
import { scheme } from '../core/remote/documentPath';
import { shownDocument } from '../documents/versionUri';
import type { Tenants } from '../tenants/tenants';
import type { Tenant } from '../core/api/tenant';
import { DisposableStore } from '../util/disposables';
import { accessLook, accessSentence, chosenColor, isDangerous } from './accessLooks';

/** The form previews and translation tables. */
export interface ConnectorPages {
	/** The folder of the connector whose page is active. */
	readonly activeFolder: vscode.Uri | undefined;
	readonly onDidChangeActiveFolder: vscode.Event<void>;
}

/** Says in the status bar which tenant the active editor's document or page belongs to, and what a save does there. */
export class AccessStatus implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly item = this.store.add(
		vscode.window.createStatusBarItem('iscConnectors.access', vscode.StatusBarAlignment.Left, 100),
	);

	/** The ids of the read-only tenants that were explained in this session. */
	private readonly explained = new Set<string>();

	constructor(
		private readonly tenants: Tenants,
		private readonly pages: ConnectorPages,
	) {
		this.item.name = vscode.l10n.t('ISC Connectors: Tenant');
		this.store.add(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
		this.store.add(pages.onDidChangeActiveFolder(() => this.update()));
		this.store.add(tenants.onDidChange(() => this.update()));
		this.update();
	}

	private update(): void {
		const tenant = this.shownTenant();
		if (!tenant) {
			this.item.hide();
			return;
		}
		const { icon, label } = accessLook(tenant.access);
		const warning = new vscode.ThemeColor('statusBarItem.warningBackground');
		this.item.text = `$(${icon}) ${tenant.name} · ${label}`;
		this.item.tooltip = vscode.l10n.t('{0} Click to change access.', accessSentence(tenant));
		this.item.backgroundColor = isDangerous(tenant) ? warning : undefined;
		this.item.color = isDangerous(tenant) ? undefined : chosenColor(tenant);
		this.item.command = {
			command: 'iscConnectors.tenant.changeAccess',
			title: vscode.l10n.t('Change Tenant Access…'),
			arguments: [tenant.id],
		};
		this.item.show();
		if (tenant.access === 'read-only') {
			void this.explainOnce(tenant);
		}
	}

	private shownTenant(): Tenant | undefined {
		const uri = vscode.window.activeTextEditor?.document.uri;
		const folder = this.pages.activeFolder;
		const id = uri ? shownDocument(uri)?.tenant : folder?.scheme === scheme ? folder.authority : undefined;
		return id === undefined ? undefined : this.tenants.get(id);
	}

	/** VS Code itself says only that an editor is read-only. */
	private async explainOnce(tenant: Tenant): Promise<void> {
		if (this.explained.has(tenant.id)) {
			return;
		}
		this.explained.add(tenant.id);
		const { showReadOnly } = await import('./readOnlyNotice');
		await showReadOnly(tenant);
	}

	dispose(): void {
		this.store.dispose();
	}
}
