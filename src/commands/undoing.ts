import * as vscode from 'vscode';
import type { Studio } from '.';
import { nameOf } from '../documents/documents';
import { dateOf } from '../documents/restorePoint';
import type { TransferKind, TransferRecord } from '../transfer/transferRecord';
import type { UndoResult } from '../transfer/transfers';
import { UserError } from '../util/userError';
import { approve } from './approval';
import { connectorCount, documentCount } from './counts';
import { tenantNamed } from './options';
import { whileShown } from './progress';
import type { TransferDesk } from './transferDesk';
import { transferMessage, withSentences } from './transferMessage';

/** Asks which promotion, import or copy to undo, unless it is the latest one of a tenant. */
export async function undoByAsking(
	studio: Studio,
	desk: TransferDesk,
	latestOf: string | undefined,
): Promise<void> {
	const records = await desk.records.list();
	const record =
		latestOf === undefined
			? await pickRecord(studio, records)
			: records.find(({ tenant }) => tenant === latestOf);
	if (record) {
		await undo(studio, desk, record, true);
	} else if (records.length === 0) {
		throw new UserError(vscode.l10n.t('Nothing has been promoted, imported or copied from this machine.'));
	}
}

/**
 * @param asks also where the tenant's access mode does not want it
 * @returns undefined if the person was asked, and would rather not
 */
export async function undo(
	studio: Studio,
	desk: TransferDesk,
	record: TransferRecord,
	asks: boolean,
): Promise<UndoResult | undefined> {
	const tenant = tenantNamed(studio, record.tenant);
	const { created, changes } = record;
	const isWanted = await approve(tenant, {
		question: vscode.l10n.t('Undo "{0}"?', record.title),
		detail: [
			created.length > 0 &&
				vscode.l10n.t(
					'These connectors are deleted from {0}, with whatever was changed in them since: {1}. A copy is kept on this machine.',
					tenant.name,
					created.map(({ name }) => name).join(', '),
				),
			changes.length > 0 &&
				vscode.l10n.t(
					'{0} gets back what it had, unless it was changed since: {1}.',
					tenant.name,
					documentCount(changes.length),
				),
		]
			.filter(Boolean)
			.join('\n'),
		yes: vscode.l10n.t('Undo'),
		always: asks,
	});
	if (!isWanted) {
		return undefined;
	}
	const result = await withSentences(studio, tenant.id, () =>
		whileShown(vscode.l10n.t('Undoing "{0}"', record.title), signal => desk.transfers.undo(record, signal)),
	);
	tell(studio, tenant.id, result);
	if (desk.shownTenant === tenant.id) {
		await desk.compareAgain();
	}
	return result;
}

function tell(studio: Studio, tenant: string, { restored, deleted, stay, failed }: UndoResult): void {
	const name = studio.tenants.nameOf(tenant);
	const sentences = [
		restored.length > 0 &&
			vscode.l10n.t('{0} has again what it had before: {1}.', name, documentCount(restored.length)),
		deleted.length > 0 && vscode.l10n.t('Deleted again: {0}.', deleted.join(', ')),
		stay.length > 0 &&
			vscode.l10n.t(
				'The service can delete no translation, so these stay: {0}.',
				stay.map(nameOf).join(', '),
			),
		...failed.map(
			({ document, error }) => `${nameOf(document)}: ${transferMessage(studio, tenant, error) ?? ''}`,
		),
	].filter(sentence => sentence !== false);
	const message = sentences.join(' ');
	void (failed.length > 0
		? vscode.window.showWarningMessage(message)
		: vscode.window.showInformationMessage(message));
}

async function pickRecord(
	{ tenants }: Studio,
	records: readonly TransferRecord[],
): Promise<TransferRecord | undefined> {
	if (records.length === 0) {
		return undefined;
	}
	const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
	const picked = await vscode.window.showQuickPick(
		records.map(record => ({
			label: `$(${icons[record.kind]}) ${record.title}`,
			description: format.format(dateOf(record.id)),
			detail: vscode.l10n.t(
				'{0}: {1} changed, {2} created',
				tenants.nameOf(record.tenant),
				documentCount(record.changes.length),
				connectorCount(record.created.length),
			),
			record,
		})),
		{ title: vscode.l10n.t('Undo Promotion, Import or Copy') },
	);
	return picked?.record;
}

const icons: Readonly<Record<TransferKind, string>> = {
	import: 'cloud-download',
	promotion: 'arrow-right',
	copy: 'copy',
};
