import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { nameOf } from '../../documents/documents';
import { documentTitle } from '../../documents/documentTitle';
import { dateOf } from '../../core/history/historyEntry';
import type { TransferKind, TransferRecord } from '../../core/transfer/send/transferRecord';
import type { FailedUndo, UndoResult } from '../../core/transfer/send/transferUndo';
import { errorLine } from '../../messages/errorLine';
import { safeText, withoutLinks } from '../../messages/safeText';
import { completeStep } from '../../util/walkthroughSteps';
import { UserError } from '../../messages/userError';
import { connectorCount, documentCount } from '../ask/counts';
import { tenantNamed, type Options } from '../ask/options';
import { whileShown } from '../ask/progress';
import { showEffects } from '../source/showEffects';
import type { ShowingSources } from '../source/showSources';
import type { TransferDesk } from './transferDesk';
import { effectsOfUndo } from './transferEffects';
import { approveNow, checkEffects } from '../ask/approval';
import { transferMessage } from './transferMessage';
import { fewNames } from '../../messages/fewNames';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';

type UndoTools = ShowingSources & Pick<Studio, 'effects' | 'documents' | 'history' | 'log'>;

/** Asks which promotion, import or copy to undo, unless its id is given. */
export async function undoByAsking(
	studio: UndoTools,
	desk: TransferDesk,
	id: string | undefined,
): Promise<UndoResult | undefined> {
	const records = await desk.records.list();
	const record = id === undefined ? await pickRecord(studio, records) : records.find(each => each.id === id);
	if (records.length === 0 || (id !== undefined && !record)) {
		void vscode.window.showInformationMessage(nothingLeft());
		return undefined;
	}
	return record && undo(studio, desk, record);
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
		throw new UserError(nothingLeft());
	}
	return record;
}

function nothingLeft(): string {
	return vscode.l10n.t('There is nothing to undo.');
}

/**
 * @param options those of a program, which is asked nothing in the access mode `live`
 * @returns undefined if the person was asked and declined
 */
export async function undo(
	studio: UndoTools,
	desk: TransferDesk,
	record: TransferRecord,
	options?: Options,
): Promise<UndoResult | undefined> {
	const tenant = tenantNamed(studio, record.tenant);
	const { created, changes } = record;
	const effects = await effectsOfUndo(studio, record);
	if (options) {
		checkEffects(effects, options['acceptEffects']);
	}
	const isWanted = await approveNow(studio, tenant.id, {
		question: vscode.l10n.t('Undo "{0}"?', record.title),
		detail: [
			created.length > 0 &&
				vscode.l10n.t(
					'This deletes {0} from {1}, including later changes. A backup is kept on this computer.',
					created.map(({ name }) => safeText(name)).join(', '),
					tenant.name,
				),
			changes.length > 0 &&
				(changes.length === 1
					? vscode.l10n.t('1 document returns to its previous version, unless it was changed since.')
					: vscode.l10n.t(
							'{0} documents return to their previous version, except those changed since.',
							changes.length,
						)),
		]
			.filter(Boolean)
			.join('\n'),
		yes: vscode.l10n.t('Undo'),
		always: !options,
		...(!options && {
			effects: { all: effects, show: () => showEffects(studio, tenant, effects, record.title) },
		}),
	});
	if (!isWanted) {
		return undefined;
	}
	const result = await whileShown(vscode.l10n.t('Undoing "{0}"', record.title), signal =>
		desk.transfers.undo(record, signal),
	);
	if (result.restored.length + result.altered.length + result.deleted.length > 0) {
		completeStep('transfer');
	}
	void showResult(studio, tenant.id, result);
	if (desk.shownTenant === tenant.id) {
		await desk.compareAgain();
	}
	return result;
}

async function showResult(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'log'>,
	tenant: string,
	result: UndoResult,
): Promise<void> {
	const { restored, altered, deleted, stay, failed, isCancelled } = result;
	const name = studio.tenants.nameOf(tenant);
	const failures = failed.map(each => failureText(studio, tenant, each));
	const [first, ...others] = failures;
	const sentences = [
		deleted.length > 0 &&
			(deleted.length === 1
				? vscode.l10n.t('Undone: {0} was deleted from {1}.', fewNames(deleted), name)
				: vscode.l10n.t('Undone: {0} were deleted from {1}.', fewNames(deleted), name)),
		restored.length > 0 && vscode.l10n.t('Undone in {0}: {1}.', name, documentCount(restored.length)),
		altered.length > 0 &&
			vscode.l10n.t(
				'{0} rewrote these documents: {1}.',
				name,
				fewNames(altered.map(id => documentTitle(studio.catalog, id))),
			),
		stay.length > 0 &&
			vscode.l10n.t(
				'Not undone, because translations cannot be deleted: {0}.',
				fewNames(stay.map(id => documentTitle(studio.catalog, id))),
			),
		first && others.length === 0 && first,
		others.length > 0 &&
			vscode.l10n.t(
				'Not undone: {0}. See the details, then undo again.',
				fewNames(failed.map(each => failedName(studio, each))),
			),
		isCancelled && vscode.l10n.t('The undo was cancelled. Undo again to finish.'),
	].filter(sentence => typeof sentence === 'string');
	const message = sentences.join(' ') || nothingLeft();
	if (failures.length === 0 && !isCancelled) {
		void vscode.window.showInformationMessage(message);
		return;
	}
	const details = vscode.l10n.t('Show Details');
	const pressed = await vscode.window.showWarningMessage(message, ...(others.length > 0 ? [details] : []));
	if (pressed === details) {
		await pickRow(
			failures.map(label => ({ label })),
			{
				title: vscode.l10n.t('Not Undone in {0}', name),
				prompt: vscode.l10n.t('What could not be undone'),
			},
		);
	}
}

function failedName({ catalog }: Pick<Studio, 'catalog'>, failed: FailedUndo): string {
	return 'document' in failed ? documentTitle(catalog, failed.document) : failed.connector.name;
}

function failureText(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'log'>,
	tenant: string,
	failed: FailedUndo,
): string {
	const what = 'document' in failed ? nameOf(failed.document) : failed.connector.name;
	studio.log.warn(errorLine(failed.error, studio.tenants, { tenant, what }));
	const name = failedName(studio, failed);
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
	const picked = await pickRow(
		records.map(record => ({
			label: `$(${icons[record.kind]}) ${record.title}`,
			description: format.format(dateOf(record.id)),
			detail: vscode.l10n.t('{0}: {1}', tenants.nameOf(record.tenant), countsOf(record)),
			record,
		})),
		{
			title: commandTitle('iscConnectors.transfer.undo'),
			prompt: vscode.l10n.t('Select what to undo'),
		},
	);
	return picked?.record;
}

function countsOf({ changes, created }: TransferRecord): string {
	return [
		changes.length > 0 && vscode.l10n.t('{0} changed', documentCount(changes.length)),
		created.length > 0 && vscode.l10n.t('{0} created', connectorCount(created.length)),
	]
		.filter(Boolean)
		.join(', ');
}

const icons: Readonly<Record<TransferKind, string>> = {
	import: 'cloud-download',
	promotion: 'arrow-right',
	copy: 'copy',
};
