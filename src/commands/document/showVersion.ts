import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Side } from '../../core/history/documentHistory';
import type { HistoryEntryName } from '../../core/history/historyEntry';
import { documentTitle } from '../../documents/documentTitle';
import { completeStep } from '../../util/walkthroughSteps';
import { timeOf } from '../../views/history/versionLooks';

/** Compares a version of the history with what the tenant has or, if it does not answer, with what is known of that. */
export async function showVersion(
	{ tenants, catalog, documents, versions }: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'versions'>,
	entry: HistoryEntryName,
	side: Side = 'replaced',
	preserveFocus = false,
): Promise<void> {
	const { document: id } = entry;
	const [title, time, tenant] = [documentTitle(catalog, id), timeOf(entry), tenants.nameOf(id.tenant)];
	const words =
		side === 'replaced'
			? vscode.l10n.t('{0}: before {1} ↔ {2}', title, time, tenant)
			: vscode.l10n.t('{0}: sent {1} ↔ {2}', title, time, tenant);
	const document = documents.get(id);
	// The history is readable without the tenant.
	const isKnown = await document.read().then(
		() => true,
		() => document.bytes !== undefined,
	);
	const present = isKnown ? versions.presentUri(id) : versions.snapshot(id, new Uint8Array());
	const sides = [versions.historyEntry(entry, side), present] as const;
	await vscode.commands.executeCommand('vscode.diff', ...sides, words, { preview: true, preserveFocus });
	completeStep('history');
}
