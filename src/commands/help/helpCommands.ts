import * as vscode from 'vscode';
import { versionScheme } from '../../documents/versionUri';
import { tableWords } from '../../pages/translations/tableWords';
import { extensionId } from '../../util/extensionId';
import { commandTitle } from '../ask/commandTitle';
import type { CommandId, Handlers } from '../ids';
import type { Studio } from '../studio';
import { filledHelp, type Keybinding } from './filledHelp';

export function helpCommands({ versions }: Pick<Studio, 'versions'>) {
	return {
		/** A text in an editor is what screen readers read best: line by line, with an outline of its headings. */
		'iscConnectors.help.accessibility': async () => {
			const path = `/${vscode.l10n.t('Accessibility Help')}.md`;
			const uri = vscode.Uri.from({ scheme: versionScheme, path });
			await vscode.window.showTextDocument(versions.keep(uri, await accessibilityHelp()));
		},
	} satisfies Handlers;
}

/** The help in VS Code's language, in English where there is none in that. */
async function accessibilityHelp(): Promise<string> {
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
