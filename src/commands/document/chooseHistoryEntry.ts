import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { DocumentId } from '../../core/remote/documentPath';
import { documentTitle } from '../../documents/documentTitle';
import type { HistoryEntry } from '../../core/history/historyEntry';
import type { Side } from '../../core/history/documentHistory';
import { looksOf, timeOf } from '../../views/history/versionLooks';
import { showVersion } from './showVersion';
import { versionPreview } from './versionPreview';
import { newList, pickRow } from '../ask/lists';

/** A history entry, and what a person wants to do with it. */
export interface ChosenHistoryEntry {
	readonly entry: HistoryEntry;
	readonly wish: 'compare' | 'restore' | 'see what was sent';
}

interface EntryItem extends vscode.QuickPickItem {
	readonly entry: HistoryEntry;
}

/** Milliseconds before the active entry is compared, so that moving through the list does not open every one. */
const rest = 150;

/**
 * Shows the history of a document as a list, and compares the active entry with what the tenant has now. Undefined if the
 * person left.
 */
export async function chooseHistoryEntry(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'history' | 'versions'>,
	id: DocumentId,
): Promise<ChosenHistoryEntry | undefined> {
	const entries = await (await studio.history()).list(id);
	const tenant = studio.tenants.nameOf(id.tenant);
	const title = documentTitle(studio.catalog, id);
	if (entries.length === 0) {
		await tellOfNothing();
		return undefined;
	}
	const show = ({ entry }: EntryItem, side: Side, preserveFocus: boolean) =>
		showVersion(studio, entry, side, preserveFocus);
	await studio.documents
		.get(id)
		.refresh()
		.catch(() => undefined); // The history is readable without the tenant.
	const items = await itemsOf(studio, id, entries, [restoreButton(), sentButton()]);
	return new Promise<ChosenHistoryEntry | undefined>(resolve => {
		const pick = newList<EntryItem>({
			title: vscode.l10n.t('History of {0} in {1}', title, tenant),
			prompt: vscode.l10n.t('Versions before each save from this computer'),
		});
		let timer: NodeJS.Timeout | undefined;
		const end = (chosen: ChosenHistoryEntry | undefined) => {
			clearTimeout(timer);
			resolve(chosen);
			pick.dispose();
		};
		pick.ignoreFocusOut = true; // The comparison beside it may take the focus.
		pick.items = items;
		pick.onDidChangeActive(([active]) => {
			clearTimeout(timer);
			timer = active && setTimeout(() => void show(active, 'replaced', true), rest);
		});
		pick.onDidTriggerItemButton(({ item, button }) => {
			const wish = button.tooltip === restoreButton().tooltip ? 'restore' : 'see what was sent';
			if (wish === 'see what was sent') {
				void show(item, 'sent', false);
			}
			end({ entry: item.entry, wish });
		});
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			if (chosen) {
				void show(chosen, 'replaced', false);
				end({ entry: chosen.entry, wish: 'compare' });
			}
		});
		pick.onDidHide(() => end(undefined));
		pick.show();
	});
}

function restoreButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon('discard'), tooltip: vscode.l10n.t('Restore This Version') };
}

function sentButton(): vscode.QuickInputButton {
	return { iconPath: new vscode.ThemeIcon('cloud-upload'), tooltip: vscode.l10n.t('Show What Was Sent') };
}

async function tellOfNothing(): Promise<void> {
	const reveal = vscode.l10n.t('Open History Folder');
	const message = vscode.l10n.t('No history yet. A version is kept each time you save.');
	if ((await vscode.window.showInformationMessage(message, reveal)) === reveal) {
		await vscode.commands.executeCommand('iscConnectors.history.reveal');
	}
}

/** Asks for one of these history entries. */
export async function pickHistoryEntry(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'history'>,
	id: DocumentId,
	entries: readonly HistoryEntry[],
): Promise<HistoryEntry | undefined> {
	const picked = await pickRow(itemsOf(studio, id, entries), {
		title: vscode.l10n.t('Compare {0} with Version', documentTitle(studio.catalog, id)),
		prompt: vscode.l10n.t('Versions before each save from this computer'),
	});
	return picked?.entry;
}

async function itemsOf(
	studio: Pick<Studio, 'tenants' | 'documents' | 'history'>,
	id: DocumentId,
	entries: readonly HistoryEntry[],
	[restore, showSent]: readonly vscode.QuickInputButton[] = [],
): Promise<EntryItem[]> {
	const history = await studio.history();
	const present = studio.documents.get(id).bytes;
	return Promise.all(
		entries.map(async entry => {
			const text = await history.read(entry, 'replaced');
			const sent = await history.read(entry, 'sent');
			const { icon, words } = looksOf(entry);
			return {
				label: `$(${icon}) ${timeOf(entry)}`,
				description: [words, sizes(entry), entry.by].filter(Boolean).join(' · '),
				detail: versionPreview(text, present, studio.tenants.nameOf(id.tenant)),
				buttons: [sent && showSent, text && restore].filter(button => button !== undefined),
				entry,
			};
		}),
	);
}

function sizes({ replaced, sent }: HistoryEntry): string {
	const size = (bytes: number | undefined) =>
		bytes === undefined ? '–' : bytes.toLocaleString(vscode.env.language);
	return vscode.l10n.t('{0} → {1} bytes', size(replaced?.size), size(sent?.size));
}
