import * as vscode from 'vscode';
import type { Tenants } from '../../tenants/tenants';
import { extensionId } from '../../util/extensionId';
import { setting } from '../../util/settings';

const usedKey = 'iscConnectors.walkthrough.used';

/** The walkthrough that the manifest declares. It opens by itself once, for whoever has no tenant yet. */
export class Walkthrough {
	/** @param memory where it is kept that somebody has used it */
	constructor(
		private readonly tenants: Pick<Tenants, 'added'>,
		private readonly memory: vscode.Memento,
	) {}

	async open(): Promise<void> {
		await this.noteUse();
		await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`, false);
	}

	async openOnFirstUse(): Promise<void> {
		const isUsed = this.memory.get<unknown>(usedKey) === true;
		if (!isUsed && this.tenants.added().length === 0 && setting('walkthrough.openOnFirstUse')) {
			await this.open();
		}
	}

	/** Keeps its tab, which the next document would replace, and never opens it by itself again. */
	async use(): Promise<void> {
		await this.noteUse();
		const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
		if (tab?.isPreview && isWalkthrough(tab)) {
			await vscode.commands.executeCommand('workbench.action.keepEditor');
		}
	}

	private noteUse(): Thenable<void> {
		return this.memory.update(usedKey, true);
	}
}

/** VS Code has no type for what such a tab shows, as for other pages of its own. */
export function isWalkthrough({ input }: vscode.Tab): boolean {
	return input === undefined;
}
