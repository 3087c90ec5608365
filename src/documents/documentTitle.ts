import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import { fileOf, type DocumentId } from '../core/remote/documentPath';

/** What titles call a document: "source-config.xml of JDBC". */
export async function documentTitle(
	catalog: Catalog,
	{ tenant, scriptName, part }: DocumentId,
): Promise<string> {
	const name = (await catalog.knownName(tenant, scriptName)) ?? scriptName;
	return vscode.l10n.t('{0} of {1}', fileOf(part), name);
}
