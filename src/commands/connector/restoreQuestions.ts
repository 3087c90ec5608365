import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import type { DeletedConnector } from '../../core/transfer/copy/deletedConnectors';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import type { Question } from '../ask/approval';
import { classNameProblem } from './connectorQuestions';
import { askSteps } from '../ask/askSteps';
import { tenantRows, tenantsToAsk } from '../ask/picks';
import type { TransferDesk } from '../transfer/transferDesk';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';

/** Asks which deleted connector to restore. @param tenant only those of this one, if it is given */
export async function pickDeleted(
	{ tenants }: Pick<Studio, 'tenants'>,
	{ deleted }: TransferDesk,
	tenant: string | undefined,
): Promise<DeletedConnector | undefined> {
	const all = await deleted.list();
	const kept = tenant === undefined ? all : all.filter(each => each.tenant === tenant);
	if (kept.length === 0) {
		throw new UserError(
			tenant === undefined
				? vscode.l10n.t('There are no deleted connectors to restore.')
				: vscode.l10n.t('There are no deleted connectors of {0} to restore.', tenants.nameOf(tenant)),
		);
	}
	const picked = await pickRow(deletedChoices({ tenants }, kept), {
		title: commandTitle('iscConnectors.connector.restoreDeleted'),
		prompt: vscode.l10n.t('Select a connector'),
	});
	return picked?.deleted;
}

/** A row for each connector that was deleted from this machine. */
export function deletedChoices(
	{ tenants }: Pick<Studio, 'tenants'>,
	all: readonly DeletedConnector[],
): readonly (vscode.QuickPickItem & { readonly deleted: DeletedConnector })[] {
	const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
	return all.map(deleted => ({
		label: safeText(deleted.name),
		description: deleted.scriptName,
		detail: vscode.l10n.t(
			'deleted from {0} on {1}',
			tenants.nameOf(deleted.tenant),
			format.format(deleted.at),
		),
		deleted,
	}));
}

/** Asks where to restore a connector whose tenant was removed, even if there is only one other tenant. */
export async function pickAnotherTenant(
	{ tenants }: Pick<Studio, 'tenants'>,
	{ name, tenant: own }: DeletedConnector,
): Promise<Tenant | undefined> {
	const picked = await pickRow(tenantRows(tenantsToAsk(tenants.all()), true), {
		title: vscode.l10n.t('Restore {0}', name),
		prompt: vscode.l10n.t('Select a tenant to restore to ({0} was removed)', tenants.nameOf(own)),
	});
	return picked?.tenant;
}

/** Asks for the class name of a connector that has none. */
export async function askClassName({ name }: DeletedConnector): Promise<string | undefined> {
	const answers = await askSteps(vscode.l10n.t('Restore {0}', name), [
		() => ({
			prompt: vscode.l10n.t('Java class of {0} (needed to create the connector)', safeText(name)),
			placeholder: 'sailpoint.connector.OpenConnectorAdapter',
			validate: classNameProblem,
		}),
	]);
	return answers?.[0];
}

/** The question before a connector is created again. In another tenant than before, it is always asked. */
export function restoreQuestion(
	{ tenants }: Pick<Studio, 'tenants'>,
	{ name, tenant: own }: DeletedConnector,
	tenant: Tenant,
): Question {
	const yes = vscode.l10n.t('Restore');
	return own === tenant.id
		? { question: vscode.l10n.t('Restore {0} in {1}?', safeText(name), tenant.name), yes }
		: {
				question: vscode.l10n.t(
					'Restore {0} in {1}? It was deleted from {2}.',
					safeText(name),
					tenant.name,
					tenants.nameOf(own),
				),
				yes,
				always: true,
			};
}
