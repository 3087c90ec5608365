import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import type { DeletedConnector } from '../../core/transfer/copy/deletedConnectors';
import { effectSentence } from '../../messages/effectMessage';
import { fewNames } from '../../messages/fewNames';
import { safeText, withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { approveNow, checkEffects, checkWritable } from '../ask/approval';
import { subjectOf } from '../ask/counts';
import { tenantNamed } from '../ask/options';
import type { PickedConnector } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { askToDelete, limitSentences, limitsOf, mayBeDeleted, wrongName } from './deleteQuestions';
import { askClassName } from './restoreQuestions';
import { restoreDeleted } from '../tenant/restoring';
import { restoreSeveral } from '../tenant/restoringSeveral';
import type { TransferDesk } from '../transfer/transferDesk';
import { transferMessage, withSentences } from '../transfer/transferMessage';

/** Asks once for all of them, and deletes each after a copy of all of it was kept. @param connectors of one tenant */
export async function deleteByAsking(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'effects' | 'tree' | 'view' | 'log'>,
	desk: TransferDesk,
	connectors: readonly PickedConnector[],
): Promise<void> {
	const [first] = connectors;
	if (!first) {
		return;
	}
	const tenant = tenantNamed(studio, first.tenant.id);
	checkWritable(tenant);
	if (!(await mayBeDeleted(studio, tenant, connectors)) || !(await askToDelete(studio, tenant, connectors))) {
		return;
	}
	const deletion = await deleteAll(studio, desk, tenant, connectors);
	if (!(await isTakenBack(studio, tenant, deletion))) {
		return;
	}
	const [deleted, ...others] = deletion.deleted;
	if (others.length > 0) {
		await restoreSeveral(studio, desk, deletion.deleted, tenant.id);
	} else if (deleted) {
		await restoreDeleted(studio, desk, deleted, { tenant, className: () => askClassName(deleted) });
	}
}

/**
 * @param typed the name that a program has passed, which has to be that of the connector
 * @throws UserError if sources use it, and the program does not accept that
 */
export async function deleteByArguments(
	studio: Pick<Studio, 'tenants' | 'effects'>,
	desk: TransferDesk,
	connector: PickedConnector,
	{ typed, acceptEffects }: { readonly typed: string; readonly acceptEffects: unknown },
): Promise<DeletedConnector | undefined> {
	const { tenant, scriptName, name } = connector;
	const wrong = wrongName(typed, name);
	if (wrong !== undefined) {
		throw new UserError(wrong);
	}
	checkWritable(tenantNamed(studio, tenant.id));
	const effects = await studio.effects.orphaned({ tenant: tenant.id, scriptName, name });
	checkEffects(effects, acceptEffects);
	const detail = limitSentences([await limitsOf(studio, connector)])
		.concat(effects.map(effectSentence))
		.join('\n');
	const isWanted = await approveNow(studio, tenant.id, {
		question: vscode.l10n.t('Delete {0} from {1}?', safeText(name), tenant.name),
		...(detail !== '' && { detail }),
		yes: vscode.l10n.t('Delete'),
	});
	if (!isWanted) {
		return undefined;
	}
	const title = vscode.l10n.t('Deleting {0} from {1}', safeText(name), tenant.name);
	return whileShown(title, signal => deleteOne(studio, desk, connector, signal));
}

/** What has become of several connectors. */
interface Deletion {
	readonly deleted: readonly DeletedConnector[];
	readonly failed: readonly { readonly name: string; readonly error: unknown }[];
}

/** Goes on after one that fails, and ends when people cancel. */
async function deleteAll(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	tenant: Tenant,
	connectors: readonly PickedConnector[],
): Promise<Deletion> {
	const deleted: DeletedConnector[] = [];
	const failed: { name: string; error: unknown }[] = [];
	const title = vscode.l10n.t('Deleting {0} from {1}', subjectOf(connectors), tenant.name);
	await whileShown(title, async (signal, report) => {
		for (const [index, connector] of connectors.entries()) {
			if (connectors.length > 1) {
				report(vscode.l10n.t('{0} of {1}: {2}', index + 1, connectors.length, safeText(connector.name)));
			}
			try {
				deleted.push(await deleteOne(studio, desk, connector, signal));
			} catch (error) {
				// A request to delete that has left is not cancelled: how it ended is for people to know.
				if (!(error instanceof Error && error.name === 'AbortError')) {
					failed.push({ name: connector.name, error });
				}
			}
			if (signal.aborted) {
				return;
			}
		}
	});
	return { deleted, failed };
}

/** Whether people want back what was deleted. @throws the reason if nothing was */
async function isTakenBack(
	studio: Pick<Studio, 'tenants'>,
	tenant: Tenant,
	{ deleted, failed }: Deletion,
): Promise<boolean> {
	const [first] = failed;
	if (deleted.length === 0) {
		if (first) {
			throw first.error;
		}
		return false;
	}
	const restore = vscode.l10n.t('Restore');
	const done =
		deleted.length === 1
			? vscode.l10n.t('Deleted {0} from {1}. A backup is kept.', subjectOf(deleted), tenant.name)
			: vscode.l10n.t('Deleted {0} from {1}. Backups are kept.', subjectOf(deleted), tenant.name);
	const chosen = first
		? await vscode.window.showWarningMessage(
				vscode.l10n.t(
					'{0} Not deleted: {1}. {2}',
					done,
					fewNames(failed.map(({ name }) => name)),
					withoutLinks(transferMessage(studio, tenant.id, first.error) ?? ''),
				),
				restore,
			)
		: await vscode.window.showInformationMessage(done, restore);
	return chosen === restore;
}

function deleteOne(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	{ tenant, scriptName, name }: PickedConnector,
	signal: AbortSignal,
): Promise<DeletedConnector> {
	checkWritable(tenantNamed(studio, tenant.id));
	return withSentences(studio, tenant.id, () =>
		desk.deletion.delete(tenant.id, { scriptName, name }, signal),
	);
}
