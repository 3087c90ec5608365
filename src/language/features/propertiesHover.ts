import * as vscode from 'vscode';
import type { PropertiesDocument, PropertiesEntry } from '../../core/properties/parse';
import type { TextRange } from '../../core/text/textEdit';
import { propertiesSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { wordHelp } from '../words/wordHelp';

/** Shows keys and values that are written with escapes as people read them. */
export function registerPropertiesHover(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerHoverProvider(propertiesSelector, {
		provideHover(document, position) {
			const properties = tools.properties(document);
			const found = escapedAt(properties, document.offsetAt(position));
			return found && new vscode.Hover(wordHelp(found.decoded), rangeOf(document, found));
		},
	});
}

/** The key or the value at a place, if it is written otherwise than people read it. */
function escapedAt(
	{ text, entries }: PropertiesDocument,
	offset: number,
): (TextRange & { readonly decoded: string }) | undefined {
	const entry = entries.find(({ start, end }) => start <= offset && offset <= end);
	return (
		entry &&
		partsOf(entry).find(({ start, end, decoded }) => {
			return start <= offset && offset <= end && decoded !== text.slice(start, end);
		})
	);
}

function partsOf({ key, keyStart, keyEnd, value, valueStart, valueEnd }: PropertiesEntry) {
	return [
		{ start: keyStart, end: keyEnd, decoded: key },
		{ start: valueStart, end: valueEnd, decoded: value },
	];
}
