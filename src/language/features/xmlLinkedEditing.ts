import * as vscode from 'vscode';
import { linkedNamesAt } from '../../core/xml/linkedNames';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';

/** Renames an end tag with its start tag, and the other way round, as one types. */
export function registerXmlLinkedEditing(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerLinkedEditingRangeProvider(xmlSelector, {
		provideLinkedEditingRanges: (document, position) => {
			const names = linkedNamesAt(tools.xml(document), document.offsetAt(position));
			return (
				names &&
				new vscode.LinkedEditingRanges(
					names.map(name => rangeOf(document, name)),
					tagName,
				)
			);
		},
	});
}

const tagName = /[^\s<>/="'&]+/;
