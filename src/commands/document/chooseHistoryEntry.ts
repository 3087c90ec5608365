import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { fileOf, type DocumentId } from '../../core/remote/documentPath';
import { nameOf } from '../../documents/documents';
import {
	dateOf,
	type HistoryEntry,
	type HistoryEntryName,
	type SaveAction,
} from '../../core/history/historyEntry';
import type { Side } from '../../core/history/documentHistory';
import { firstDifference } from '../../core/remote/textDifference';

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
	studio: Pick<Studio, 'tenants' | 'documents' | 'history' | 'versions'>,
	id: DocumentId,
): Promise<ChosenHistoryEntry | undefined> {
	const entries = await (await studio.history()).list(id);
	const tenant = studio.tenants.nameOf(id.tenant);
	if (entries.length === 0) {
		await tellOfNothing(id, tenant);
		return undefined;
	}
	const now = await presentText(studio, id);
	const show = async ({ entry }: EntryItem, side: Side, preserveFocus: boolean) => {
		const [file, time] = [fileOf(id.part), timeOf(entry)];
		const title =
			side === 'replaced'
				? vscode.l10n.t('{0}: before {1} ↔ {2} now', file, time, tenant)
				: vscode.l10n.t('{0}: sent {1} ↔ {2} now', file, time, tenant);
		const then = studio.versions.historyEntry(entry, side);
		await vscode.commands.executeCommand('vscode.diff', then, now, title, { preview: true, preserveFocus });
	};
	const items = await itemsOf(studio, id, entries, [restoreButton(), sentButton()]);
	return new Promise<ChosenHistoryEntry | undefined>(resolve => {
		const pick = vscode.window.createQuickPick<EntryItem>();
		let timer: NodeJS.Timeout | undefined;
		const end = (chosen: ChosenHistoryEntry | undefined) => {
			clearTimeout(timer);
			resolve(chosen);
			pick.dispose();
		};
		pick.title = vscode.l10n.t('History of {0} in {1}', nameOf(id), tenant);
		pick.placeholder = vscode.l10n.t('What the tenant had before each save from this machine');
		pick.matchOnDescription = true;
		pick.matchOnDetail = true;
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

/** What the tenant has now or, if it does not answer, what it had last: the history is readable without it. */
async function presentText(
	{ documents, versions }: Pick<Studio, 'documents' | 'versions'>,
	id: DocumentId,
): Promise<vscode.Uri> {
	try {
		return await versions.present(id);
	} catch {
		return documents.get(id).current ? versions.presentUri(id) : versions.snapshot(id, new Uint8Array());
	}
}

async function tellOfNothing(id: DocumentId, tenant: string): Promise<void> {
	const reveal = vscode.l10n.t('Open History Folder');
	const message = vscode.l10n.t(
		'{0} has no history on this machine yet. Each save to {1} keeps what was there before.',
		nameOf(id),
		tenant,
	);
	if ((await vscode.window.showInformationMessage(message, reveal)) === reveal) {
		await vscode.commands.executeCommand('iscConnectors.history.reveal');
	}
}

/** Asks for one of these history entries. */
export async function pickHistoryEntry(
	studio: Pick<Studio, 'tenants' | 'documents' | 'history'>,
	id: DocumentId,
	entries: readonly HistoryEntry[],
): Promise<HistoryEntry | undefined> {
	const picked = await vscode.window.showQuickPick(itemsOf(studio, id, entries), {
		title: vscode.l10n.t('Earlier Versions of {0}', nameOf(id)),
		matchOnDescription: true,
	});
	return picked?.entry;
}

/** When the save of a history entry was made, in the language of VS Code. */
export function timeOf({ id }: Pick<HistoryEntryName, 'id'>): string {
	const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
	return format.format(dateOf(id));
}

async function itemsOf(
	studio: Pick<Studio, 'tenants' | 'documents' | 'history'>,
	id: DocumentId,
	entries: readonly HistoryEntry[],
	[restore, showSent]: readonly vscode.QuickInputButton[] = [],
): Promise<EntryItem[]> {
	const history = await studio.history();
	const present = studio.documents.get(id).current?.bytes;
	return Promise.all(
		entries.map(async entry => {
			const text = await history.read(entry, 'replaced');
			const sent = await history.read(entry, 'sent');
			const { icon, words } = looks(entry);
			return {
				label: `$(${icon}) ${timeOf(entry)}`,
				description: [words, sizes(entry), entry.by].filter(Boolean).join(' · '),
				detail: preview(text, present, studio.tenants.nameOf(id.tenant)),
				buttons: [sent && showSent, text && restore].filter(button => button !== undefined),
				entry,
			};
		}),
	);
}

/** One line to recognize a version by: the first that differs from what the tenant has now. */
function preview(text: Uint8Array | undefined, present: Uint8Array | undefined, tenant: string): string {
	if (!text) {
		return vscode.l10n.t('The tenant did not have the document before.');
	}
	if (present && Buffer.compare(text, present) === 0) {
		return vscode.l10n.t('The same as {0} has now.', tenant);
	}
	const difference = firstDifference(decode(text), present ? decode(present) : '');
	if (!difference) {
		return vscode.l10n.t('Other line ends than {0} has now.', tenant);
	}
	const short = (line: string | undefined) => (line?.trim() ?? '').slice(0, 60) || vscode.l10n.t('(nothing)');
	return vscode.l10n.t(
		'Line {0}: {1}  →  {2}',
		difference.line,
		short(difference.one),
		short(difference.other),
	);
}

function sizes({ replaced, sent }: HistoryEntry): string {
	const size = (bytes: number | undefined) =>
		bytes === undefined ? '–' : bytes.toLocaleString(vscode.env.language);
	return vscode.l10n.t('{0} → {1} bytes', size(replaced?.size), size(sent?.size));
}

function looks({ outcome, action }: HistoryEntry): { readonly icon: string; readonly words: string } {
	switch (outcome) {
		case 'accepted':
		case 'saved':
			return actionLooks(action);
		case 'rewritten':
			return { icon: 'edit', words: vscode.l10n.t('saved, and rewritten by the tenant') };
		case 'refused':
			return { icon: 'error', words: vscode.l10n.t('refused by the tenant') };
		case 'lost':
			return { icon: 'debug-disconnect', words: vscode.l10n.t('did not arrive') };
		case 'overtaken':
			return { icon: 'warning', words: vscode.l10n.t('overtaken by another change') };
		case 'unknown':
			return { icon: 'question', words: vscode.l10n.t('outcome not known') };
	}
}

function actionLooks(action: SaveAction): { readonly icon: string; readonly words: string } {
	switch (action) {
		case 'save':
			return { icon: 'check', words: vscode.l10n.t('saved') };
		case 'restore':
			return { icon: 'discard', words: vscode.l10n.t('an earlier version restored') };
		case 'import':
			return { icon: 'cloud-download', words: vscode.l10n.t('imported') };
		case 'promotion':
			return { icon: 'arrow-right', words: vscode.l10n.t('promoted from another tenant') };
		case 'copy':
			return { icon: 'copy', words: vscode.l10n.t('copied from another connector') };
		case 'undo':
			return { icon: 'discard', words: vscode.l10n.t('a promotion, import or copy undone') };
	}
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
