import * as vscode from 'vscode';
import { outlineOf, type Outline } from '../../core/xml/outline';
import type { OutlineItem } from '../../core/xml/outlineItem';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import type { Lines } from '../../core/text/lines';
import { inPieces } from '../../util/steps';
import { linesIn } from '../texts/places';
import { rangeIn } from '../texts/ranges';

/** The outline, which breadcrumbs, sticky scroll and Go to Symbol show, too. */
export function registerXmlOutline(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerDocumentSymbolProvider(xmlSelector, new XmlOutline(tools));
}

class XmlOutline implements vscode.DocumentSymbolProvider {
	private last: Outline<vscode.DocumentSymbol> | undefined;

	constructor(private readonly tools: LanguageTools) {}

	async provideDocumentSymbols(
		text: vscode.TextDocument,
		token: vscode.CancellationToken,
	): Promise<vscode.DocumentSymbol[]> {
		const document = this.tools.xml(text);
		const lines = linesIn(document);
		const steps = outlineOf({ document, lines }, item => symbolOf(lines, item), this.last);
		const made = await inPieces(steps, () => !token.isCancellationRequested);
		this.last = made ?? this.last;
		return [...(made?.entries ?? [])];
	}
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
