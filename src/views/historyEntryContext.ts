import * as vscode from 'vscode';
import type { VersionTexts } from '../documents/versionTexts';
import { ContextKey } from '../util/contextKey';
import { DisposableStore } from '../util/disposables';

/** Sets the context key for menus: whether the active tab shows a history entry. */
export class HistoryEntryContext implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly isShown = new ContextKey<boolean>('iscConnectors.isRestorePointShown');

	constructor(private readonly versions: VersionTexts) {
		this.store.add(vscode.window.tabGroups.onDidChangeTabs(() => this.update()));
		this.store.add(vscode.window.tabGroups.onDidChangeTabGroups(() => this.update()));
		this.update();
	}

	private update(): void {
		const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		void this.isShown.set(
			input instanceof vscode.TabInputTextDiff && this.versions.historyEntryAt(input.original) !== undefined,
		);
	}

	dispose(): void {
		this.store.dispose();
	}
}
