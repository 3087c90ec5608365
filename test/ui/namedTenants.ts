import fs from 'node:fs';
import path from 'node:path';
import { initialSettings, type TenantSettings } from '../../src/core/api/tenant';
import type { SampleTenant } from '../../src/sample/server/sampleTenant';
import type { OpenWorkbench } from './openWorkbench';

/** A tenant as people have them, at an address that a sample tenant stands in for. */
export interface NamedTenant extends Partial<TenantSettings> {
	readonly name: string;
	readonly id: string;
	readonly sample: SampleTenant;
}

/** Adds tenants whose documents have the addresses of real ones, and signs in to them. */
export async function addNamedTenants(
	workbench: OpenWorkbench,
	tenants: readonly NamedTenant[],
): Promise<void> {
	const storage = path.join(workbench.folder, 'data/User/globalStorage/connectorstudio.isc-connector-studio');
	fs.mkdirSync(storage, { recursive: true });
	const kept = tenants.map(({ sample, ...tenant }) => ({ ...initialSettings, ...tenant, url: sample.url }));
	fs.writeFileSync(
		path.join(storage, 'tenants.json'),
		JSON.stringify({ tenants: kept, sample: {}, changedAt: Date.now() }),
	);
	await workbench.viewContainer('ISC Connectors').click();
	const { quickInput } = workbench;
	for (const { name, sample } of tenants) {
		await workbench.chooseInContextMenu(workbench.row(name), 'Update Credentials');
		await quickInput.choose(`Update Credentials of ${name} (1/3)`, 'Personal access token');
		await quickInput.answer(`Update Credentials of ${name} (2/3)`, sample.clientId);
		await quickInput.answer(`Update Credentials of ${name} (3/3)`, sample.clientSecret);
		await quickInput.field.waitFor({ state: 'detached' }); // The tenant has accepted them.
	}
}
