import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { DocumentId } from '../../core/remote/documentPath';
import { nameOf } from '../../documents/documents';
import { toUri } from '../../documents/documentUri';
import { documentAt } from '../../documents/openDocuments';
import type { Tenant } from '../../core/api/tenant';
import { UserError } from '../../messages/userError';
import { isTreeNode } from '../../views/treeNode';
import { revealToo } from './revealing';

/** Shows a document in an editor. */
export async function openDocument(
	{ tenants, documents }: Pick<Studio, 'tenants' | 'documents'>,
	id: DocumentId,
	{ viewColumn = vscode.ViewColumn.Active, toTheSide = false } = {},
): Promise<vscode.TextEditor> {
	const uri = toUri(id);
	// VS Code's own message for a document that cannot be read is of no help.
	if (!documentAt(uri) && !(await documents.get(id).read())) {
		throw new UserError(vscode.l10n.t('{0} has no document {1}.', tenants.nameOf(id.tenant), nameOf(id)));
	}
	return vscode.window.showTextDocument(uri, {
		viewColumn: toTheSide ? vscode.ViewColumn.Beside : viewColumn,
	});
}

/** Shows a document in an editor and its connector in the tree, unless a filter hides it there. */
export async function openConnector(
	studio: Pick<Studio, 'tenants' | 'documents' | 'tree' | 'view' | 'log'>,
	id: DocumentId,
	options?: { readonly toTheSide: boolean },
): Promise<void> {
	await openDocument(studio, id, options);
	const find = () => studio.tree.connectorNode(id.tenant, id.scriptName);
	await revealToo(studio, find, { expand: true, select: true, focus: false });
}

/** Shows a tenant in the tree, which asks it again for its connectors. */
export async function revealAndRetry(
	studio: Pick<Studio, 'tree' | 'view' | 'log'>,
	{ id }: Tenant,
): Promise<void> {
	const node = studio.tree.tenantNode(id);
	if (node) {
		studio.tree.retry(node);
		await revealToo(studio, () => node, { expand: true, focus: true, select: true });
	}
}

/**
 * The argument of a command that has a button in the title of the view. To such a button VS Code passes the focused node,
 * which the button is not about: then it is undefined.
 */
export function calledOn(argument: unknown): unknown {
	return isTreeNode(argument) ? undefined : argument;
}
