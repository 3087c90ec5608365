import * as vscode from 'vscode';
import { isTranslation } from '../core/connector/documentName';
import type { DocumentPart } from '../core/remote/documentPath';
import { extensionId } from '../util/extensionId';

const images: Readonly<Record<string, string>> = {
	'source-config': 'form',
	'source-template': 'template',
	'correlation-config': 'correlation',
	'connector-metadata': 'metadata',
};

/** The icon of a kind of document. */
export function documentIcon(part: DocumentPart): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
	const image = isTranslation(part) ? 'language' : images[part];
	const root = vscode.extensions.getExtension(extensionId)?.extensionUri;
	const file = (theme: string) =>
		vscode.Uri.joinPath(root ?? vscode.Uri.file('/'), 'media', 'documents', `${image}-${theme}.svg`);
	return { light: file('light'), dark: file('dark') };
}
