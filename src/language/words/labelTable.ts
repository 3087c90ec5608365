import * as vscode from 'vscode';
import type { LabelText } from '../../core/connector/model/labels';
import { languageLabel } from '../../messages/languageName';
import { wordTable } from './wordTable';

/** Edits the text that a label key has in a language. */
export const editCommand = 'iscConnectors.labels.editText';

/** What a label key says in each language; each text is a link that edits it. */
export function labelTable(
	document: vscode.Uri,
	key: string,
	texts: readonly LabelText[],
): vscode.MarkdownString {
	const rows = texts.map(({ locale, text }) => {
		const link = { command: editCommand, arguments: [document, key, locale] };
		return [languageLabel(locale), { text: text ?? vscode.l10n.t('Add Text…'), ...link }];
	});
	const table = wordTable([[vscode.l10n.t('Language'), key], ...rows]);
	table.isTrusted = { enabledCommands: [editCommand] };
	return table;
}
