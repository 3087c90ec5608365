import assert from 'node:assert/strict';
import fs from 'node:fs';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

const titles = JSON.parse(fs.readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

suite('Questions by the keyboard', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	const samples: SampleTenant[] = [];

	suiteSetup(async () => {
		await workbench().viewContainer('ISC Connectors').click();
		for (const [name, access] of [
			['acme', 'live'],
			['prod', 'read-only'],
		] as const) {
			const sample = await startSampleTenant();
			samples.push(sample);
			await addTenant(workbench(), name, sample, access);
		}
	});

	suiteTeardown(() => Promise.all(samples.map(sample => sample.stop())));

	const press = (key: string) => workbench().page.keyboard.press(key);
	const activeRow = () =>
		workbench()
			.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row.focused:visible')
			.first();

	/** Calls a command from the palette without the mouse. */
	async function call(command: string): Promise<void> {
		const { quickInput } = workbench();
		const title = `ISC Connectors: ${titles[`command.${command}`]}`;
		await press('F1');
		await quickInput.fill(`>${title}`);
		await quickInput.item(title).waitFor();
		await goTo(title);
		await press('Enter');
	}

	/** The palette sorts what it finds, so that others may come first. */
	async function goTo(label: string): Promise<void> {
		for (let rows = 0; rows < 10; rows++) {
			await activeRow().waitFor();
			if ((await activeRow().locator('.label-name').first().innerText()).trim() === label) {
				return;
			}
			await press('ArrowDown');
		}
		assert.fail(`${label} is not among the first rows`);
	}

	/** Takes the active row, once it has this text. */
	async function take(text: string): Promise<void> {
		await activeRow().filter({ hasText: text }).waitFor();
		await press('Enter');
	}

	for (const command of [
		'tenant.refresh',
		'tenant.rename',
		'tenant.changeAccess',
		'tenant.filter',
		'tenant.signOut',
		'tenant.export',
		'tenant.import',
		'tenant.check',
		'connector.create',
		'connector.clone',
		'connector.delete',
		'connector.export',
		'connector.promote',
		'connector.copyScriptName',
		'connector.open',
		'document.open',
		'document.showHistory',
		'documents.search',
	]) {
		test(`${command} asks under its own title, with a prompt and an active row, and Escape says nothing`, async () => {
			const { quickInput, toasts } = workbench();
			await call(command);
			await quickInput.titled(String(titles[`command.${command}`]).replace('…', ''));
			assert.notEqual(await quickInput.field.getAttribute('placeholder'), '');
			await activeRow().waitFor();
			await press('Escape');
			await quickInput.field.waitFor({ state: 'detached' });
			assert.equal(await toasts.count(), 0);
		});
	}

	test('a question that stands alone has no number, and those of a wizard are counted', async () => {
		const { quickInput } = workbench();
		await call('tenant.rename');
		await take('acme');
		await quickInput.titled('Rename Tenant');
		await quickInput.field.and(workbench().page.locator('[type=text]')).waitFor();
		await activeRow().waitFor({ state: 'detached' });
		assert.doesNotMatch(await workbench().page.locator('.quick-input-title:visible').innerText(), /\d/);
		await press('Escape');
		await call('connector.create');
		await take('acme');
		await quickInput.answer('Create Connector in acme (1/5)', 'Door Counter');
	});

	test('the class names of the tenant are proposed, the most frequent first', async () => {
		const { quickInput } = workbench();
		await quickInput.titled('Create Connector in acme (2/5)');
		await activeRow().filter({ hasText: 'connectors' }).waitFor();
		await workbench().screenshot('class-names');
		const counts = (await quickInput.items.allInnerTexts()).map(text =>
			Number(/(\d+) connector/.exec(text)?.[1]),
		);
		assert.ok(counts.length > 1);
		assert.deepEqual(
			counts,
			[...counts].sort((one, other) => other - one),
		);
		await quickInput.fill('com.acme.DoorCounter');
		await take('com.acme.DoorCounter');
		await quickInput.titled('Create Connector in acme (3/5)');
		await press('Escape');
		await quickInput.field.waitFor({ state: 'detached' });
		assert.equal(await workbench().toasts.count(), 0);
	});

	test('a tenant that is read-only says so before it is chosen; afterwards there is one sentence and the button that helps', async () => {
		const { quickInput, page, toasts } = workbench();
		await call('connector.create');
		await quickInput.items.filter({ hasText: /prod.*\(read-only\)/s }).waitFor();
		assert.equal(await quickInput.items.filter({ hasText: /acme.*\(read-only\)/s }).count(), 0);
		await workbench().screenshot('read-only-in-list');
		await activeRow()
			.filter({ hasText: /^\s*acme/ })
			.waitFor();
		await press('ArrowDown');
		await take('prod');
		const toast = await workbench().toast('prod is read-only.');
		assert.equal(await toast.text(), 'prod is read-only.');
		assert.deepEqual(await toast.element.locator('.monaco-button').allInnerTexts(), [
			'Change Tenant Access…',
		]);
		await toast.element.locator('.codicon-info').waitFor();
		await workbench().screenshot('read-only-told');
		assert.equal(await toasts.count(), 1);
		assert.equal(await page.locator('.notifications-toasts .codicon-error').count(), 0);
	});

	test('a message that is only in the notification center does not swallow the next one, and has no twin', async () => {
		const { page, toasts } = workbench();
		// VS Code itself hides a message after a while.
		await toasts.first().waitFor({ state: 'detached', timeout: 30_000 });
		await call('connector.create');
		await activeRow()
			.filter({ hasText: /^\s*acme/ })
			.waitFor();
		await press('ArrowDown');
		await take('prod');
		await workbench().toast('prod is read-only.');
		assert.equal(await toasts.count(), 1);
		await press('F1');
		await workbench().quickInput.fill('>Notifications: Show Notifications');
		await workbench()
			.quickInput.items.filter({ hasText: 'Notifications: Show Notifications' })
			.first()
			.waitFor();
		await press('Enter');
		const center = page.locator('.notifications-center .notification-list-item');
		await center.first().waitFor();
		assert.equal(await center.count(), 1);
		await workbench().screenshot('message-again');
		await workbench().closeToasts();
	});

	test('a filter is what is typed: the connectors whose names contain it', async () => {
		const { quickInput } = workbench();
		await call('tenant.filter');
		await take('acme');
		await quickInput.titled('Filter Connectors of acme');
		await quickInput.fill('service');
		await activeRow().filter({ hasText: 'Name contains "service"' }).waitFor();
		await workbench().screenshot('filter-typed');
		await press('Enter');
		await workbench().row('acme').filter({ hasText: 'name co "service"' }).waitFor();
		assert.equal(await workbench().toasts.count(), 0);
	});

	test('to clear the filter says nothing, and is not offered where there is none', async () => {
		const { quickInput, toasts } = workbench();
		await call('tenant.clearFilter');
		await workbench().row('acme').filter({ hasNotText: 'name co' }).waitFor();
		await press('F1');
		await quickInput.fill(`>ISC Connectors: ${titles['command.tenant.clearFilter']}`);
		await quickInput.items.first().waitFor();
		assert.equal(await quickInput.item(`ISC Connectors: ${titles['command.tenant.clearFilter']}`).count(), 0);
		await press('Escape');
		assert.equal(await toasts.count(), 0);
	});

	test('a filter that no connector passes is told with the button that clears it', async () => {
		const { quickInput } = workbench();
		await call('tenant.filter');
		await take('acme');
		await quickInput.titled('Filter Connectors of acme');
		await quickInput.fill('nobody');
		await take('Name contains "nobody"');
		const toast = await workbench().toast('No connectors of acme match name co "nobody".');
		await workbench()
			.row('acme')
			.filter({ hasText: /no matches.*name co "nobody"/ })
			.waitFor();
		await workbench().screenshot('filter-empty');
		await toast.press('Clear Filter');
		await workbench().row('acme').filter({ hasNotText: 'name co' }).waitFor();
	});

	test('the button of the view lists the connectors of every tenant, whichever row has the focus', async () => {
		const { quickInput } = workbench();
		await workbench().row('acme').click();
		const button = workbench().page.locator('.sidebar a[aria-label^="Open Connector"]');
		await button.focus();
		await press('Enter');
		await quickInput.fill('jdbc');
		for (const name of ['acme', 'prod']) {
			await quickInput.items.filter({ hasText: `${name} · jdbc-angularsc` }).waitFor();
		}
		await workbench().screenshot('open-connector-all-tenants');
		await press('Escape');
	});

	test('a document is found by words of its name and its path', async () => {
		const { quickInput } = workbench();
		await call('document.open');
		await quickInput.titled('Open Document');
		await quickInput.fill('jdbc corr acme');
		await activeRow()
			.filter({ hasText: /correlation-config\.xml[\s\S]*JDBC · acme/ })
			.waitFor();
		await workbench().screenshot('open-document-words');
		assert.equal(await quickInput.items.count(), 1);
		await press('Enter');
		await workbench().tab('correlation-config.xml').waitFor();
	});

	test('the rows of what is open come first', async () => {
		const { quickInput } = workbench();
		await call('connector.copyScriptName');
		await take('acme');
		await activeRow().filter({ hasText: 'jdbc-angularsc' }).waitFor();
		await workbench().screenshot('open-first');
		await press('Escape');
		await quickInput.field.waitFor({ state: 'detached' });
	});

	test('whoever signs out with unsaved texts is asked first, and told once', async () => {
		const { page, toasts } = workbench();
		await workbench().toggle(workbench().row('acme'));
		await workbench().typeAtEnd('<!-- mine -->');
		await workbench().dirtyTab('correlation-config.xml').waitFor();
		await call('tenant.signOut');
		await take('acme');
		const dialog = page.locator('.monaco-dialog-box', { hasText: 'Sign out of acme?' });
		await dialog.filter({ hasText: 'Unsaved changes in 1 document stay in the editor.' }).waitFor();
		await workbench().screenshot('sign-out-question');
		await press('Escape');
		await dialog.waitFor({ state: 'detached' });
		assert.equal(await toasts.count(), 0);
		await call('tenant.signOut');
		await take('acme');
		await workbench().modal('Sign out of acme?', 'Sign Out');
		const toast = await workbench().toast('Signed out of acme.');
		await workbench().row('acme').filter({ hasText: 'signed out' }).waitFor();
		await workbench().dirtyTab('correlation-config.xml').waitFor();
		await page.waitForTimeout(1000); // What else would be told comes with the answers that the sign-out leads to.
		await workbench().screenshot('signed-out');
		assert.equal(await toasts.count(), 1);
		assert.equal(await page.locator('.notifications-toasts .codicon-error').count(), 0);
		await toast.press('Sign In…');
		await workbench().quickInput.titled('Update Credentials of acme (1/3)');
		await press('Escape');
	});

	test('a result of a search says to a screen reader where it is', async () => {
		const { quickInput, page } = workbench();
		await call('documents.search');
		await quickInput.items.filter({ hasText: 'prod' }).first().waitFor();
		await activeRow()
			.filter({ hasText: /^\s*acme/ })
			.waitFor();
		await press('ArrowDown');
		await take('prod');
		await quickInput.answer('Search in prod', 'employeeNumber');
		const row = page.locator('.monaco-list-row[aria-label^="line "]', { hasText: 'employeeNumber' }).first();
		await row.waitFor({ timeout: 30_000 });
		assert.match(
			(await row.getAttribute('aria-label')) ?? '',
			/^line \d+, .*employeeNumber.*, \S+\.(xml|properties|json), .+, prod/,
		);
		await workbench().screenshot('search-spoken');
	});
});
