import * as vscode from 'vscode';
import { readAsUtf8 } from '../../core/remote/readAsUtf8';

/**
 * Opens a document again as UTF-8, with the changes that its editor holds.
 * @param base the tenant's bytes that the editor's text was made from
 */
export async function reopenAsUtf8(uri: vscode.Uri, base: Uint8Array): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	const { encoding } = document;
	const shown = document.getText();
	const decoded = await vscode.workspace.decode(base, { encoding: 'utf8' });
	const original = await vscode.workspace.decode(base, { encoding });
	const text = readAsUtf8({ shown, original, decoded, bytesOf: await encoder(shown, encoding) });
	await vscode.window.showTextDocument(document, { preview: false });
	if (document.getText() !== shown) {
		return reopenAsUtf8(uri, base); // Somebody has typed on, which must not be lost.
	}
	await vscode.commands.executeCommand('workbench.action.files.revert');
	let isNewer = false;
	try {
		const reopened = await vscode.workspace.openTextDocument(uri, { encoding: 'utf8' });
		isNewer = !sameLines(reopened.getText(), decoded);
		if (!isNewer && (await replaceAll(reopened, text))) {
			return;
		}
	} catch (error) {
		await replaceAll(document, shown);
		throw error;
	}
	// The tenant's text has changed, and this one must not replace it unseen.
	await vscode.window.showTextDocument(
		await vscode.workspace.openTextDocument({ content: text, language: document.languageId }),
	);
	void vscode.window.showWarningMessage(
		isNewer
			? vscode.l10n.t('The tenant has a newer version, which is open now. Your text is in a new editor.')
			: vscode.l10n.t('VS Code rejected the change. Your text is in a new editor.'),
	);
}

function replaceAll(document: vscode.TextDocument, text: string): Thenable<boolean> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	return vscode.workspace.applyEdit(edit);
}

/** VS Code gives all lines of an editor the same end. */
function sameLines(one: string, other: string): boolean {
	const withoutReturns = (text: string) => text.replace(/\r\n?/g, '\n');
	return withoutReturns(one) === withoutReturns(other);
}

/** Gives the bytes of the characters of a text; none for what the encoding does not have. */
async function encoder(text: string, encoding: string): Promise<(character: string) => readonly number[]> {
	const bytes = new Map<string, readonly number[]>();
	for (const character of new Set(text)) {
		const encoded = await vscode.workspace.encode(character, { encoding });
		const isHeld = (await vscode.workspace.decode(encoded, { encoding })) === character;
		bytes.set(character, isHeld ? [...encoded] : []);
	}
	return character => bytes.get(character) ?? [];
}
