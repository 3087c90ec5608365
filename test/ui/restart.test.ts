import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { asTyped, useWorkbench } from './useWorkbench';

const settings = {
	...asTyped,
	'iscConnectors.sampleTenant.enabled': true,
};

/** Milliseconds in which VS Code backs up what is unsaved; it does so every second. */
const backUp = 3000;

suite('What survives a restart', function () {
	const workbench = useWorkbench({ settings });
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant({ rateLimit: false });
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
	});

	suiteTeardown(() => sample.stop());

	teardown(async () => {
		sample.latency = 0;
		sample.clearFaults();
		await workbench().closeToasts();
	});

	const file = 'correlation-config.xml';
	const stored = () => Buffer.from(sample.connector('jdbc-angularsc').correlationConfig).toString();
	const dirty = () => workbench().dirtyTab(file);

	/** Opens the document of a tenant's JDBC connector and types at its end. */
	async function type(tenant: string, text: string): Promise<void> {
		await workbench().row(tenant).waitFor();
		if (!(await workbench().row(file).isVisible())) {
			await workbench().row('JDBC', tenant).click();
		}
		await workbench().row(file).dblclick();
		await workbench().tab(file).waitFor();
		await workbench().typeAtEnd(text);
		await dirty().waitFor();
	}

	/** Shows the editor that VS Code has brought back. */
	async function assertBack(text: string): Promise<void> {
		await dirty().waitFor();
		await dirty().click();
		await workbench().page.locator('.view-line', { hasText: text }).first().waitFor();
	}

	const backedUp = () => workbench().page.waitForTimeout(backUp);

	async function requested(method: string): Promise<void> {
		for (let waited = 0; !sample.requests.some(request => request.method === method); waited += 50) {
			assert.ok(waited < 10_000, `waited in vain for a ${method}`);
			await workbench().page.waitForTimeout(50);
		}
	}

	test('a save whose answer the extension host did not live to see: it arrived', async () => {
		await type('acme', '<!-- arrives -->');
		await backedUp();
		sample.forgetRequests();
		sample.onRequest = ({ method }) => {
			sample.latency = method === 'PUT' ? 20_000 : 0; // It is done, and not answered in time.
		};
		await workbench().save();
		await requested('PUT');
		await workbench().page.waitForTimeout(200);
		sample.onRequest = undefined;
		sample.latency = 0;
		await workbench().breakOff();
		await workbench().toast('was saved: acme received it');
		await workbench().screenshot('broken-off-arrived');
		await assertBack('arrives');
		await workbench().typeAtEnd('<!-- goes on -->');
		await workbench().save();
		await workbench().clean();
		assert.ok(stored().includes('<!-- arrives --><!-- goes on -->'));
	});

	test('a save whose answer the extension host did not live to see: it did not arrive', async function () {
		this.timeout(180_000); // It may arrive for a minute.
		await type('acme', '<!-- stalls -->');
		await backedUp();
		sample.forgetRequests();
		sample.fault({ method: 'PUT' }, { kind: 'stall' });
		await workbench().save();
		await requested('PUT');
		await workbench().breakOff();
		await assertBack('stalls');
		await workbench().toast('acme never received it', 90_000);
		await workbench().screenshot('broken-off-lost');
		assert.ok(!stored().includes('stalls'));
		await workbench().save();
		await workbench().clean();
		assert.ok(stored().includes('<!-- stalls -->'));
	});

	test('a text of a tenant that cannot be reached at the start', async () => {
		await type('acme', '<!-- offline -->');
		await backedUp();
		const { clientId, clientSecret, url } = sample;
		const present = stored();
		await sample.stop();
		await workbench().reload();
		await assertBack('offline');
		await workbench().save();
		await workbench().toast('refused the connection');
		await workbench().screenshot('unreachable-after-restart');
		await dirty().waitFor();
		sample = await startSampleTenant({ port: Number(new URL(url).port), clientId, clientSecret });
		sample.change('jdbc-angularsc', connector => (connector.correlationConfig = Buffer.from(present)));
		await workbench().closeToasts();
		await workbench().save();
		await workbench().clean();
		assert.ok(stored().includes('<!-- offline -->'));
	});
});

suite('What survives a restart with the sample tenant', () => {
	const workbench = useWorkbench({ settings });
	const file = 'correlation-config.xml';
	const line = (text: string) => workbench().page.locator('.view-line', { hasText: text }).first();

	test('an unsaved text, and one that was saved', async () => {
		await workbench().viewContainer('ISC Connectors').click();
		await workbench().row('Sample Tenant').click();
		await workbench().row('JDBC').click();
		await workbench().row(file).dblclick();
		await line('<CorrelationConfig').waitFor();
		await workbench().typeAtEnd('<!-- sample -->');
		await workbench().dirtyTab(file).waitFor();
		await workbench().page.waitForTimeout(backUp);
		await workbench().reload();
		await workbench().dirtyTab(file).waitFor();
		await line('<!-- sample -->').waitFor();
		await workbench().saveToTheEnd();
		await workbench().reload();
		await workbench().row(file).dblclick();
		await line('<!-- sample -->').waitFor();
	});
});
