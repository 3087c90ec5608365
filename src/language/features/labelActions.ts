import * as vscode from 'vscode';
import { labelTexts } from '../../core/connector/model/labels';
import { labelAt } from '../texts/labelAt';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { editCommand } from '../words/labelTable';

const kind = vscode.CodeActionKind.RefactorRewrite;

/** Offers to edit the text of the label key at the cursor; one without any text has a quick fix of its own. */
export function registerLabelActions(tools: LanguageTools): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions(document, { start }) {
			const found = tools.folderOf(document.uri);
			const connector = found && tools.knownConnector(found.folder);
			const label = connector && labelAt(connector, found.name, document.offsetAt(start));
			if (!label || labelTexts(connector, label.key).every(({ text }) => text === undefined)) {
				return [];
			}
			const action = new vscode.CodeAction(vscode.l10n.t('Edit Text of {0}…', label.key), kind);
			action.command = {
				command: editCommand,
				title: action.title,
				arguments: [document.uri, label.key],
			};
			return [action];
		},
	};
	return vscode.Disposable.from(
		...[xmlSelector, propertiesSelector].map(selector =>
			vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [kind] }),
		),
	);
}
