import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

const jdbc = 'jdbc-angularsc';
const field = (name: string) => `<Field name="${name}" displayName="${name}" type="text"/>`;
const form = (...fields: readonly string[]) =>
	[
		'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"><BaseConfig><Section name="s">',
		...fields.map(field),
		'</Section></BaseConfig></Form>',
	].join('\n');

suite('Effects on sources that people only want to be told', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({
		settings: {
			...asTyped,
			'iscConnectors.sources.beforeSaving': 'tell',
			'iscConnectors.sources.codeLens': false,
		},
	});
	const sample = useTenant(workbench);
	const stored = () => Buffer.from(sample().connector(jdbc).sourceConfig).toString();
	const dirty = () => workbench().dirtyTab('source-config.xml');

	suiteSetup('sources with a host, a port and a zone', async () => {
		sample().change(jdbc, connector => {
			connector.sourceConfig = Buffer.from(form('host', 'port'));
		});
		const { sources } = sample();
		sources.filter(each => each.fields.connector === jdbc).forEach(({ id }) => sample().removeSource(id));
		for (const name of ['Payroll', 'Warehouse']) {
			sample().createSource({ name, connector: jdbc, values: { host: 'h', port: '99', zone: 'z' } });
		}
		await workbench().row('source-config.xml').dblclick();
		await workbench().page.locator('.editor-instance .view-line').nth(3).waitFor();
	});

	/** Presses keys at the beginning of a line, and saves. */
	async function saveAfter(line: number, edit: () => Promise<void>): Promise<void> {
		const { keyboard } = workbench().page;
		await workbench().goTo('Home');
		for (let down = 1; down < line; down++) {
			await keyboard.press('ArrowDown');
		}
		await edit();
		await dirty().waitFor();
		await workbench().save();
		await workbench().clean();
	}

	const deleteLine = () => workbench().page.keyboard.press('ControlOrMeta+Shift+k');

	test('are in a message after a save', async () => {
		await saveAfter(2, () => workbench().page.keyboard.type(field('zone')));
		await saveAfter(3, deleteLine);
		const toast = await workbench().toast(
			'Saved source-config.xml of JDBC to acme. Removes "port", which is set',
		);
		assert.match(await toast.text(), /: Payroll, Warehouse\.$/);
		await workbench().screenshot('source-effects-told');
		await workbench().closeToasts();
	});

	test('are in the message after a version was restored', async () => {
		await workbench().command('ISC Connectors: Restore Document Version…');
		await workbench().quickInput.items.nth(1).click();
		await workbench().modal('Restore source-config.xml of JDBC', 'Restore');
		const toast = await workbench().toast('Restored source-config.xml of JDBC in acme');
		assert.match(await toast.text(), /\)\. Removes "zone", which is set: Payroll, Warehouse\.$/);
		assert.equal(stored(), form('host', 'port'));
		await workbench().screenshot('source-effects-restored');
		await workbench().closeToasts();
	});

	test('are none of a template, of which is said once that existing sources keep their copy', async () => {
		const file = 'source-template.xml';
		const { page } = workbench();
		const note = page.locator('.statusbar').getByText('Existing sources keep their copy.');
		const sent = page.locator('.statusbar').getByText('Sent to acme');
		await workbench().row(file).dblclick();
		await workbench().tab(file).waitFor();
		await page.locator('.view-line', { hasText: '<Application' }).first().waitFor();
		for (const text of ['<!-- one -->', '<!-- two -->']) {
			await sent.waitFor({ state: 'detached' }); // That of the save before is shown for a while.
			await workbench().typeAtEnd(text);
			await workbench().dirtyTab(file).waitFor();
			await workbench().save();
			await sent.waitFor();
			assert.equal(await note.count(), text.includes('one') ? 1 : 0);
		}
		assert.equal(await workbench().toasts.count(), 0);
	});

	test('are not waited for without end, which is said', async () => {
		sample().fault({ operation: 'listSources' }, { kind: 'stall' }, Infinity);
		await workbench().command('ISC Connectors: Refresh All Tenants');
		await workbench().command('View: Close All Editors');
		await workbench().row('source-config.xml').dblclick();
		await workbench().page.locator('.editor-instance .view-line').nth(3).waitFor();
		const waiting = workbench().page.locator('.statusbar').getByText('Looking at the sources of acme');
		const saved = saveAfter(2, deleteLine);
		await waiting.waitFor();
		await workbench().screenshot('source-effects-waiting');
		await saved;
		await workbench().toast('Sources in acme were not checked: no answer in time.');
		await waiting.waitFor({ state: 'detached' });
		assert.equal(stored(), form('port'));
		await workbench().screenshot('source-effects-unchecked');
	});
});
