import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { DocumentId } from '../../core/remote/documentPath';
import { toUri } from '../../documents/documentUri';
import { documentAt, isUnsaved } from '../../documents/openDocuments';
import type { HistoryEntryName } from '../../core/history/historyEntry';
import { isSameText } from '../../core/remote/textOrigins';
import { hashOf } from '../../core/remote/versions';
import { UserError } from '../../messages/userError';
import { documentTitle } from '../../documents/documentTitle';
import type { SaveAgreement } from '../../documents/saves/saveAgreement';
import { timeOf } from '../../views/history/versionLooks';
import { untoldEffects } from '../../documents/saves/askedEffects';
import { withoutLinks } from '../../messages/safeText';

/** A diff of a history entry with what the tenant has, as far as that was known. */
export interface Comparison {
	readonly entry: HistoryEntryName;
	readonly present: string | undefined;
}

/** What the active tab compares, if it is a history entry of this document. */
export function shownComparison(
	{ versions }: Pick<Studio, 'versions'>,
	id: DocumentId,
): Comparison | undefined {
	const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
	if (!(input instanceof vscode.TabInputTextDiff)) {
		return undefined;
	}
	const entry = versions.historyEntryAt(input.original);
	return entry && toUri(entry.document).toString() === toUri(id).toString()
		? { entry, present: documentAt(input.modified)?.getText() }
		: undefined;
}

/** Asks, and sends the tenant what it had. This is a save, and keeps a history entry as well. */
export async function restoreVersion(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'saves' | 'history' | 'versions'>,
	entry: HistoryEntryName,
): Promise<void> {
	const { document: id } = entry;
	const tenant = studio.tenants.nameOf(id.tenant);
	const title = documentTitle(studio.catalog, id);
	const bytes = await (await studio.history()).read(entry, 'replaced');
	if (!bytes) {
		throw new UserError(
			vscode.l10n.t('Nothing to restore: {0} did not have the document at that time.', tenant),
		);
	}
	const document = studio.documents.get(id);
	const current = await document.refresh();
	const compared = shownComparison(studio, id)?.present;
	const hasChanged = compared !== undefined && current && !isSameText(compared, current);
	const held = documentAt(toUri(id));
	const restore = vscode.l10n.t('Restore');
	const chosen = await vscode.window.showWarningMessage(
		vscode.l10n.t('Restore {0} in {1} (version before {2})?', title, tenant, timeOf(entry)),
		{
			modal: true,
			detail: [
				hasChanged && vscode.l10n.t('{0} has a newer version than the one you compared with.', tenant),
				vscode.l10n.t('This takes effect immediately. The current version is backed up on this computer.'),
				held && isUnsaved(held) && vscode.l10n.t('Unsaved changes stay in the editor.'),
			]
				.filter(Boolean)
				.join('\n'),
		},
		restore,
	);
	if (chosen !== restore) {
		return;
	}
	const agreement: SaveAgreement = {};
	const { sent } = await studio.saves.save(id, bytes, {
		fromEditor: false,
		action: 'restore',
		agreement,
		compared: current ? { hash: hashOf(current) } : 'nothing',
	});
	await document.verify();
	const open = vscode.l10n.t('Open');
	const message = sent
		? [
				vscode.l10n.t('Restored {0} in {1} (version before {2}).', title, tenant, timeOf(entry)),
				untoldEffects(agreement.effects),
			]
				.filter(Boolean)
				.join(' ')
		: vscode.l10n.t('{0} already has this version of {1}.', tenant, title);
	if ((await vscode.window.showInformationMessage(withoutLinks(message), open)) === open) {
		await vscode.window.showTextDocument(toUri(id));
	}
}
