import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { fileOf, type DocumentId } from '../../core/remote/documentPath';
import { nameOf } from '../../documents/documents';
import {
	dateOf,
	type RestorePoint,
	type RestorePointName,
	type SaveAction,
} from '../../core/history/restorePoint';
import type { Side } from '../../core/history/restorePointFolder';
import { firstDifference } from '../../core/remote/textDifference';

/** A restore point, and what a person wants to do with it. */
export interface ChosenRestorePoint {
	readonly point: RestorePoint;
	readonly wish: 'compare' | 'restore' | 'see what was sent';
}

interface PointItem extends vscode.QuickPickItem {
	readonly point: RestorePoint;
}

/** Milliseconds before the active entry is compared, so that moving through the list does not open every one. */
const rest = 150;

/**
 * Shows the history of a document as a list, and compares the active entry with what the tenant has now. Undefined if the
 * person left.
 */
export async function chooseRestorePoint(
	studio: Pick<Studio, 'tenants' | 'documents' | 'points' | 'versions'>,
	id: DocumentId,
): Promise<ChosenRestorePoint | undefined> {
	const points = await (await studio.points()).list(id);
	const tenant = studio.tenants.nameOf(id.tenant);
	if (points.length === 0) {
		await tellOfNothing(id, tenant);
		return undefined;
	}
	const now = await presentText(studio, id);
	const show = async ({ point }: PointItem, side: Side, preserveFocus: boolean) => {
		const [file, time] = [fileOf(id.part), timeOf(point)];
		const title =
			side === 'replaced'
				? vscode.l10n.t('{0}: before {1} ↔ {2} now', file, time, tenant)
				: vscode.l10n.t('{0}: sent {1} ↔ {2} now', file, time, tenant);
		const then = studio.versions.restorePoint(point, side);
		await vscode.commands.executeCommand('vscode.diff', then, now, title, { preview: true, preserveFocus });
	};
	const items = await itemsOf(studio, id, points, [restoreButton(), sentButton()]);
	return new Promise<ChosenRestorePoint | undefined>(resolve => {
		const pick = vscode.window.createQuickPick<PointItem>();
		let timer: NodeJS.Timeout | undefined;
		const end = (chosen: ChosenRestorePoint | undefined) => {
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
			end({ point: item.point, wish });
		});
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			if (chosen) {
				void show(chosen, 'replaced', false);
				end({ point: chosen.point, wish: 'compare' });
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
		return versions.snapshot(id, documents.get(id).current?.bytes ?? new Uint8Array());
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

/** Asks for one of these restore points. */
export async function pickRestorePoint(
	studio: Pick<Studio, 'tenants' | 'documents' | 'points'>,
	id: DocumentId,
	points: readonly RestorePoint[],
): Promise<RestorePoint | undefined> {
	const picked = await vscode.window.showQuickPick(itemsOf(studio, id, points), {
		title: vscode.l10n.t('Earlier Versions of {0}', nameOf(id)),
		matchOnDescription: true,
	});
	return picked?.point;
}

/** When the save of a restore point was made, in the language of VS Code. */
export function timeOf({ id }: Pick<RestorePointName, 'id'>): string {
	const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
	return format.format(dateOf(id));
}

async function itemsOf(
	studio: Pick<Studio, 'tenants' | 'documents' | 'points'>,
	id: DocumentId,
	points: readonly RestorePoint[],
	[restore, showSent]: readonly vscode.QuickInputButton[] = [],
): Promise<PointItem[]> {
	const history = await studio.points();
	const present = studio.documents.get(id).current?.bytes;
	return Promise.all(
		points.map(async point => {
			const text = await history.read(point, 'replaced');
			const sent = await history.read(point, 'sent');
			const { icon, words } = looks(point);
			return {
				label: `$(${icon}) ${timeOf(point)}`,
				description: [words, sizes(point), point.by].filter(Boolean).join(' · '),
				detail: preview(text, present, studio.tenants.nameOf(id.tenant)),
				buttons: [sent && showSent, text && restore].filter(button => button !== undefined),
				point,
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

function sizes({ replaced, sent }: RestorePoint): string {
	const size = (bytes: number | undefined) =>
		bytes === undefined ? '–' : bytes.toLocaleString(vscode.env.language);
	return vscode.l10n.t('{0} → {1} bytes', size(replaced?.size), size(sent?.size));
}

function looks({ outcome, action }: RestorePoint): { readonly icon: string; readonly words: string } {
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
