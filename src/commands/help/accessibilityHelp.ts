import * as vscode from 'vscode';
import { tableWords } from '../../pages/translations/tableWords';
import { extensionId } from '../../util/extensionId';
import { commandTitle } from '../ask/commandTitle';
import type { CommandId } from '../ids';
import { filledHelp, type Keybinding } from './filledHelp';

/** The help in VS Code's language, in English where there is none in that. */
export async function accessibilityHelp(): Promise<string> {
	const extension = vscode.extensions.getExtension<unknown>(extensionId);
	if (!extension) {
		throw new Error(`${extensionId} is not installed.`);
	}
	const read = (name: string) =>
		vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'media/help', name));
	const bytes = await read(`accessibility.${vscode.env.language}.md`).then(
		found => found,
		() => read('accessibility.md'),
	);
	const { contributes } = extension.packageJSON as {
		readonly contributes: { readonly keybindings: readonly Keybinding[] };
	};
	const quoted = (text: string) => vscode.l10n.t('"{0}"', text);
	return filledHelp(new TextDecoder().decode(bytes), {
		titleOf: id => quoted(commandTitle(id as CommandId)),
		wordOf: english => quoted(vscode.l10n.t(english)),
		keybindings: contributes.keybindings,
		tableShortcuts: tableWords().shortcuts,
		isMac: process.platform === 'darwin',
	});
}
