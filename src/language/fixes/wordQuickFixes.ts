import * as vscode from 'vscode';
import { isTranslation } from '../../core/connector/documentName';
import { completingStep } from '../../util/walkthroughSteps';
import { findUnknownNames, lastUnknownNames } from '../diagnostics/problems';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { placesOf, toTextEdit } from '../texts/ranges';

/** Replaces unknown names by known ones that are spelled almost alike. */
export function registerWordQuickFixes(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(
		xmlSelector,
		{
			provideCodeActions: (document, _, { diagnostics }) => {
				const found = tools.folderOf(document.uri);
				const shown = diagnostics.filter(({ source, code }) => source === 'ISC' && code === 'name-unknown');
				if (!found || isTranslation(found.name) || shown.length === 0) {
					return [];
				}
				const xml = tools.xml(document);
				const unknown =
					lastUnknownNames(xml) ?? findUnknownNames(xml, found.name, tools.knownNeighbours(found.folder));
				const places = placesOf(document, shown);
				return unknown.flatMap(({ suggested, edits, isSlip, start, end }) => {
					const { diagnostic } = places.find(each => each.start === start && each.end === end) ?? {};
					if (!diagnostic || suggested === undefined || edits.length === 0) {
						return [];
					}
					const title = vscode.l10n.t('Change to {0}', suggested);
					const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
					action.edit = new vscode.WorkspaceEdit();
					action.edit.set(
						document.uri,
						edits.map(edit => toTextEdit(document, edit)),
					);
					action.isPreferred = isSlip;
					action.diagnostics = [diagnostic];
					action.command = completingStep('fix');
					return [action];
				});
			},
		},
		{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
	);
}
