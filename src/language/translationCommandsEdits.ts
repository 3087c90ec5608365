import type * as vscode from 'vscode';
import { isTranslation, localeOf } from '../connector/documentName';
import { missingEdits, missingKeys } from '../properties/additions';
import type { PropertiesDocument } from '../properties/parse';
import { sortedLike } from '../properties/sorting';
import type { LanguageTools } from './languageTools';
import { toTextEdit } from './ranges';
import { surroundingsOf } from './surroundings';

/** The language that a connector's other translations are made from. */
const modelLocale = 'en';

/** Puts a translation into the order of the English one; nothing if it is in that order, or if there is none. */
export async function sortingEdits(
	tools: LanguageTools,
	document: vscode.TextDocument,
): Promise<vscode.TextEdit[]> {
	const english = await englishFor(tools, document);
	const edits = english ? sortedLike(tools.properties(document), english) : [];
	return edits.map(edit => toTextEdit(document, edit));
}

/** Adds what a translation lacks of the English one, with the English texts. */
export async function missingKeyEdits(
	tools: LanguageTools,
	document: vscode.TextDocument,
): Promise<{ readonly count: number; readonly edits: vscode.TextEdit[] }> {
	const english = await englishFor(tools, document);
	if (!english) {
		return { count: 0, edits: [] };
	}
	const translation = tools.properties(document);
	const texts = new Map(english.entries.map(({ key, value }) => [key, value]));
	return {
		count: missingKeys(translation, english).length,
		edits: missingEdits(translation, english, key => texts.get(key)).map(edit => toTextEdit(document, edit)),
	};
}

/** Undefined for the English translation itself, too. */
async function englishFor(
	tools: LanguageTools,
	document: vscode.TextDocument,
): Promise<PropertiesDocument | undefined> {
	const name = tools.folderOf(document.uri)?.name;
	if (!name || !isTranslation(name) || localeOf(name) === modelLocale) {
		return undefined;
	}
	return (await surroundingsOf(tools, document))?.connector.translations.get(modelLocale);
}
