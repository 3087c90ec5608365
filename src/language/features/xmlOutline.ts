import * as vscode from 'vscode';
import { outlineOf, type OutlineItem } from '../../core/xml/outline';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';

/** The outline, which breadcrumbs, sticky scroll and Go to Symbol show, too. */
export function registerXmlOutline(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerDocumentSymbolProvider(xmlSelector, {
		provideDocumentSymbols: document => outlineOf(tools.xml(document)).map(item => symbolOf(document, item)),
	});
}

function symbolOf(document: vscode.TextDocument, item: OutlineItem): vscode.DocumentSymbol {
	const { name, detail, element, selection, children } = item;
	const kind = kinds.get(element.name.slice(element.name.indexOf(':') + 1)) ?? vscode.SymbolKind.Object;
	const symbol = new vscode.DocumentSymbol(
		name,
		detail,
		kind,
		rangeOf(document, item),
		rangeOf(document, selection),
	);
	symbol.children = children.map(child => symbolOf(document, child));
	return symbol;
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
