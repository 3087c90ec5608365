import * as vscode from 'vscode';
import { Lines } from '../../core/text/lines';
import { foldsOf } from '../../core/xml/folding';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';

export function registerXmlFolding(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerFoldingRangeProvider(xmlSelector, {
		provideFoldingRanges: document => {
			const xml = tools.xml(document);
			return foldsOf(xml, new Lines(xml.text)).map(
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
