import * as vscode from 'vscode';
import type { Studio } from '.';
import type { Tenant } from '../tenants/tenant';
import type { DeletedConnector } from '../transfer/deletedConnectors';
import type { Choice, Transfer } from '../transfer/transfer';
import { UserError } from '../util/userError';
import { approve, checkWritable } from './approval';
import { showConnector, type ConnectorHandle } from './creation';
import { askSteps } from './inputSteps';
import type { PickedConnector } from './picks';
import { whileShown } from './progress';
import type { TransferDesk, TransferSource } from './transferDesk';
import { withSentences } from './transferMessage';
import { unsavedCount } from './unsaved';

/** Asks for the name to be typed, and deletes the connector; a copy of all of it is kept first. */
export async function deleteByAsking(
	studio: Studio,
	desk: TransferDesk,
	connector: PickedConnector,
): Promise<void> {
	const { tenant, name } = connector;
	checkWritable(tenant);
	const typed = await askSteps(vscode.l10n.t('Delete {0} from {1}', name, tenant.name), [
		() => ({
			prompt: promptOf(connector),
			placeholder: name,
			validate: text => wrongName(text, name),
		}),
	]);
	if (!typed) {
		return;
	}
	const deleted = await deleteConnector(studio, desk, connector);
	const restore = vscode.l10n.t('Restore');
	const chosen = await vscode.window.showInformationMessage(
		vscode.l10n.t('{0} is deleted from {1}. All of it is kept on this machine.', name, tenant.name),
		restore,
	);
	if (chosen === restore) {
		await restoreDeleted(studio, desk, deleted, tenant);
	}
}

/** @param typed what a program says the connector's name is */
export async function deleteAsTold(
	studio: Studio,
	desk: TransferDesk,
	connector: PickedConnector,
	typed: string,
): Promise<DeletedConnector | undefined> {
	const { tenant, name } = connector;
	const wrong = wrongName(typed, name);
	if (wrong !== undefined) {
		throw new UserError(wrong);
	}
	const question = vscode.l10n.t('Delete {0} from {1}?', name, tenant.name);
	const isWanted = await approve(tenant, { question, yes: vscode.l10n.t('Delete') });
	return isWanted ? deleteConnector(studio, desk, connector) : undefined;
}

/** Asks which of those that were deleted from this machine is to come back. */
export async function pickDeleted(
	{ tenants }: Studio,
	{ deleted }: TransferDesk,
	tenant: string | undefined,
): Promise<DeletedConnector | undefined> {
	const all = await deleted.list();
	const kept = tenant === undefined ? all : all.filter(each => each.tenant === tenant);
	if (kept.length === 0) {
		throw new UserError(
			vscode.l10n.t('No connector has been deleted from this machine, so there is none to restore.'),
		);
	}
	const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
	const picked = await vscode.window.showQuickPick(
		kept.map(each => ({
			label: each.name,
			description: each.scriptName,
			detail: vscode.l10n.t('deleted from {0} on {1}', tenants.nameOf(each.tenant), format.format(each.at)),
			each,
		})),
		{ title: vscode.l10n.t('Restore Deleted Connector'), matchOnDescription: true, matchOnDetail: true },
	);
	return picked?.each;
}

/**
 * Creates a deleted connector again with all its documents. If the tenant has one of that name by now, what would change
 * in it is shown instead.
 */
export async function restoreDeleted(
	studio: Studio,
	desk: TransferDesk,
	deleted: DeletedConnector,
	tenant: Tenant,
): Promise<ConnectorHandle | undefined> {
	checkWritable(tenant);
	const source = sourceOf(desk, deleted, tenant);
	const { transfer } = await withSentences(studio, tenant.id, () =>
		whileShown(vscode.l10n.t('Looking for {0} in {1}', deleted.name, tenant.name), (signal, report) =>
			desk.plan(source, signal, report),
		),
	);
	const [planned] = transfer.connectors;
	if (!planned) {
		throw new UserError(vscode.l10n.t('The copy of {0} is no longer on this machine.', deleted.name));
	}
	if (planned.scriptName !== undefined) {
		await desk.show(source, () => false);
		return undefined;
	}
	const chosen = new Set<Choice>(transfer.choicesOf(planned));
	const question = vscode.l10n.t('Create {0} in {1} again?', deleted.name, tenant.name);
	if (!(await approve(tenant, { question, yes: vscode.l10n.t('Create') }))) {
		return undefined;
	}
	const title = vscode.l10n.t('Restoring {0} in {1}', deleted.name, tenant.name);
	await withSentences(studio, tenant.id, () => desk.send(transfer, chosen, title));
	return shownResult(studio, desk, { transfer, chosen, deleted, tenant });
}

async function shownResult(
	studio: Studio,
	desk: TransferDesk,
	{
		transfer,
		chosen,
		deleted,
		tenant,
	}: {
		readonly transfer: Transfer;
		readonly chosen: ReadonlySet<Choice>;
		readonly deleted: DeletedConnector;
		readonly tenant: Tenant;
	},
): Promise<ConnectorHandle | undefined> {
	const [planned] = transfer.connectors;
	const scriptName = planned && transfer.scriptNameOf(planned);
	const { failed } = desk.report(transfer, chosen);
	const [first] = failed;
	if (scriptName === undefined || first) {
		throw new UserError(
			vscode.l10n.t(
				'{0} could not be restored in {1} as it was. {2}: {3}',
				deleted.name,
				tenant.name,
				first?.name ?? deleted.name,
				first?.message ?? '',
			),
		);
	}
	const handle = { tenant: tenant.id, scriptName, name: deleted.name };
	await showConnector(studio, handle);
	void vscode.window.showInformationMessage(
		scriptName === deleted.scriptName
			? vscode.l10n.t('{0} is in {1} again.', deleted.name, tenant.name)
			: vscode.l10n.t(
					'{0} is in {1} again, with the script name {2}; before it was {3}.',
					deleted.name,
					tenant.name,
					scriptName,
					deleted.scriptName,
				),
	);
	return handle;
}

function sourceOf(
	{ deleted: kept }: TransferDesk,
	deleted: DeletedConnector,
	target: Tenant,
): TransferSource {
	return {
		kind: 'copy',
		target,
		name: vscode.l10n.t('{0}, deleted', deleted.name),
		read: async () => {
			const bundle = await kept.read(deleted);
			return { origins: bundle ? [{ bundle, scriptName: deleted.scriptName }] : [], problems: [] };
		},
	};
}

async function deleteConnector(
	studio: Studio,
	desk: TransferDesk,
	{ tenant, scriptName, name }: PickedConnector,
): Promise<DeletedConnector> {
	return withSentences(studio, tenant.id, () =>
		whileShown(vscode.l10n.t('Deleting {0} from {1}', name, tenant.name), signal =>
			desk.deletion.delete(tenant.id, { scriptName, name }, signal),
		),
	);
}

function promptOf({ tenant, scriptName, name }: PickedConnector): string {
	const unsaved = unsavedCount({ tenant, scriptName });
	return [
		vscode.l10n.t('Type its name, {0}, to delete it with all its documents.', name),
		vscode.l10n.t('A copy of all of it is kept on this machine.'),
		unsaved > 0 &&
			vscode.l10n.t('{0} of its documents have unsaved texts, which stay in their editors.', unsaved),
	]
		.filter(Boolean)
		.join(' ');
}

function wrongName(typed: string, name: string): string | undefined {
	return typed === name
		? undefined
		: vscode.l10n.t('This is not its name. Type {0}, or press Escape to leave it alone.', name);
}
