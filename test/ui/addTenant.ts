import type { SampleTenant } from '../../src/sample/sampleTenant';
import type { Workbench } from './workbench';

/** Adds a tenant by typing; the tree then shows it, expanded. */
export async function addTenant(
	workbench: Workbench,
	name: string,
	{ url, clientId, clientSecret }: Pick<SampleTenant, 'url' | 'clientId' | 'clientSecret'>,
	access: 'live' | 'ask' | 'read-only' = 'live',
): Promise<void> {
	const { quickInput } = workbench;
	await workbench.command('ISC Connectors: Add Tenant…');
	await quickInput.answer('Add Tenant (1)', url);
	await quickInput.answer('Add Tenant (2)', name);
	await quickInput.choose('Add Tenant (3)', access);
	await quickInput.choose('Add Tenant (4)', 'Personal access token');
	await quickInput.answer('Add Tenant (5)', clientId);
	await quickInput.answer('Add Tenant (6)', clientSecret);
	await workbench.row(name).waitFor();
}
