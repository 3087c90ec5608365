import * as vscode from 'vscode';
import { NotSentError } from '../../core/remote/saveErrors';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import type { Tenants } from '../../tenants/tenants';
import { visibleDocuments } from '../openDocuments';
import type { Saves } from '../saves/saves';

/**
 * Says once in a session that Auto Save sends nothing, with a button that turns it off for these documents. Comes with the
 * first document that an editor shows: at its first change, VS Code would have an error to show before anybody can answer.
 */
export class AutoSaveNotice implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private hasTold = false;

	constructor(
		private readonly tenants: Tenants,
		saves: Saves,
		private readonly log: (error: unknown) => void,
	) {
		this.store.add(vscode.window.onDidChangeVisibleTextEditors(() => this.look()));
		this.store.add(tenants.onDidChange(() => this.look()));
		this.store.add(vscode.workspace.onDidChangeConfiguration(() => this.look()));
		this.store.add(
			saves.onDidEnd(({ outcome }) => {
				if (outcome instanceof NotSentError && outcome.reason === 'automatic') {
					this.look(vscode.workspace.textDocuments);
				}
			}),
		);
		this.look();
	}

	private look(documents = visibleDocuments()): void {
		const isEditable = ({ uri }: vscode.TextDocument) =>
			this.tenants.getNow(uri.authority)?.access !== 'read-only';
		const document = documents.find(each => isSavedInVain(each) && isEditable(each));
		if (document && !this.hasTold) {
			this.hasTold = true;
			tell(document).catch(this.log);
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** Whether VS Code is set to save this document by itself, though that is not sent. */
function isSavedInVain(document: vscode.TextDocument): boolean {
	const files = vscode.workspace.getConfiguration('files', document);
	return (
		files.get('autoSave') !== 'off' &&
		(files.get('autoSaveWorkspaceFilesOnly') !== true || isInWorkspace(document)) &&
		!setting('save.automatic')
	);
}

function isInWorkspace({ uri }: vscode.TextDocument): boolean {
	return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

async function tell(document: vscode.TextDocument): Promise<void> {
	const { label, name, value, target } = wayToTurnOff(document);
	const message = vscode.l10n.t(
		'Auto Save is on. Connector documents are sent to the tenant only when you save them yourself.',
	);
	if ((await vscode.window.showInformationMessage(message, label)) === label) {
		await vscode.workspace.getConfiguration('files').update(name, value, target);
		// A setting of the workspace or of the language may go over this one.
		if (isSavedInVain(document)) {
			await vscode.commands.executeCommand('workbench.action.openSettings', `files.${name}`);
		}
	}
}

/** Auto Save knows files inside and outside the workspace, and cannot leave out others. */
function wayToTurnOff(document: vscode.TextDocument) {
	const { Global, Workspace } = vscode.ConfigurationTarget;
	if (!isInWorkspace(document)) {
		const label = vscode.l10n.t('Auto Save Only Workspace Files');
		return { label, name: 'autoSaveWorkspaceFilesOnly', value: true, target: Global };
	}
	// A folder of a tenant cannot hold the settings of a workspace.
	return vscode.workspace.workspaceFile
		? {
				label: vscode.l10n.t('Turn Off Auto Save in Workspace'),
				name: 'autoSave',
				value: 'off',
				target: Workspace,
			}
		: { label: vscode.l10n.t('Turn Off Auto Save'), name: 'autoSave', value: 'off', target: Global };
}
