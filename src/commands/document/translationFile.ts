import * as vscode from 'vscode';
import type { Locale } from '../../core/api/wire';
import { folderName } from '../../documents/folderName';
import { pickMissingLocale } from './addTranslation';

/** Asks for a locale, and makes its file in the folder of an exported connector. */
export async function addTranslationFile(folder: vscode.Uri): Promise<void> {
	const translations = vscode.Uri.joinPath(folder, 'translations');
	const files = await vscode.workspace.fs.readDirectory(translations).then(
		entries => entries.map(([name]) => name),
		() => [], // There is no such folder yet.
	);
	const existing = files.map(name => name.replace(/\.properties$/, '') as Locale);
	const locale = await pickMissingLocale({ name: folderName(folder) }, existing);
	if (locale) {
		const file = vscode.Uri.joinPath(translations, `${locale}.properties`);
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(file, { ignoreIfExists: true });
		await vscode.workspace.applyEdit(edit);
		await vscode.window.showTextDocument(file);
	}
}
