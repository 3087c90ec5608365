import * as vscode from 'vscode';
import { foldsOf } from '../../core/xml/folding';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { linesIn } from '../texts/places';

export function registerXmlFolding(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerFoldingRangeProvider(xmlSelector, {
		provideFoldingRanges: document => {
			const xml = tools.xml(document);
			return foldsOf(xml, linesIn(xml)).map(
				({ startLine, endLine, isComment }) =>
					new vscode.FoldingRange(
						startLine,
						endLine,
						isComment ? vscode.FoldingRangeKind.Comment : undefined,
					),
			);
		},
	});
}
