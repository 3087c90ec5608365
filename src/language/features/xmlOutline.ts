import * as vscode from 'vscode';
import { outlineOf, type OutlineItem } from '../../core/xml/outline';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import type { Lines } from '../../core/text/lines';
import type { XmlDocument } from '../../core/xml/tree';
import { inPieces, type Steps } from '../../util/steps';
import { linesIn } from '../texts/places';
import { rangeIn } from '../texts/ranges';

/** How many elements are shown in one step. */
const mostAtOnce = 500;

/** The outline, which breadcrumbs, sticky scroll and Go to Symbol show, too. */
export function registerXmlOutline(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerDocumentSymbolProvider(xmlSelector, {
		provideDocumentSymbols: (document, token) =>
			inPieces(symbolsOf(tools.xml(document)), () => !token.isCancellationRequested),
	});
}

function* symbolsOf(document: XmlDocument): Steps<vscode.DocumentSymbol[]> {
	const lines = linesIn(document);
	const top: vscode.DocumentSymbol[] = [];
	yield;
	const waiting = [{ items: outlineOf(document), into: top }];
	let made = 0;
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		for (const item of next.items) {
			const symbol = symbolOf(lines, item);
			next.into.push(symbol);
			waiting.push({ items: item.children, into: symbol.children });
			if (++made % mostAtOnce === 0) {
				yield;
			}
		}
	}
	return top;
}

function symbolOf(lines: Lines, item: OutlineItem): vscode.DocumentSymbol {
	const { name, detail, element, selection } = item;
	const kind = kinds.get(element.name.slice(element.name.indexOf(':') + 1)) ?? vscode.SymbolKind.Object;
	return new vscode.DocumentSymbol(name, detail, kind, rangeIn(lines, item), rangeIn(lines, selection));
}

const kinds: ReadonlyMap<string, vscode.SymbolKind> = new Map(
	Object.entries({
		Form: vscode.SymbolKind.Module,
		Application: vscode.SymbolKind.Module,
		CorrelationConfig: vscode.SymbolKind.Module,
		Menu: vscode.SymbolKind.Namespace,
		Section: vscode.SymbolKind.Namespace,
		Field: vscode.SymbolKind.Field,
		AllowedValues: vscode.SymbolKind.Enum,
		Option: vscode.SymbolKind.EnumMember,
		Schema: vscode.SymbolKind.Class,
		AttributeDefinition: vscode.SymbolKind.Property,
		entry: vscode.SymbolKind.Key,
		List: vscode.SymbolKind.Array,
		String: vscode.SymbolKind.String,
		Description: vscode.SymbolKind.String,
		Boolean: vscode.SymbolKind.Boolean,
		Integer: vscode.SymbolKind.Number,
		Long: vscode.SymbolKind.Number,
		Filter: vscode.SymbolKind.Operator,
		CompositeFilter: vscode.SymbolKind.Operator,
		Reference: vscode.SymbolKind.Constant,
	}),
);
