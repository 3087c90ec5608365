import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { archiveError } from '../../messages/archiveMessage';
import { withOtherTranslations, type ConnectorBundle } from '../../core/transfer/archive/bundle';
import type { DeletedConnector } from '../../core/transfer/copy/deletedConnectors';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { safeText, withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { approveNow, checkWritable } from '../ask/approval';
import { showConnector, type ConnectorHandle } from '../connector/creation';
import { subjectOf } from '../ask/counts';
import { tenantNamed } from '../ask/options';
import { whileShown } from '../ask/progress';
import { restoreQuestion } from '../connector/restoreQuestions';
import type { Origin, TransferSource } from '../transfer/planTransfer';
import type { TransferDesk } from '../transfer/transferDesk';
import { withSentences } from '../transfer/transferMessage';
import { fewNames } from '../../messages/fewNames';

/** A deleted connector that was created again. */
export interface RestoredConnector extends ConnectorHandle {
	/** The service creates no DEPRECATED connector, so it may differ from before. */
	readonly status: string | undefined;
	/** The documents that the tenant accepted, but stored with another text. */
	readonly altered: readonly string[];
}

/** Where to create a deleted connector, and how to get the class name if its copy has none. */
export interface Restoration {
	readonly tenant: Tenant;
	/** Resolves to undefined if the person left. */
	readonly className: () => Promise<string | undefined>;
}

/**
 * Creates a deleted connector again with all its documents. If the tenant has a connector of that name again, shows
 * instead what would change in it.
 */
export async function restoreDeleted(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'tree' | 'view' | 'log'>,
	desk: TransferDesk,
	deleted: DeletedConnector,
	{ tenant: { id }, className }: Restoration,
): Promise<RestoredConnector | undefined> {
	const name = safeText(deleted.name);
	const plan = async (chosen?: string) => {
		const tenant = tenantNamed(studio, id);
		checkWritable(tenant);
		const source = backupSource(desk, [deleted], tenant, () => chosen);
		const { transfer } = await withSentences(studio, id, () =>
			whileShown(vscode.l10n.t('Looking for {0} in {1}', name, tenant.name), (signal, report) =>
				desk.plan(source, signal, report),
			),
		);
		const [planned] = transfer.connectors;
		if (!planned) {
			throw new UserError(vscode.l10n.t('The backup of {0} no longer exists.', name));
		}
		return { source, transfer, planned };
	};
	let { source, transfer, planned } = await plan();
	if (planned.obstacle) {
		const chosen = await className();
		if (chosen === undefined) {
			return undefined;
		}
		({ source, transfer, planned } = await plan(chosen));
	}
	if (planned.scriptName !== undefined) {
		await desk.show(source, () => false);
		return undefined;
	}
	const choices = new Set<TransferChoice>(transfer.choicesOf(planned));
	const tenant = tenantNamed(studio, id);
	if (!(await approveNow(studio, tenant.id, restoreQuestion(studio, deleted, tenant)))) {
		return undefined;
	}
	const title = vscode.l10n.t('Restoring {0} in {1}', name, tenant.name);
	await withSentences(studio, id, () => desk.send(transfer, choices, title));
	return shownResult(studio, desk, { transfer, choices, deleted, tenant });
}

async function shownResult(
	studio: Pick<Studio, 'catalog' | 'tree' | 'view' | 'log'>,
	desk: TransferDesk,
	{
		transfer,
		choices,
		deleted,
		tenant,
	}: {
		readonly transfer: Transfer;
		readonly choices: ReadonlySet<TransferChoice>;
		readonly deleted: DeletedConnector;
		readonly tenant: Tenant;
	},
): Promise<RestoredConnector> {
	const [planned] = transfer.connectors;
	const scriptName = planned && transfer.scriptNameOf(planned);
	const { altered, failed } = desk.report(transfer, choices);
	const [first] = failed;
	if (!planned || scriptName === undefined || first) {
		throw new UserError(
			vscode.l10n.t(
				'{0} was not completely restored in {1}. {2}: {3}',
				safeText(deleted.name),
				tenant.name,
				safeText(first?.name ?? deleted.name),
				withoutLinks(first?.message ?? ''),
			),
		);
	}
	const handle = { tenant: tenant.id, scriptName, name: deleted.name };
	// It was created, whether or not the tenant finds it already.
	const found = await studio.catalog.open(tenant.id, scriptName).catch(() => undefined);
	await showConnector(studio, handle);
	const now = { scriptName, status: found?.status };
	const before = { scriptName: deleted.scriptName, status: planned.bundle.about.status };
	const message = restoredMessage(deleted.name, tenant.name, { now, before, altered });
	void (altered.length > 0
		? vscode.window.showWarningMessage(message)
		: vscode.window.showInformationMessage(message));
	return { ...handle, status: found?.status, altered };
}

/** What the service decides about a connector. */
interface Decided {
	readonly scriptName: string;
	/** Undefined if it is not known. */
	readonly status: string | undefined;
}

/** Says that a connector was restored, and what differs from before. */
export function restoredMessage(
	name: string,
	tenant: string,
	{
		now,
		before,
		altered,
	}: { readonly now: Decided; readonly before: Decided; readonly altered: readonly string[] },
): string {
	return [
		now.scriptName === before.scriptName
			? vscode.l10n.t('Restored {0} in {1}.', safeText(name), tenant)
			: vscode.l10n.t(
					'Restored {0} in {1} with the script name {2} (previously {3}).',
					safeText(name),
					tenant,
					safeText(now.scriptName),
					safeText(before.scriptName),
				),
		now.status !== undefined &&
			before.status !== undefined &&
			now.status !== before.status &&
			vscode.l10n.t(
				'Its status is {0} (previously {1}, which the service does not allow for new connectors).',
				safeText(now.status),
				safeText(before.status),
			),
		altered.length > 0 && vscode.l10n.t('{0} rewrote these documents: {1}.', tenant, fewNames(altered)),
	]
		.filter(sentence => sentence !== false)
		.join(' ');
}

/** @param classNameOf gives one to a connector that has none */
export function backupSource(
	{ deleted: kept }: TransferDesk,
	deleted: readonly DeletedConnector[],
	target: Tenant,
	classNameOf: (deleted: DeletedConnector) => string | undefined,
): TransferSource {
	return {
		kind: 'copy',
		target,
		name: vscode.l10n.t('Backup of {0}', subjectOf(deleted)),
		origin: vscode.l10n.t('backup'),
		read: async () => {
			const origins: Origin[] = [];
			for (const each of deleted) {
				const copy = await kept.read(each).catch((error: unknown) => {
					throw archiveError(error);
				});
				if (copy) {
					// No script name, so that it is looked up by its name: another connector may have that script name.
					origins.push({ bundle: wholeBundle(copy, classNameOf(each)) });
				}
			}
			return { origins, problems: [] };
		},
	};
}

/** With the translations of locales that this extension does not know: the service may accept them. */
function wholeBundle(copy: ConnectorBundle, className?: string): ConnectorBundle {
	const { about, texts } = withOtherTranslations(copy);
	return { about: { ...about, className: about.className ?? className }, texts };
}
