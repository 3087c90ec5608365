import * as vscode from 'vscode';
import { familyGroups, type Family, type FamilyGroup } from '../../core/connector/model/families';
import type { PropertiesEntry } from '../../core/properties/parse';
import { propertiesSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { oneLine } from '../words/oneLine';

/** The outline of translations: the families of their keys, and in them the keys with their texts. */
export function registerPropertiesOutline(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerDocumentSymbolProvider(propertiesSelector, {
		provideDocumentSymbols: document =>
			familyGroups(tools.properties(document)).map(group => groupSymbol(document, group)),
	});
}

function groupSymbol(document: vscode.TextDocument, { family, entries, range }: FamilyGroup) {
	const symbol = new vscode.DocumentSymbol(
		familyName(family),
		String(entries.length),
		vscode.SymbolKind.Namespace,
		rangeOf(document, range),
		keyRange(document, entries[0]),
	);
	symbol.children = entries.map(entry => entrySymbol(document, entry));
	return symbol;
}

function entrySymbol(document: vscode.TextDocument, entry: PropertiesEntry): vscode.DocumentSymbol {
	return new vscode.DocumentSymbol(
		entry.key || vscode.l10n.t('(no key)'),
		oneLine(entry.value, 80),
		vscode.SymbolKind.Key,
		rangeOf(document, entry),
		keyRange(document, entry),
	);
}

function keyRange(document: vscode.TextDocument, { keyStart, keyEnd }: PropertiesEntry): vscode.Range {
	return rangeOf(document, { start: keyStart, end: keyEnd });
}

function familyName(family: Family): string {
	switch (family) {
		case 'descriptions':
			return vscode.l10n.t('Description');
		case 'menus':
			return vscode.l10n.t('Menus');
		case 'sections':
			return vscode.l10n.t('Sections');
		case 'sectionInfos':
			return vscode.l10n.t('Section Introductions');
		case 'placeholders':
			return vscode.l10n.t('Placeholders');
		case 'documentationLinks':
			return vscode.l10n.t('Documentation Links');
		case 'help':
			return vscode.l10n.t('Help');
		case 'fields':
			return vscode.l10n.t('Fields and Options');
	}
}
