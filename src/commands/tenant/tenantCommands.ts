import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { apiVersions } from '../../core/api/urls';
import { CredentialsError } from '../../core/api/errors';
import { browserAddress } from '../../core/api/address';
import { sampleTenantId, type AddedTenant, type Tenant } from '../../core/api/tenant';
import { isTreeNode } from '../../views/treeNode';
import { accessStep, addByArguments, addByAsking, asAccess, tenantNameStep, sentence } from './addTenant';
import { credentialSteps } from './credentialSteps';
import type { CommandId, Handler, Handlers } from '../ids';
import { askSteps } from '../ask/askSteps';
import { connectorCount } from '../ask/counts';
import { optionsOf } from '../ask/options';
import { pickAddedTenant, pickTenant } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { maySignOut, removeByAsking } from './leavingTenant';
import { revealToo } from '../find/revealing';
import { pickRow } from '../ask/lists';

export function tenantCommands(
	studio: Pick<
		Studio,
		'tenants' | 'catalog' | 'sources' | 'documents' | 'tree' | 'view' | 'log' | 'reporter'
	>,
) {
	const { tenants, catalog, sources, documents, tree } = studio;
	const reveal = (id: string) =>
		revealToo(studio, () => tree.tenantNode(id), { expand: true, focus: true, select: true });
	/** Does something with the tenant that the argument names or the person chooses. */
	const withTenant =
		(command: CommandId, work: (tenant: Tenant) => unknown): Handler =>
		async argument => {
			const tenant = await pickTenant(tenants, argument, { command });
			return tenant && work(tenant);
		};
	/** The same, but never with the sample tenant. */
	const withAdded =
		(command: CommandId, work: (tenant: AddedTenant) => unknown): Handler =>
		async argument => {
			const tenant = await pickAddedTenant(tenants, argument, { command });
			return tenant && work(tenant);
		};
	const refresh = ({ id }: Tenant) => {
		sources.forget(id);
		catalog.refresh({ tenant: id });
		documents.refresh({ tenant: id });
	};
	return {
		'iscConnectors.tenant.add': async argument => {
			const options = optionsOf(argument);
			if (options) {
				return addByArguments(tenants, options);
			}
			const added = await addByAsking(tenants);
			if (added) {
				await reveal(added.id);
			}
			return added;
		},
		'iscConnectors.tenant.trySample': async () => {
			await tenants.showSample(sampleTenantId);
			await reveal(sampleTenantId);
		},
		'iscConnectors.tenant.refresh': withTenant('iscConnectors.tenant.refresh', refresh),
		'iscConnectors.tenants.refresh': () => {
			tree.refresh();
			tenants.all().forEach(refresh);
		},
		'iscConnectors.node.retry': node => {
			if (isTreeNode(node)) {
				tree.retry(node);
			}
		},
		'iscConnectors.tenant.rename': withAdded('iscConnectors.tenant.rename', async tenant => {
			const answers = await askSteps(vscode.l10n.t('Rename Tenant'), [() => tenantNameStep(tenants, tenant)]);
			if (answers?.[0]) {
				await tenants.rename(tenant, answers[0]);
			}
		}),
		'iscConnectors.tenant.changeCredentials': withAdded(
			'iscConnectors.tenant.changeCredentials',
			async tenant => {
				const steps = credentialSteps(0, async (credentials, _, signal) => {
					try {
						await tenants.changeCredentials(tenant, credentials, signal);
						return undefined;
					} catch (error) {
						return sentence(tenants, error);
					}
				});
				if (await askSteps(vscode.l10n.t('Update Credentials of {0}', tenant.name), steps)) {
					refresh(tenant);
				}
			},
		),
		'iscConnectors.tenant.changeAccess': withTenant('iscConnectors.tenant.changeAccess', async tenant => {
			const title = vscode.l10n.t('Change Access of {0}', tenant.name);
			const answers = await askSteps(title, [() => accessStep(tenant.name, tenant.access)]);
			if (answers) {
				await tenants.change(tenant, { access: asAccess(answers[0]) });
			}
		}),
		'iscConnectors.tenant.chooseVersion': withAdded('iscConnectors.tenant.chooseVersion', async tenant => {
			const version = await askVersion(tenant);
			if (version) {
				await tenants.change(tenant, { version });
				refresh(tenant);
			}
		}),
		'iscConnectors.tenant.openInBrowser': withAdded('iscConnectors.tenant.openInBrowser', async tenant => {
			await vscode.env.openExternal(vscode.Uri.parse(browserAddress(tenant.url).href));
		}),
		'iscConnectors.tenant.test': withTenant('iscConnectors.tenant.test', tenant =>
			testConnection(studio, tenant),
		),
		'iscConnectors.tenant.signOut': async argument => {
			const command = 'iscConnectors.tenant.signOut';
			const tenant = await pickAddedTenant(tenants, argument, { command });
			const isProgram = typeof argument === 'string';
			if (tenant && (isProgram || (await maySignOut(tenant)))) {
				await tenants.signOut(tenant);
				refresh(tenant);
				studio.reporter.report(command, new CredentialsError(tenant.id, 'missing'));
			}
		},
		'iscConnectors.tenant.remove': withTenant('iscConnectors.tenant.remove', tenant =>
			removeByAsking(studio, tenant),
		),
	} satisfies Handlers;
}

async function askVersion({ name, version }: AddedTenant): Promise<(typeof apiVersions)[number] | undefined> {
	const picked = await pickRow(
		apiVersions.map(each => ({ label: each })),
		{
			title: vscode.l10n.t('Change API Version of {0}', name),
			prompt: vscode.l10n.t('Current version: {0}', version),
		},
	);
	return picked?.label;
}

async function testConnection({ tenants }: Pick<Studio, 'tenants'>, tenant: Tenant): Promise<void> {
	const total = await whileShown(vscode.l10n.t('Connecting to {0}', tenant.name), signal =>
		tenants.test(tenant, signal),
	);
	void vscode.window.showInformationMessage(
		total === undefined
			? vscode.l10n.t('Connected to {0}.', tenant.name)
			: vscode.l10n.t('Connected to {0}: {1}.', tenant.name, connectorCount(total)),
	);
}
