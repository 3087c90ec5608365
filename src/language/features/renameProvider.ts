import * as vscode from 'vscode';
import type { DocumentEdits } from '../../core/connector/fixes/fix';
import { renameAt, renamableAt, type Rename, type RenameRefusal } from '../../core/connector/names/rename';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { editsOfOpened } from '../fixes/workspaceEdits';

/** Renames label keys, fields, attributes of schemas and the correlation-config in all documents of a connector. */
export function registerRename(tools: LanguageTools): vscode.Disposable {
	const provider = new ConnectorRename(tools);
	return vscode.Disposable.from(
		vscode.languages.registerRenameProvider(xmlSelector, provider),
		vscode.languages.registerRenameProvider(propertiesSelector, provider),
	);
}

class ConnectorRename implements vscode.RenameProvider {
	constructor(private readonly tools: LanguageTools) {}

	async prepareRename(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<{ range: vscode.Range; placeholder: string }> {
		const { folder, name } = this.folderOf(document);
		const offset = document.offsetAt(position);
		const found = accepted(renamableAt(await this.tools.connector(folder, { again: true }), name, offset));
		return { range: rangeOf(document, found), placeholder: found.subject.name };
	}

	/**
	 * VS Code shows the edits before it makes them only if people ask for that: if the edits asked for it themselves, those
	 * of other documents would be left out unless people tick each.
	 */
	async provideRenameEdits(
		document: vscode.TextDocument,
		position: vscode.Position,
		newName: string,
	): Promise<vscode.WorkspaceEdit> {
		const { folder, name } = this.folderOf(document);
		const { version } = document;
		const offset = document.offsetAt(position);
		const edit = await editsOfOpened(this.tools, folder, (connector): DocumentEdits => {
			if (document.version !== version) {
				throw new Error(vscode.l10n.t('The text has changed. Rename again.'));
			}
			return accepted<Rename>(renameAt(connector, name, offset, newName)).edits;
		});
		this.tools.refactored.expect(edit);
		return edit;
	}

	private folderOf(document: vscode.TextDocument) {
		return this.tools.folderOf(document.uri) ?? refuse({ code: 'not-renamable' });
	}
}

function accepted<T extends object>(result: T | RenameRefusal): T {
	return isRefusal(result) ? refuse(result) : result;
}

const isRefusal = (result: object): result is RenameRefusal => 'code' in result;

function refuse(refusal: RenameRefusal): never {
	throw new Error(refusalMessage(refusal));
}

function refusalMessage(refusal: RenameRefusal): string {
	switch (refusal.code) {
		case 'not-renamable':
			return vscode.l10n.t(
				'You cannot rename this element. Label keys, fields, schema attributes and the name of the correlation-config can be renamed.',
			);
		case 'not-defined':
			return vscode.l10n.t('{0} is not defined in this connector. Edit the text instead.', refusal.name);
		case 'name-empty':
			return vscode.l10n.t('Enter a name.');
		case 'name-exists':
			return vscode.l10n.t('The name {0} is already in use. Enter another name.', refusal.name);
	}
}
