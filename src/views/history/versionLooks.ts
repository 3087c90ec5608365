import * as vscode from 'vscode';
import {
	dateOf,
	type HistoryEntry,
	type HistoryEntryName,
	type SaveAction,
} from '../../core/history/historyEntry';

/** How a version of the history is shown. */
export interface VersionLooks {
	/** The name of a product icon. */
	readonly icon: string;
	/** What became of the save that replaced the version. */
	readonly words: string;
}

/** When the save of a history entry was made, in the language of VS Code. */
export function timeOf({ id }: Pick<HistoryEntryName, 'id'>): string {
	const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
	return format.format(dateOf(id));
}

export function looksOf({ outcome, action }: HistoryEntry): VersionLooks {
	switch (outcome) {
		case 'accepted':
		case 'saved':
			return actionLooks(action);
		case 'rewritten':
			return { icon: 'edit', words: vscode.l10n.t('saved, then rewritten by the tenant') };
		case 'refused':
			return { icon: 'error', words: vscode.l10n.t('rejected by the tenant') };
		case 'lost':
			return { icon: 'debug-disconnect', words: vscode.l10n.t('did not arrive') };
		case 'overtaken':
			return { icon: 'warning', words: vscode.l10n.t('superseded') };
		case 'unknown':
			return { icon: 'question', words: vscode.l10n.t('unknown result') };
	}
}

function actionLooks(action: SaveAction): VersionLooks {
	switch (action) {
		case 'save':
			return { icon: 'check', words: vscode.l10n.t('saved') };
		case 'proposal':
			return { icon: 'sparkle', words: vscode.l10n.t('proposed by an agent') };
		case 'restore':
			return { icon: 'discard', words: vscode.l10n.t('restored') };
		case 'import':
			return { icon: 'cloud-download', words: vscode.l10n.t('imported') };
		case 'promotion':
			return { icon: 'arrow-right', words: vscode.l10n.t('promoted') };
		case 'copy':
			return { icon: 'copy', words: vscode.l10n.t('copied') };
		case 'undo':
			return { icon: 'discard', words: vscode.l10n.t('transfer undone') };
	}
}
