import * as vscode from 'vscode';
import { selectionsAt } from '../../core/xml/selection';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';

/** What Expand Selection grows to. */
export function registerXmlSelection(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerSelectionRangeProvider(xmlSelector, {
		provideSelectionRanges: (document, positions) =>
			positions.map(position => {
				const ranges = selectionsAt(tools.xml(document), document.offsetAt(position));
				const nothing = new vscode.SelectionRange(new vscode.Range(position, position));
				const outermost = ranges.reduceRight<vscode.SelectionRange | undefined>(
					(around, range) => new vscode.SelectionRange(rangeOf(document, range), around),
					undefined,
				);
				return outermost ?? nothing;
			}),
	});
}
