import type { SampleTenant } from '../../src/sample/server/sampleTenant';
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
	await quickInput.answer('Add Tenant (1/6)', url);
	await quickInput.answer('Add Tenant (2/6)', name);
	await quickInput.choose('Add Tenant (3/6)', access);
	await quickInput.choose('Add Tenant (4/6)', 'Personal access token');
	await quickInput.answer('Add Tenant (5/6)', clientId);
	await quickInput.answer('Add Tenant (6/6)', clientSecret);
	// The tree takes the focus when it shows the tenant; what is opened before that would close again.
	await workbench.page
		.locator('.sidebar .monaco-list:focus-within .monaco-list-row.focused', { hasText: name })
		.waitFor();
}
