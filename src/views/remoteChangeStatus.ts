import * as vscode from 'vscode';
import { fromUri } from '../documents/documentUri';
import type { RemoteChanges } from '../documents/notices/remoteChanges';
import type { Tenants } from '../tenants/tenants';
import { ContextKey } from '../util/contextKey';
import { DisposableStore } from '../util/disposables';

/** Says in the status bar, and to menus, that the unsaved text of the active editor is behind what its tenant has. */
export class RemoteChangeStatus implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly item = this.store.add(
		vscode.window.createStatusBarItem('iscConnectors.remoteChange', vscode.StatusBarAlignment.Left, 99),
	);

	private readonly isBehind = new ContextKey<boolean>('iscConnectors.isBehind');

	constructor(
		private readonly tenants: Tenants,
		private readonly changes: RemoteChanges,
	) {
		this.item.name = vscode.l10n.t('ISC Connectors: Conflict');
		this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
		this.store.add(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
		this.store.add(changes.onDidChange(() => this.update()));
	}

	private update(): void {
		const uri = vscode.window.activeTextEditor?.document.uri;
		const id = uri && this.changes.isBehind(uri) ? fromUri(uri) : undefined;
		void this.isBehind.set(id !== undefined);
		if (!id) {
			this.item.hide();
			return;
		}
		const tenant = this.tenants.nameOf(id.tenant);
		this.item.text = `$(git-merge) ${vscode.l10n.t('Changed in {0}', tenant)}`;
		this.item.tooltip = vscode.l10n.t(
			'This document was changed in {0} while you were editing it. Click to resolve the conflict.',
			tenant,
		);
		this.item.command = {
			command: 'iscConnectors.document.resolveConflict',
			title: vscode.l10n.t('Resolve Conflict'),
			arguments: [uri],
		};
		this.item.show();
	}

	dispose(): void {
		this.store.dispose();
	}
}
