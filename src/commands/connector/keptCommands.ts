import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { TenantHistory } from '../../core/history/tenantHistories';
import type { DeletedConnector } from '../../core/transfer/copy/deletedConnectors';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { isTreeNode } from '../../views/treeNode';
import { connectorCount, documentCount } from '../ask/counts';
import type { Handlers } from '../ids';
import { requiredText, textOption, byArgumentsOrAsking } from '../ask/options';
import { pickTenant } from '../ask/picks';
import type { TransferDesk } from '../transfer/transferDesk';
import { deletedChoices } from './restoreQuestions';
import { fewNames } from '../../messages/fewNames';
import { commandTitle } from '../ask/commandTitle';
import { pickRows } from '../ask/lists';

/** Delete what is kept on this computer. */
export function keptCommands(studio: Pick<Studio, 'tenants' | 'history'>, desk: TransferDesk) {
	return {
		'iscConnectors.history.delete': byArgumentsOrAsking(
			studio,
			async options => {
				const tenant = requiredText(options, 'tenant');
				const nothing = { tenant, documents: 0, versions: 0, open: 0 };
				return (await (await studio.history()).ofTenants.delete(tenant)) ?? nothing;
			},
			argument => deleteHistoryByAsking(studio, argument),
		),
		'iscConnectors.deletedConnectors.delete': byArgumentsOrAsking(
			studio,
			async options => {
				const tenant = requiredText(options, 'tenant');
				const name = textOption(options, 'name');
				const kept = await desk.deleted.list();
				const chosen = kept.filter(each => each.tenant === tenant && (name ?? each.name) === each.name);
				await removeAll(desk, chosen);
				return { connectors: chosen.length };
			},
			() => deleteBackupsByAsking(studio, desk),
		),
	} satisfies Handlers;
}

const asking = { command: 'iscConnectors.history.delete' } as const;

async function deleteHistoryByAsking(
	studio: Pick<Studio, 'tenants' | 'history'>,
	argument: unknown,
): Promise<void> {
	const { ofTenants } = await studio.history();
	const kept = (await ofTenants.list()).filter(({ versions }) => versions > 0);
	const own = isTreeNode(argument) || typeof argument === 'string';
	const tenant = own ? await pickTenant(studio.tenants, argument, asking) : undefined;
	const offered = own ? kept.filter(each => each.tenant === tenant?.id) : kept;
	if (offered.length === 0) {
		throw new UserError(vscode.l10n.t('There is no history to delete on this computer.'));
	}
	const chosen = own ? offered : await pickHistories(studio, offered);
	if (
		chosen.length === 0 ||
		!(await isWanted(
			vscode.l10n.t('Delete the history of {0}?', namesOf(studio, chosen)),
			keptCounts(chosen),
		))
	) {
		return;
	}
	const deleted: TenantHistory[] = [];
	for (const each of chosen) {
		deleted.push((await ofTenants.delete(each.tenant)) ?? { ...each, documents: 0, versions: 0 });
	}
	void vscode.window.showInformationMessage(
		vscode.l10n.t('Deleted the history of {0}: {1}', namesOf(studio, deleted), keptCounts(deleted)),
	);
}

/** Removed tenants first. */
async function pickHistories(
	studio: Pick<Studio, 'tenants'>,
	kept: readonly TenantHistory[],
): Promise<readonly TenantHistory[]> {
	const isThere = ({ tenant }: TenantHistory) => studio.tenants.get(tenant) !== undefined;
	const items = kept
		.toSorted((one, other) => Number(isThere(one)) - Number(isThere(other)))
		.map(each => ({
			label: safeText(studio.tenants.nameOf(each.tenant)),
			description: isThere(each) ? '' : vscode.l10n.t('removed tenant'),
			detail: keptCounts([each]),
			each,
		}));
	const picked = await pickRows(items, {
		title: commandTitle(asking.command),
		prompt: vscode.l10n.t('Select the tenants whose history to delete from this computer'),
	});
	return picked.map(({ each }) => each);
}

function namesOf({ tenants }: Pick<Studio, 'tenants'>, kept: readonly TenantHistory[]): string {
	return fewNames(kept.map(({ tenant }) => tenants.nameOf(tenant)));
}

function keptCounts(kept: readonly TenantHistory[]): string {
	const sum = (counted: 'versions' | 'documents' | 'open') =>
		kept.reduce((total, each) => total + each[counted], 0);
	const versions =
		sum('versions') === 1 ? vscode.l10n.t('1 version') : vscode.l10n.t('{0} versions', sum('versions'));
	return [
		vscode.l10n.t('{0} of {1}.', versions, documentCount(sum('documents'))),
		sum('open') > 0 &&
			vscode.l10n.t(
				'The history of {0} stays, because the result of a save is still unknown.',
				documentCount(sum('open')),
			),
	]
		.filter(Boolean)
		.join(' ');
}

async function deleteBackupsByAsking(studio: Pick<Studio, 'tenants'>, desk: TransferDesk): Promise<void> {
	const kept = await desk.deleted.list();
	if (kept.length === 0) {
		throw new UserError(vscode.l10n.t('There are no backups of deleted connectors on this computer.'));
	}
	const picked = await pickRows(deletedChoices(studio, kept), {
		title: commandTitle('iscConnectors.deletedConnectors.delete'),
		prompt: vscode.l10n.t('Select the backups to delete from this computer'),
	});
	if (picked.length === 0) {
		return;
	}
	const chosen = picked.map(({ deleted }) => deleted);
	const count = connectorCount(chosen.length);
	const names = fewNames(chosen.map(({ name }) => name));
	if (await isWanted(vscode.l10n.t('Delete the backups of {0}?', count), names)) {
		await removeAll(desk, chosen);
		void vscode.window.showInformationMessage(vscode.l10n.t('Deleted the backups of {0}.', count));
	}
}

async function removeAll({ deleted }: TransferDesk, backups: readonly DeletedConnector[]): Promise<void> {
	for (const backup of backups) {
		await deleted.remove(backup);
	}
}

/** @param what will be deleted, as a sentence or names */
async function isWanted(question: string, what: string): Promise<boolean> {
	const yes = vscode.l10n.t('Delete');
	const detail = `${what}\n${vscode.l10n.t('This cannot be undone.')}`;
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
