import * as vscode from 'vscode';
import { labelTexts } from '../../core/connector/model/labels';
import { isTranslation, localeOf } from '../../core/connector/documentName';
import type { TextRange } from '../../core/text/textEdit';
import { namedAt } from '../../core/connector/names/references';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { connectorOfDocument, type DocumentInConnector } from '../texts/connectorOfDocument';
import { wordTable } from '../words/wordTable';

/** Shows what a label key says in every locale. */
export function registerLabelHover(tools: LanguageTools): vscode.Disposable {
	const provider: vscode.HoverProvider = {
		async provideHover(document, position) {
			const offset = document.offsetAt(position);
			const found = await connectorOfDocument(tools, document);
			const label = found && labelAt(found, offset);
			const texts = label && labelTexts(found.connector, label.key);
			if (!label || !texts?.some(({ text }) => text !== undefined)) {
				return undefined;
			}
			const header = [vscode.l10n.t('Locale'), label.key];
			const rows = texts.map(({ locale, text }) => [locale, text ?? vscode.l10n.t('— missing')]);
			return new vscode.Hover(wordTable([header, ...rows]), rangeOf(document, label));
		},
	};
	return vscode.Disposable.from(
		vscode.languages.registerHoverProvider(xmlSelector, provider),
		vscode.languages.registerHoverProvider(propertiesSelector, provider),
	);
}

/** The label key that is named at a place, or that the text there belongs to. */
function labelAt(
	{ connector, name }: DocumentInConnector,
	offset: number,
): (TextRange & { readonly key: string }) | undefined {
	if (isTranslation(name)) {
		return connector.translations
			.get(localeOf(name))
			?.entries.find(({ start, end }) => start <= offset && offset <= end);
	}
	const named = namedAt(connector, name, offset);
	return named?.subject.kind === 'label'
		? { key: named.subject.name, start: named.start, end: named.end }
		: undefined;
}
