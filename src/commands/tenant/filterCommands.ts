import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { UserError } from '../../messages/userError';
import { applyFilter, FilterQuestions } from './filterQuestions';
import type { Handlers } from '../ids';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';
import { forCaller } from '../ask/options';
import { revealToo } from '../find/revealing';
import { tenantFor } from './tenantFor';

export function filterCommands(studio: Pick<Studio, 'tenants' | 'catalog' | 'tree' | 'view' | 'log'>) {
	const { catalog, tree } = studio;
	return {
		/** A program passes the id and the filter as a text. VS Code passes the selected nodes as the second argument. */
		'iscConnectors.tenant.filter': async (argument, text) => {
			const tenant = await tenantFor(studio, argument, { command: 'iscConnectors.tenant.filter' });
			if (!tenant) {
				return;
			}
			if (text !== undefined && !Array.isArray(text)) {
				await forCaller(studio, { tenant: tenant.id }, () => applyFilter(studio, tenant, asText(text)));
			} else if (await new FilterQuestions(studio, tenant).ask()) {
				await revealToo(studio, () => tree.tenantNode(tenant.id), { expand: true, select: true });
				await offerToClear(studio, tenant);
			}
		},
		'iscConnectors.tenant.clearFilter': async argument => {
			const tenant =
				argument === undefined ? await pickFiltered(studio) : await tenantFor(studio, argument, clearing);
			if (tenant) {
				await catalog.setFilter(tenant.id, undefined);
			}
		},
	} satisfies Handlers;
}

/** Says that no connector passes a filter. */
async function offerToClear({ catalog }: Pick<Studio, 'catalog'>, { id, name }: Tenant): Promise<void> {
	const filter = catalog.filterOf(id);
	if (filter === undefined || (await catalog.shown(id)).some(({ isUnlisted }) => !isUnlisted)) {
		return;
	}
	const clear = vscode.l10n.t('Clear Filter');
	const message = vscode.l10n.t('No connectors of {0} match {1}.', name, filter);
	if ((await vscode.window.showInformationMessage(message, clear)) === clear) {
		await catalog.setFilter(id, undefined);
	}
}

const clearing = { command: 'iscConnectors.tenant.clearFilter' } as const;

/** The only tenant that has a filter, or the one that people choose of several. */
async function pickFiltered({
	tenants,
	catalog,
}: Pick<Studio, 'tenants' | 'catalog'>): Promise<Tenant | undefined> {
	const filtered = tenants.all().filter(({ id }) => catalog.filterOf(id) !== undefined);
	if (filtered.length === 0) {
		vscode.window.setStatusBarMessage(vscode.l10n.t('No filter is set.'), 5000);
		return undefined;
	}
	if (filtered.length === 1) {
		return filtered[0];
	}
	const picked = await pickRow(
		filtered.map(tenant => ({ label: tenant.name, description: catalog.filterOf(tenant.id) ?? '', tenant })),
		{ title: commandTitle(clearing.command), prompt: vscode.l10n.t('Select a tenant') },
	);
	return picked?.tenant;
}

function asText(value: unknown): string {
	if (typeof value !== 'string') {
		throw new UserError(vscode.l10n.t('The filter must be a string.'));
	}
	return value;
}
