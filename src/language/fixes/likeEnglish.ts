import type * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslation, localeOf } from '../../core/connector/documentName';
import { translatedIn } from '../../core/connector/translations/translation';
import { completingEdits } from '../../core/connector/translations/translationEdits';
import type { PropertiesDocument } from '../../core/properties/parse';
import { sortedLike } from '../../core/properties/sorting';
import type { LanguageTools } from '../texts/languageTools';
import { toTextEdit } from '../texts/ranges';
import { connectorOfDocument } from '../texts/connectorOfDocument';

/** The language that a connector's other translations are made from. */
const modelLocale = 'en';

/** Puts a translation into the order of the English one; nothing if it is in that order, or if there is none. */
export async function sortingEdits(
	tools: LanguageTools,
	document: vscode.TextDocument,
): Promise<vscode.TextEdit[]> {
	const around = await besideEnglish(tools, document);
	const edits = around ? sortedLike(tools.properties(document), around.english) : [];
	return edits.map(edit => toTextEdit(document, edit));
}

/** Gives a translation the English texts of the keys that it has none for. */
export async function missingKeyEdits(
	tools: LanguageTools,
	document: vscode.TextDocument,
): Promise<{ readonly count: number; readonly edits: vscode.TextEdit[] }> {
	const around = await besideEnglish(tools, document);
	if (!around) {
		return { count: 0, edits: [] };
	}
	const translation = tools.properties(document);
	const own = translatedIn(translation);
	const missing = [...translatedIn(around.english)].filter(([key]) => !own.has(key));
	const texts = new Map(missing.map(([key, { value }]) => [key, value]));
	const edits = completingEdits(around.connector, translation, texts);
	return { count: texts.size, edits: edits.map(edit => toTextEdit(document, edit)) };
}

/** A translation's connector and English translation; undefined if it is that one, or if there is none. */
async function besideEnglish(
	tools: LanguageTools,
	document: vscode.TextDocument,
): Promise<{ readonly english: PropertiesDocument; readonly connector: ConnectorDocuments } | undefined> {
	const name = tools.folderOf(document.uri)?.name;
	if (!name || !isTranslation(name) || localeOf(name) === modelLocale) {
		return undefined;
	}
	const connector = (await connectorOfDocument(tools, document))?.connector;
	const english = connector?.translations.get(modelLocale);
	return connector && english && { english, connector };
}
