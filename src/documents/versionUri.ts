import type * as vscode from 'vscode';
import { scheme, type DocumentId } from '../core/remote/documentPath';
import { fromUri } from './documentUri';

/** Of read-only texts of documents: what a tenant has or had. */
export const versionScheme = 'isc-connector-version';

/** The document of which a URI shows the text, as it is in the editor or as it is or was elsewhere. */
export function shownDocument(uri: vscode.Uri): DocumentId | undefined {
	return fromUri(uri.scheme === versionScheme ? uri.with({ scheme }) : uri);
}

/** The query of the accessibility help, whose text is the same in every session. */
export const helpQuery = 'help';
