import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { useWorkbench } from './useWorkbench';

const jdbc = 'jdbc-angularsc';
const field = (name: string, label: string) => `<Field name="${name}" displayName="${label}" type="text"/>`;
const form = (...fields: string[]) =>
	[
		'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"><BaseConfig><Section name="s">',
		...fields,
		'</Section></BaseConfig></Form>',
	].join('\n');
const [host, port] = [field('host', 'Host'), field('port', 'Port')];

suite('A form that sources were made of', function () {
	const workbench = useWorkbench();
	const sample = useTenant(workbench);

	suiteSetup('sources with a host and a port', () => {
		sample().change(jdbc, connector => {
			connector.sourceConfig = Buffer.from(form(host, port));
		});
		const { sources } = sample();
		sources.filter(each => each.fields.connector === jdbc).forEach(({ id }) => sample().removeSource(id));
		for (const name of ['Payroll', 'Warehouse', 'Learning', 'Archive']) {
			sample().createSource({ name, connector: jdbc, values: { host: 'db.example.com', port: '99' } });
		}
	});
	teardown('nothing is left unsaved', async () => {
		while (await dialog().isVisible()) {
			await workbench().page.keyboard.press('Escape');
		}
		await workbench().discardAll();
	});

	const question = 'Save source-config.xml of JDBC to acme?';
	const dialog = () => workbench().page.locator('.monaco-dialog-box');
	const dirty = () => workbench().dirtyTab('source-config.xml');
	const stored = () => Buffer.from(sample().connector(jdbc).sourceConfig).toString();

	/** Presses keys in the line of the second field, and saves. */
	async function saveAfter(keys: string): Promise<void> {
		const { keyboard } = workbench().page;
		await workbench().row('source-config.xml').dblclick();
		await workbench().tab('source-config.xml').waitFor();
		await workbench().page.locator('.editor-instance .view-line').nth(3).waitFor();
		await workbench().goTo('Home');
		await keyboard.press('ArrowDown');
		await keyboard.press('ArrowDown');
		await keyboard.press(keys);
		await dirty().waitFor();
		await workbench().save();
	}

	const deleteField = 'ControlOrMeta+Shift+k';
	const moveFieldUp = 'Alt+ArrowUp';

	async function assertNoToasts(): Promise<void> {
		await workbench().page.waitForTimeout(1500);
		assert.equal(await workbench().toasts.count(), 0);
	}

	test('is not sent without a question where they lose a value, and stays as it is after Cancel', async () => {
		await saveAfter(deleteField);
		await dialog().filter({ hasText: question }).waitFor();
		const told = await dialog().innerText();
		assert.match(told, /Removes "port", which is set: Archive, Learning, Payroll, 1 more\./);
		await workbench().screenshot('source-effects-question');
		await workbench().modal(question, 'Cancel');
		await dirty().waitFor();
		await assertNoToasts();
		assert.equal(stored(), form(host, port));
	});

	test('lists the sources with Show Sources, and is not sent', async () => {
		await saveAfter(deleteField);
		await workbench().modal(question, 'Show Sources');
		const list = workbench().page.locator('.quick-input-widget');
		await list.getByText('Warehouse', { exact: true }).waitFor();
		await workbench().screenshot('source-effects-sources');
		await workbench().page.keyboard.press('Escape');
		await dirty().waitFor();
		await assertNoToasts();
		assert.equal(stored(), form(host, port));
	});

	test('is sent without a question where they lose nothing', async () => {
		await saveAfter(moveFieldUp);
		await workbench().clean();
		assert.equal(stored(), form(port, host));
		await assertNoToasts();
	});

	test('is sent with Send Anyway, without another question', async () => {
		await saveAfter(deleteField);
		await workbench().modal(question, 'Send Anyway');
		await workbench().clean();
		assert.equal(stored(), form(port));
		assert.equal(await dialog().count(), 0);
		await assertNoToasts();
	});
});
