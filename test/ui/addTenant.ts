import type { SampleTenant } from '../../src/sample/sampleTenant';
import type { Workbench } from './workbench';

/** Adds a tenant by typing; the tree then shows it, expanded. */
export async function addTenant(
	workbench: Workbench,
	name: string,
	{ url, clientId, clientSecret }: Pick<SampleTenant, 'url' | 'clientId' | 'clientSecret'>,
): Promise<void> {
	const { quickInput } = workbench;
	await workbench.command('ISC Connectors: Add Tenant…');
	const answers = [url, name, clientId, clientSecret];
	for (const [index, answer] of answers.entries()) {
		await quickInput.titled(`Add Tenant (${index + 1}/${answers.length})`);
		await quickInput.fill(answer);
		await quickInput.accept();
	}
	await workbench.row(name).waitFor();
}
