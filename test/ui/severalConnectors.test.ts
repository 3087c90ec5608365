import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

const [counter, display, lock] = ['Door Counter', 'Door Display', 'Door Lock'];

suite('Several connectors', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let dev: SampleTenant;
	let prod: SampleTenant;

	const titles = () => workbench().page.locator('.quick-input-widget:visible .quick-input-title');
	/** A row of the comparison by the whole name that a screen reader reads. */
	const compared = (name: string) =>
		workbench()
			.page.locator('.pane', { has: workbench().page.locator('.pane-header[aria-label^="Comparison"]') })
			.locator(`.monaco-list-row[aria-label=${JSON.stringify(name)}]`);

	/** Selects connectors, given with their tenants, without opening them. */
	async function select(...connectors: readonly (readonly [name: string, tenant: string])[]): Promise<void> {
		const toggle = ([name, tenant]: readonly [string, string]) =>
			workbench()
				.row(name, tenant)
				.click({ modifiers: ['ControlOrMeta'] });
		await toggle(connectors[0] ?? ['', '']); // Focuses the tree, so that it is the one that is cleared.
		// Escape reaches nobody until VS Code has taken note of the focus.
		const selected = workbench().page.locator('.sidebar .monaco-list-row.selected');
		for (let tries = 0; tries < 50 && (await selected.count()) > 0; tries++) {
			await workbench().page.keyboard.press('Escape');
			await workbench().page.waitForTimeout(100);
		}
		for (const connector of connectors) {
			await toggle(connector);
		}
	}

	const choose = (name: string, tenant: string, command: string) =>
		workbench().chooseInContextMenu(workbench().row(name, tenant), command);

	suiteSetup(async () => {
		[dev, prod] = await Promise.all([startSampleTenant(), startSampleTenant()]);
		dev.latency = 100; // As a real one has: of notifications that follow each other faster, VS Code shows no toast.
		for (const [index, name] of [counter, display, lock].entries()) {
			for (const tenant of [dev, prod]) {
				const scriptName = `door-${index}`;
				const connector = { ...tenant.connector('jdbc-angularsc'), scriptName, name };
				tenant.add({ ...connector, type: `custom ${name}`, custom: true });
			}
			prod.change(`door-${index}`, connector => {
				connector.correlationConfig = Buffer.from('<CorrelationConfig name="other"/>\n');
			});
		}
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'dev', dev);
		await addTenant(workbench(), 'prod', prod);
		// Rows that are out of sight are not drawn.
		await workbench().page.setViewportSize({ width: 1280, height: 1200 });
		await workbench().command('ISC Connectors: Show Custom Connectors Only');
		await workbench().row(display, 'prod').waitFor();
	});

	suiteTeardown(() => Promise.all([dev.stop(), prod.stop()]));

	test('of one tenant are promoted by one comparison, one question and one message', async () => {
		await select([counter, 'dev'], [display, 'dev']);
		await choose(display, 'dev', 'Promote Connector…');
		await workbench().quickInput.titled('Promote 2 connectors of dev to');
		await workbench().quickInput.pick('prod');
		await compared('Send 2 Documents to prod, button').waitFor();
		await workbench().page.locator('.pane .message', { hasText: '2 connectors of dev → prod' }).waitFor();
		await compared('Door Counter, 1 difference, selected').waitFor();
		await compared('Door Display, 1 difference, selected').waitFor();
		await workbench().screenshot('promote-several');
		await compared('Send 2 Documents to prod, button').click();
		await workbench().modal('Connectors: Door Counter, Door Display.', 'Send');
		await workbench().toast('Sent 2 documents to prod.');
		assert.deepEqual(
			prod.requests.flatMap(({ method, path }) => (method === 'PUT' ? [path.split('/')[3]] : [])).sort(),
			['door-0', 'door-1'],
		);
		assert.deepEqual(prod.connector('door-1').correlationConfig, dev.connector('door-1').correlationConfig);
		await workbench().closeToasts();
		await workbench().command('ISC Connectors: Close Comparison');
	});

	for (const [command, title] of [
		['Promote Connector…', 'promote'],
		['Compare Connector with Tenant…', 'compare'],
		['Export Connector…', 'export'],
		['Delete Connector…', 'delete'],
	] as const) {
		test(`of several tenants: ${title} asks nothing, and says so`, async () => {
			await select([counter, 'dev'], [counter, 'prod']);
			await choose(counter, 'prod', command);
			const toast = await workbench().toast('Select connectors of one tenant only.');
			await workbench().screenshot(`several-tenants-${title}`);
			assert.equal(await toast.element.locator('.codicon-info').count(), 1);
			assert.equal(await titles().count(), 0);
			await workbench().closeToasts();
		});
	}

	test('of several tenants are checked together', async () => {
		await select([counter, 'dev'], [display, 'dev'], [counter, 'prod']);
		await choose(counter, 'prod', 'Check Connector');
		await workbench()
			.page.locator('.statusbar', { hasText: /(problems?|hints?) in 3 connectors\./ })
			.waitFor();
		await workbench().screenshot('check-several');
	});

	test('that were deleted are restored with one message, and without editors', async () => {
		const { quickInput } = workbench();
		const before = [dev.connector('door-0'), dev.connector('door-1')].map(({ sourceConfig }) => sourceConfig);
		await select([counter, 'dev'], [display, 'dev']);
		await choose(display, 'dev', 'Delete Connector…');
		await quickInput.answer('Delete 2 Connectors from dev', '2');
		const toast = await workbench().toast('Deleted 2 connectors from dev. Backups are kept.');
		await toast.press('Restore');
		await workbench().toast('Restored 2 connectors in dev.');
		await workbench().screenshot('restored-several');
		await workbench().toasts.nth(1).waitFor({ state: 'detached' }); // The progress stays for a moment.
		assert.equal(await workbench().toasts.count(), 1);
		assert.equal(await workbench().page.locator('.tab', { hasText: 'source-config.xml' }).count(), 0);
		await workbench().row(counter, 'dev').waitFor();
		await workbench().row(display, 'dev').waitFor();
		const sent = dev.requests.flatMap(({ method, path }) =>
			method === 'PUT' ? [path.split('/')[3] ?? ''] : [],
		);
		assert.deepEqual(
			[...new Set(sent)].map(scriptName => dev.connector(scriptName).sourceConfig),
			before,
		);
	});

	test('of which one cannot be restored completely are told apart, and what is left is restored by trying again', async () => {
		const { quickInput, toasts } = workbench();
		dev.change('door-2', connector => (connector.className = null));
		await select([counter, 'dev'], [display, 'dev'], [lock, 'dev']);
		await choose(lock, 'dev', 'Delete Connector…');
		await quickInput.answer('Delete 3 Connectors from dev', '3');
		const deleted = await workbench().toast('Deleted 3 connectors from dev. Backups are kept.');
		dev.fault(
			{ operation: 'putConnectorSourceTemplate', path: /door-display/ },
			{ kind: 'answer', status: 500, body: '{}' },
		);
		await deleted.press('Restore');
		await quickInput.titled(`Restore ${lock}`);
		await workbench().screenshot('restore-several-class');
		await quickInput.cancel();
		const partly = await workbench().toast('Restored Door Counter in dev.');
		await workbench().screenshot('restored-partly');
		const text = await partly.text();
		assert.match(text, /Not restored: Door Lock\. Not completely restored: Door Display\./);
		assert.match(text, /dev reported a server error \(500\)/);
		assert.match(text, /Door Lock has no Java class/);
		const { sourceTemplate } = dev.connector('door-counter');
		assert.notDeepEqual(dev.connector('door-display').sourceTemplate, sourceTemplate);
		dev.forgetRequests();
		await partly.press('Retry');
		await workbench().toast('Restored 2 connectors in dev. Not restored: Door Lock.');
		await workbench().screenshot('restored-partly-again');
		assert.deepEqual(dev.connector('door-display').sourceTemplate, sourceTemplate);
		assert.deepEqual(
			dev.requests.flatMap(({ method, operation = '' }) => (method === 'PUT' ? [operation] : [])),
			['putConnectorSourceTemplate'],
		);
		assert.equal(await toasts.locator('.monaco-button', { hasText: 'Retry' }).count(), 0);
	});
});
