import * as vscode from 'vscode';
import { withXml } from '../../core/connector/connectorDocuments';
import { isTranslation, type XmlName } from '../../core/connector/documentName';
import { usageOf } from '../../core/connector/vocabulary/vocabularyUsage';
import { wordAt, type Word } from '../../core/connector/vocabulary/vocabularyWord';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { describe } from '../words/vocabularyTexts';
import { usedBy, wordHelp } from '../words/wordHelp';

/** Says what elements, attributes and values mean, and how many connectors have them. */
export function registerXmlHover(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerHoverProvider(xmlSelector, {
		provideHover(document, position) {
			const found = tools.folderOf(document.uri);
			if (!found || isTranslation(found.name)) {
				return undefined;
			}
			const { folder, name: kind } = found;
			const xml = tools.xml(document);
			const known = tools.knownConnector(folder) ?? tools.inEditors(folder);
			const connectors = [withXml(known, kind, xml), ...tools.knownNeighbours(folder)];
			const usage = usageOf(connectors, kind);
			const word = wordAt(kind, xml, document.offsetAt(position), usage);
			const help = word && helpOf(kind, word, usage.connectors);
			return help && new vscode.Hover(help, rangeOf(document, word));
		},
	});
}

/** Undefined for a word that has no description and that no other connector has. */
function helpOf(kind: XmlName, word: Word, all: number): vscode.MarkdownString | undefined {
	const { element, attribute, value, connectors } = word;
	const description = describe(kind, element, attribute, value);
	const isShared = connectors > (value === undefined ? 0 : 1);
	const use = all > 1 && isShared ? usedBy(connectors, all) : undefined;
	return description === undefined && use === undefined ? undefined : wordHelp(description, use);
}
