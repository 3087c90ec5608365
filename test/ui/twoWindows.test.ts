import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { asTyped, useWorkbench } from './useWorkbench';
import type { Workbench } from './workbench';

const settings = asTyped;

suite('Two windows', () => {
	const first = useWorkbench({ settings });
	let second: Workbench;
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant({ rateLimit: false });
		await first().viewContainer('ISC Connectors').click();
		await addTenant(first(), 'acme', sample);
		await openDocument(first());
		second = await first().anotherWindow();
		await second.viewContainer('ISC Connectors').waitFor();
		await second.showTenant('acme'); // The sidebar may show what the first window's does.
		await openDocument(second);
	});

	teardown(async function () {
		if (this.currentTest?.state === 'failed') {
			await second.screenshot('FAIL-second-window');
		}
	});

	suiteTeardown(() => sample.stop());

	const status = (window: Workbench, text: string) =>
		window.page.locator('.statusbar-item', { hasText: text });

	/** A window may begin with what another one has shown. */
	async function openDocument(window: Workbench): Promise<void> {
		for (const [row, below] of [
			['acme', 'JDBC'],
			['JDBC', 'source-config.xml'],
		] as const) {
			await window.row(row).waitFor();
			await window.page.waitForTimeout(2000);
			if (!(await window.row(below).isVisible())) {
				await window.row(row).click();
			}
		}
		await window.row('source-config.xml').dblclick();
		await window.page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
	}

	async function changeAccess(window: Workbench, from: string, to: string): Promise<void> {
		await status(window, from).click();
		await window.quickInput.choose('Change Access of acme', to);
		await status(window, `acme · ${to}`).waitFor();
	}

	test('show the access mode that the other one has chosen, as soon as one comes back', async () => {
		await status(first(), 'acme · Live').waitFor();
		await changeAccess(second, 'acme · Live', 'read-only');
		await first().leaveAndComeBack();
		await status(first(), 'acme · Read-only').waitFor();
		await first().row('acme').filter({ hasText: 'read-only' }).waitFor();
		await first().typeAtEnd('<!-- refused -->');
		await first().page.locator('.monaco-editor-overlaymessage').waitFor();
		assert.equal(await first().dirtyTab('source-config.xml').count(), 0);
		await first().screenshot('two-windows');
		await changeAccess(first(), 'acme · Read-only', 'live');
		await second.leaveAndComeBack();
		await status(second, 'acme · Live').waitFor();
	});

	test('send nothing once the other one has made the tenant read-only', async () => {
		await first().closeToasts();
		await first().typeAtEnd('<!-- late -->');
		await first().dirtyTab('source-config.xml').waitFor();
		sample.forgetRequests();
		await changeAccess(second, 'acme · Live', 'read-only');
		await first().save();
		await first().toast('read-only');
		assert.deepEqual(
			sample.requests.filter(({ method }) => method === 'PUT'),
			[],
		);
	});

	test('keep what the other one has chosen while one asks for a name', async () => {
		await changeAccess(second, 'acme · Read-only', 'live');
		await first().leaveAndComeBack();
		await status(first(), 'acme · Live').waitFor();
		await first().chooseInContextMenu(first().row('acme'), 'Rename Tenant');
		await first().quickInput.field.waitFor();
		await changeAccess(second, 'acme · Live', 'read-only');
		await first().quickInput.answer('Rename Tenant', 'acme sandbox');
		await status(first(), 'acme sandbox · Read-only').waitFor();
		await second.leaveAndComeBack();
		await status(second, 'acme sandbox · Read-only').waitFor();
	});

	test('do not bring back a tenant that the other one has removed', async () => {
		await first().closeToasts();
		await first().chooseInContextMenu(first().row('acme sandbox'), 'Rename Tenant');
		await first().quickInput.field.waitFor();
		await second.chooseInContextMenu(second.row('acme sandbox'), 'Remove Tenant');
		await second.modal('Remove acme sandbox?', 'Remove');
		await second.row('acme sandbox').waitFor({ state: 'detached' });
		await first().quickInput.answer('Rename Tenant', 'acme again');
		await first().toast('Unknown tenant');
		await first().row('acme sandbox').waitFor({ state: 'detached' });
		await second.leaveAndComeBack();
		assert.equal(await second.row('acme again').count(), 0);
	});
});
