import * as vscode from 'vscode';
import { helpUri } from '../../documents/versionUri';
import type { Handlers } from '../ids';

export function helpCommands() {
	return {
		/** A text in an editor is what screen readers read best: line by line, with an outline of its headings. */
		'iscConnectors.help.accessibility': async () => {
			await vscode.window.showTextDocument(helpUri());
		},
	} satisfies Handlers;
}
