import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import { fileOf, type DocumentId } from '../core/remote/documentPath';

/** What people call a document, within its tenant: "source-config.xml of JDBC". */
export function documentTitle(
	catalog: Pick<Catalog, 'nameSoFar'>,
	{ tenant, scriptName, part }: DocumentId,
): string {
	return vscode.l10n.t('{0} of {1}', fileOf(part), catalog.nameSoFar(tenant, scriptName) ?? scriptName);
}
