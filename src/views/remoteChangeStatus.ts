import * as vscode from 'vscode';
import { fromUri } from '../documents/documentUri';
import type { RemoteChanges } from '../documents/notices/remoteChanges';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';

/** Says in the status bar that the tenant's text was changed while the active editor has unsaved changes. */
export class RemoteChangeStatus implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly item = this.store.add(
		vscode.window.createStatusBarItem('iscConnectors.remoteChange', vscode.StatusBarAlignment.Left, 99),
	);

	constructor(
		private readonly tenants: Tenants,
		private readonly changes: RemoteChanges,
	) {
		this.item.name = vscode.l10n.t('ISC Document Changed Elsewhere');
		this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
		this.store.add(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
		this.store.add(changes.onDidChange(() => this.update()));
	}

	private update(): void {
		const uri = vscode.window.activeTextEditor?.document.uri;
		const id = uri && fromUri(uri);
		if (!id || !this.changes.isBehind(uri)) {
			this.item.hide();
			return;
		}
		const tenant = this.tenants.nameOf(id.tenant);
		this.item.text = `$(git-compare) ${vscode.l10n.t('Changed in {0}', tenant)}`;
		this.item.tooltip = vscode.l10n.t(
			'Somebody has changed this document in {0} since you began to edit it. Click to compare. A save will not overwrite it without asking.',
			tenant,
		);
		this.item.command = {
			command: 'iscConnectors.document.compareWithTenant',
			title: vscode.l10n.t('Compare'),
			arguments: [uri],
		};
		this.item.show();
	}

	dispose(): void {
		this.store.dispose();
	}
}
