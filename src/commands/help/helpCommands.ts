import * as vscode from 'vscode';
import { helpQuery, versionScheme } from '../../documents/versionUri';
import type { Handlers } from '../ids';

export function helpCommands() {
	return {
		/** A text in an editor is what screen readers read best: line by line, with an outline of its headings. */
		'iscConnectors.help.accessibility': async () => {
			const path = `/${vscode.l10n.t('Accessibility Help')}.md`;
			await vscode.window.showTextDocument(
				vscode.Uri.from({ scheme: versionScheme, path, query: helpQuery }),
			);
		},
	} satisfies Handlers;
}
