import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { DocumentId } from '../../core/remote/documentPath';
import { nameOf } from '../../documents/documents';
import { documentTitle } from '../../documents/documentTitle';
import { toUri } from '../../documents/documentUri';
import { linkOf } from '../../core/remote/documentLink';
import { lazy } from '../../util/lazy';
import { isVersionNode } from '../../views/history/historyView';
import { isTreeNode } from '../../views/treeNode';
import { chooseOther } from '../connector/compareWith';
import { isOnPersonsMachine, startFolder } from '../transfer/folders';
import { asUserErrors } from './documentErrors';
import { chooseHistoryEntry } from './chooseHistoryEntry';
import type { CommandId, Handler, Handlers } from '../ids';
import { pickDocument } from '../ask/picks';
import { restoreVersion, shownComparison } from './restoreVersion';
import { showVersion } from './showVersion';
import { revealOrExplain } from '../find/revealing';

export function documentCommands(
	studio: Pick<
		Studio,
		| 'tenants'
		| 'catalog'
		| 'documents'
		| 'saves'
		| 'history'
		| 'versions'
		| 'opened'
		| 'blanks'
		| 'changes'
		| 'tree'
		| 'view'
		| 'reporter'
		| 'subscriptions'
		| 'extensionId'
	>,
) {
	const { tenants, catalog } = studio;
	/** Does something with the document that the argument names, the editor shows or the person chooses. */
	const withDocument =
		(command: CommandId, work: (id: DocumentId) => Promise<unknown>): Handler =>
		async argument => {
			const id = await pickDocument(tenants, catalog, argument, { command });
			if (id) {
				await asUserErrors(studio, id, () => work(id));
			}
		};
	const mergeResults = lazy(async () => {
		const { MergeResults } = await import('../../documents/merging/mergeResults');
		const results = new MergeResults((document, text) => studio.blanks.textToSend(document, text));
		studio.subscriptions.push(results);
		return results;
	});
	const showDiff = async (id: DocumentId, left: vscode.Uri, side: string) => {
		const title = vscode.l10n.t('{0}: {1} ↔ yours', documentTitle(catalog, id), side);
		await vscode.commands.executeCommand('vscode.diff', left, toUri(id), title);
	};
	const compare = withDocument('iscConnectors.document.compareWith', async id => {
		const other = await chooseOther(studio, id);
		if (other) {
			await showDiff(id, other.uri, other.title);
		}
	});
	const copy = withDocument('iscConnectors.document.saveCopy', id => saveCopy(studio, id, toUri(id)));
	return {
		'iscConnectors.document.showHistory': withDocument('iscConnectors.document.showHistory', async id => {
			const chosen = await chooseHistoryEntry(studio, id);
			if (chosen?.wish === 'restore') {
				await restoreVersion(studio, chosen.entry);
			}
		}),
		'iscConnectors.document.compareWith': argument =>
			isVersionNode(argument) ? showVersion(studio, argument.entry) : compare(argument),
		'iscConnectors.document.compareWithTenant': withDocument(
			'iscConnectors.document.compareWithTenant',
			async id => {
				await showDiff(id, await studio.versions.present(id), tenants.nameOf(id.tenant));
			},
		),
		'iscConnectors.document.restoreVersion': async argument => {
			if (isVersionNode(argument)) {
				const { entry } = argument;
				await asUserErrors(studio, entry.document, () => restoreVersion(studio, entry));
				return;
			}
			const id = await pickDocument(tenants, catalog, argument, {
				command: 'iscConnectors.document.restoreVersion',
				changes: true,
			});
			if (!id) {
				return;
			}
			await asUserErrors(studio, id, async () => {
				const shown = isTreeNode(argument) ? undefined : shownComparison(studio, id)?.entry;
				const chosen = shown ? undefined : await chooseHistoryEntry(studio, id);
				const entry = chosen?.wish === 'see what was sent' ? undefined : (shown ?? chosen?.entry);
				if (entry) {
					await restoreVersion(studio, entry);
				}
			});
		},
		'iscConnectors.document.resolveConflict': withDocument(
			'iscConnectors.document.resolveConflict',
			async id => {
				const { resolveConflict } = await import('./resolveConflict');
				await resolveConflict({ ...studio, results: await mergeResults() }, id);
			},
		),
		'iscConnectors.document.completeMerge': () => vscode.commands.executeCommand('mergeEditor.acceptMerge'),
		'iscConnectors.document.saveCopy': async argument => {
			if (isVersionNode(argument)) {
				const { entry } = argument;
				await saveCopy(studio, entry.document, studio.versions.historyEntry(entry, 'replaced'));
			} else {
				await copy(argument);
			}
		},
		'iscConnectors.document.copyLink': withDocument('iscConnectors.document.copyLink', async id => {
			const target = { scheme: vscode.env.uriScheme, extensionId: studio.extensionId };
			await vscode.env.clipboard.writeText(linkOf(id, target));
			vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied.'), 5000);
		}),
		'iscConnectors.document.revealInTree': withDocument('iscConnectors.document.revealInTree', id =>
			revealOrExplain(studio, id, documentTitle(catalog, id), () => studio.tree.documentNode(id)),
		),
		'iscConnectors.document.refresh': withDocument('iscConnectors.document.refresh', id =>
			studio.documents.get(id).refresh(),
		),
		'iscConnectors.history.reveal': () => revealHistory(studio),
	} satisfies Handlers;
}

/** Writes a text of a document into a file that people choose. */
async function saveCopy(
	{ catalog }: Pick<Studio, 'catalog'>,
	id: DocumentId,
	source: vscode.Uri,
): Promise<void> {
	const document = await vscode.workspace.openTextDocument(source);
	const name = nameOf(id).replaceAll('/', '-');
	const target = await vscode.window.showSaveDialog({
		title: vscode.l10n.t('Save a Copy of {0}', documentTitle(catalog, id)),
		defaultUri: vscode.Uri.joinPath(startFolder(), name),
	});
	if (target) {
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(document.getText()));
		const open = vscode.l10n.t('Open');
		const message = vscode.l10n.t('Saved a copy to {0}.', target.fsPath);
		if ((await vscode.window.showInformationMessage(message, open)) === open) {
			await vscode.window.showTextDocument(target);
		}
	}
}

async function revealHistory({
	history,
	extensionId,
}: Pick<Studio, 'history' | 'extensionId'>): Promise<void> {
	const folder = vscode.Uri.file((await history()).folderOf());
	await vscode.workspace.fs.createDirectory(folder);
	if (isOnPersonsMachine(extensionId)) {
		await vscode.commands.executeCommand('revealFileInOS', folder);
		return;
	}
	// The file manager of this computer cannot show a folder of another one: VS Code's own dialog can.
	const chosen = await vscode.window.showOpenDialog({
		title: vscode.l10n.t('History: {0}', folder.fsPath),
		defaultUri: folder,
		openLabel: vscode.l10n.t('Open'),
	});
	for (const uri of chosen ?? []) {
		await vscode.window.showTextDocument(uri);
	}
}
