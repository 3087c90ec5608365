import * as vscode from 'vscode';
import { pickRow } from './ask/lists';
import type { DocumentId } from '../core/remote/documentPath';
import { SaveConflictError } from '../core/remote/saveErrors';
import type { Catalog } from '../catalog/catalog';
import { documentTitle } from '../documents/documentTitle';
import { toUri } from '../documents/documentUri';
import type { SaveBatch } from '../documents/saves/saveBatches';
import { documentMessage } from '../messages/documentMessage';
import { fewNames } from '../messages/fewNames';
import type { Tenants } from '../tenants/tenants';

/** One message for all documents that were not saved by Save All. */
export async function tellOfFailedSaves(
	{ tenants, catalog }: { readonly tenants: Tenants; readonly catalog: Catalog },
	{ count, failed }: SaveBatch,
): Promise<void> {
	const show = vscode.l10n.t('Show Details');
	const chosen = await vscode.window.showErrorMessage(
		vscode.l10n.t(
			'Not saved ({0} of {1} documents): {2}. Unsaved changes stay in the editor.',
			failed.length,
			count,
			fewNames(failed.map(({ id }) => documentTitle(catalog, id))),
		),
		show,
	);
	if (chosen !== show) {
		return;
	}
	const picked = await pickRow(
		failed.map(({ id, error }) => ({
			label: documentTitle(catalog, id),
			description: tenants.nameOf(id.tenant),
			detail: reasonOf(tenants, id, error),
			id,
		})),
		{ title: vscode.l10n.t('Not Saved'), prompt: vscode.l10n.t('Select a document to open') },
	);
	if (picked) {
		await vscode.window.showTextDocument(toUri(picked.id));
	}
}

function reasonOf(tenants: Tenants, { tenant }: DocumentId, error: Error | undefined): string {
	const nameOf = (host: string) => tenants.nameOf(host);
	return (
		documentMessage(error ?? new SaveConflictError(), { tenant: nameOf(tenant), nameOf }) ??
		vscode.l10n.t('Cancelled.')
	);
}
