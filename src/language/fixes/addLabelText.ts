import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslated, translatedIn } from '../../core/connector/translations/translation';
import { addKeyEdits, mainLocale } from '../../core/connector/translations/translationEdits';
import { UserError } from '../../messages/userError';
import type { LanguageTools } from '../texts/languageTools';
import { editsOfOpened } from './workspaceEdits';

/** A label key that has no text in the connector's main locale. */
export interface LabelWithoutText {
	readonly locale: string;
	/** Its text in another locale; undefined if it has none. */
	readonly known: string | undefined;
}

/** @throws UserError if the connector has no translations, or the key has a text already */
export async function labelWithoutText(
	tools: LanguageTools,
	folder: vscode.Uri,
	key: string,
): Promise<LabelWithoutText> {
	const connector = await tools.connector(folder, { again: true });
	const locale = localeWithout(connector, key);
	const known = [...connector.translations.values()].map(each => translatedIn(each).get(key)?.value);
	return { locale, known: known.find(text => text !== undefined) };
}

/** Gives a label key its first text; nothing is sent before people save it. @throws UserError if it cannot have one */
export async function addLabelText(
	tools: LanguageTools,
	folder: vscode.Uri,
	key: string,
	text: string,
): Promise<void> {
	if (!isTranslated(key, text)) {
		throw new UserError(vscode.l10n.t('Enter a text other than the key.'));
	}
	const edit = await editsOfOpened(tools, folder, connector => {
		localeWithout(connector, key);
		return addKeyEdits(connector, key, text);
	});
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw new UserError(vscode.l10n.t('VS Code rejected the change. Try it in the editor.'));
	}
}

function localeWithout(connector: ConnectorDocuments, key: string): string {
	const locale = mainLocale(connector);
	const document = locale === undefined ? undefined : connector.translations.get(locale);
	if (locale === undefined || !document) {
		throw new UserError(vscode.l10n.t('The connector has no translations. Add one first.'));
	}
	if (translatedIn(document).has(key)) {
		throw new UserError(vscode.l10n.t('{0} already has a text in the translation {1}.', key, locale));
	}
	return locale;
}
