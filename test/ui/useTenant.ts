import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import type { Workbench } from './workbench';

interface TenantOptions {
	readonly start?: () => Promise<SampleTenant>;
	readonly access?: 'live' | 'ask';
	/** A document of JDBC that is opened. */
	readonly open?: string;
}

/** Gives a suite a tenant "acme" in its window, with the documents of JDBC in the tree. */
export function useTenant(
	workbench: () => Workbench,
	{ start = () => startSampleTenant({ rateLimit: false }), access, open }: TenantOptions = {},
): () => SampleTenant {
	let sample: SampleTenant | undefined;
	suiteSetup('a tenant is added', async () => {
		sample = await start();
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample, access);
		await workbench().row('JDBC').click();
		await workbench().row('translations').waitFor();
		if (open !== undefined) {
			await workbench().row(open).dblclick();
			await workbench().tab(open).waitFor();
			await workbench().page.locator('.editor-instance .view-line').first().waitFor();
		}
	});
	suiteTeardown('the tenant stops', () => sample?.stop());
	return () => {
		if (!sample) {
			throw new Error('The tenant did not start.');
		}
		return sample;
	};
}
