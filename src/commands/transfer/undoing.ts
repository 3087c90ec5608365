import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { nameOf } from '../../documents/documents';
import { dateOf } from '../../core/history/historyEntry';
import type { TransferKind, TransferRecord } from '../../core/transfer/send/transferRecord';
import type { FailedUndo, UndoResult } from '../../core/transfer/send/transferUndo';
import { errorLine } from '../../messages/errorLine';
import { safeText, withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { connectorCount, documentCount } from '../ask/counts';
import { tenantNamed } from '../ask/options';
import { whileShown } from '../ask/progress';
import type { TransferDesk } from './transferDesk';
import { approveNow } from '../ask/approval';
import { transferMessage } from './transferMessage';
import { fewNames } from '../../messages/fewNames';

/** How many failures a message has at most. */
const mostFailures = 3;

/** Asks which promotion, import or copy to undo, unless its id is given. */
export async function undoByAsking(
	studio: Pick<Studio, 'tenants' | 'log'>,
	desk: TransferDesk,
	id: string | undefined,
): Promise<UndoResult | undefined> {
	const records = await desk.records.list();
	if (id === undefined && records.length === 0) {
		throw new UserError(vscode.l10n.t('Nothing has been promoted, imported or copied from this machine.'));
	}
	const record = id === undefined ? await pickRecord(studio, records) : recordNamed(records, id);
	return record && undo(studio, desk, record, true);
}

/** The record with an id, or else the latest of the tenant; undefined if it has none. */
export async function recordByArguments(
	{ records, transfers }: TransferDesk,
	tenant: string,
	id: string | undefined,
): Promise<TransferRecord | undefined> {
	await transfers.settled(tenant); // A transfer that is still running may be the latest.
	const own = (await records.list()).filter(record => record.tenant === tenant);
	return id === undefined ? own[0] : recordNamed(own, id);
}

/** @throws UserError if there is none */
function recordNamed(records: readonly TransferRecord[], id: string): TransferRecord {
	const record = records.find(each => each.id === id);
	if (!record) {
		throw new UserError(vscode.l10n.t('Nothing of it is left to undo.'));
	}
	return record;
}

/**
 * @param asks in the access mode `live`, too
 * @returns undefined if the person was asked and declined
 */
export async function undo(
	studio: Pick<Studio, 'tenants' | 'log'>,
	desk: TransferDesk,
	record: TransferRecord,
	asks: boolean,
): Promise<UndoResult | undefined> {
	const tenant = tenantNamed(studio, record.tenant);
	const { created, changes } = record;
	const isWanted = await approveNow(studio, tenant.id, {
		question: vscode.l10n.t('Undo "{0}"?', record.title),
		detail: [
			created.length > 0 &&
				vscode.l10n.t(
					'These connectors are deleted from {0}, with whatever was changed in them since: {1}. A copy is kept on this machine.',
					tenant.name,
					created.map(({ name }) => safeText(name)).join(', '),
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
	const result = await whileShown(vscode.l10n.t('Undoing "{0}"', record.title), signal =>
		desk.transfers.undo(record, signal),
	);
	showResult(studio, tenant.id, result);
	if (desk.shownTenant === tenant.id) {
		await desk.compareAgain();
	}
	return result;
}

function showResult(studio: Pick<Studio, 'tenants' | 'log'>, tenant: string, result: UndoResult): void {
	const { restored, deleted, stay, failed, isCancelled } = result;
	const name = studio.tenants.nameOf(tenant);
	const sentences = [
		restored.length > 0 &&
			vscode.l10n.t('{0} has again what it had before: {1}.', name, documentCount(restored.length)),
		deleted.length > 0 && vscode.l10n.t('Deleted again: {0}.', fewNames(deleted)),
		stay.length > 0 &&
			vscode.l10n.t('The service can delete no translation, so these stay: {0}.', fewNames(stay.map(nameOf))),
		...failed.slice(0, mostFailures).map(each => failureText(studio, tenant, each)),
		failed.length > mostFailures &&
			vscode.l10n.t('{0} more could not be undone.', failed.length - mostFailures),
		isCancelled && vscode.l10n.t('It was cancelled; what is left can still be undone.'),
	].filter(sentence => sentence !== false);
	const message = sentences.join(' ') || vscode.l10n.t('Nothing of it is left to undo.');
	void (failed.length > 0 || isCancelled
		? vscode.window.showWarningMessage(message)
		: vscode.window.showInformationMessage(message));
}

function failureText(studio: Pick<Studio, 'tenants' | 'log'>, tenant: string, failed: FailedUndo): string {
	const name = 'document' in failed ? nameOf(failed.document) : failed.connector.name;
	studio.log.warn(errorLine(failed.error, studio.tenants, { tenant, what: name }));
	return `${safeText(name)}: ${withoutLinks(transferMessage(studio, tenant, failed.error) ?? '')}`;
}

async function pickRecord(
	{ tenants }: Pick<Studio, 'tenants'>,
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
