import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

const doors = ['Door Counter', 'Door Display', 'Door Opener'] as const;
const [counter, display, opener] = doors;

suite('Keys in the tree', () => {
	const workbench = useWorkbench();
	let acme: SampleTenant;

	const tree = '.sidebar .monaco-list:focus-within .monaco-list-row';
	const selected = () => workbench().page.locator(`${tree}.selected .label-name`).allInnerTexts();
	const titles = () => workbench().page.locator('.quick-input-widget:visible .quick-input-title');

	async function press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) {
			await workbench().page.keyboard.press(key);
		}
	}

	/** Selects rows without opening them; the last one is focused. */
	async function select(...names: readonly string[]): Promise<void> {
		const toggle = (name: string) =>
			workbench()
				.row(name)
				.click({ modifiers: ['ControlOrMeta'] });
		await toggle(names[0] ?? ''); // Focuses the tree, so that it is the one that is cleared.
		await press('Escape', 'Escape');
		for (const name of names) {
			await toggle(name);
		}
		await workbench()
			.page.locator(`${tree}.selected`)
			.nth(names.length - 1)
			.waitFor();
		assert.equal((await selected()).length, names.length);
	}

	async function moveTo(name: string, key: string): Promise<void> {
		await press(key);
		await workbench().page.locator(`${tree}.focused`, { hasText: name }).waitFor();
	}

	/** Long enough for a question that should not come. */
	async function isQuiet(): Promise<void> {
		await workbench().page.waitForTimeout(700);
		assert.equal(await titles().count(), 0);
		assert.equal(await workbench().toasts.count(), 0);
	}

	suiteSetup(async () => {
		acme = await startSampleTenant();
		for (const [index, name] of doors.entries()) {
			const scriptName = `door-${index}`;
			acme.add({
				...acme.connector('jdbc-angularsc'),
				scriptName,
				name,
				type: `custom ${name}`,
				custom: true,
			});
		}
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', acme);
		await workbench().row(counter).waitFor();
	});

	suiteTeardown(() => acme.stop());

	test('are about the focused row, though another one is selected, which stays so', async () => {
		await select(counter);
		await moveTo(display, 'ArrowDown');
		await press('Delete');
		await workbench().quickInput.titled('Delete Door Display from acme');
		await workbench().screenshot('delete-focused');
		await workbench().quickInput.cancel();
		assert.deepEqual(await selected(), [counter]);
	});

	test('are about all selected rows if the focused one is among them', async () => {
		await select(counter, opener);
		await press('Delete');
		await workbench().quickInput.titled('Delete 2 Connectors from acme');
		await workbench().quickInput.cancel();
		assert.deepEqual(await selected(), [counter, opener]);
		await moveTo(display, 'ArrowUp');
		await press('Delete');
		await workbench().quickInput.titled('Delete Door Display from acme');
		await workbench().quickInput.cancel();
		assert.deepEqual(await selected(), [counter, opener]);
	});

	test('do nothing on a document, a tenant or both, nor where nothing is focused', async () => {
		await select(counter);
		await press('ArrowRight');
		await workbench().row('source-config.xml').waitFor();
		await moveTo('source-config.xml', 'ArrowDown');
		await press('Delete', 'ControlOrMeta+c');
		await isQuiet();
		await select(counter, 'source-config.xml');
		await press('Delete', 'ControlOrMeta+c');
		await isQuiet();
		await select('acme');
		await press('Delete', 'ControlOrMeta+c');
		await isQuiet();
		await press('Escape');
		await press('Delete', 'ControlOrMeta+c');
		await isQuiet();
		await select(counter);
		await press('ArrowLeft');
	});

	test('copy the script names of what they are about', async () => {
		await select(counter, opener);
		await press('ControlOrMeta+c');
		await workbench().page.locator('.statusbar', { hasText: 'Copied door-0, door-2.' }).waitFor();
	});

	test('copy the IDs of sources, and nothing where other rows are selected, too', async () => {
		const { id } =
			acme.sources.find(({ fields }) => fields.name === 'Payroll Database') ?? assert.fail('no source');
		const copied = workbench().page.locator('.statusbar').getByText('Copied');
		await copied.waitFor({ state: 'detached' });
		await select('JDBC');
		await press('ArrowRight');
		await workbench().toggle(workbench().row('Sources'));
		await select('Payroll Database');
		await press('ControlOrMeta+c');
		await workbench().page.locator('.statusbar').getByText(`Copied ${id}.`).waitFor();
		await copied.waitFor({ state: 'detached' });
		await select('Payroll Database', 'JDBC');
		await press('ControlOrMeta+c');
		await isQuiet();
		assert.equal(await copied.count(), 0);
		await press('ArrowLeft');
	});

	test('warn before the question about a standard connector', async () => {
		await select('DocuSign');
		await press('Delete');
		const toast = await workbench().toast('DocuSign seems to be a standard connector.');
		await workbench().screenshot('delete-standard');
		assert.equal(await titles().count(), 0);
		await toast.press('Delete Anyway…');
		await workbench().quickInput.titled('Delete DocuSign from acme');
		await workbench().quickInput.cancel();
	});

	test('do not warn about a clone, though its type is that of a standard connector', async () => {
		const { quickInput } = workbench();
		await workbench().closeToasts();
		await workbench().chooseInContextMenu(workbench().row('DocuSign'), 'Clone Connector');
		await quickInput.answer('Clone DocuSign into acme (1/5)', 'Door Signature');
		for (const step of [2, 3]) {
			await quickInput.titled(`Clone DocuSign into acme (${step}/5)`);
			await quickInput.accept();
		}
		await quickInput.choose('Clone DocuSign into acme (4/5)', 'Yes');
		await quickInput.choose('Clone DocuSign into acme (5/5)', 'DEVELOPMENT');
		await workbench().toast('Created Door Signature in acme');
		await workbench().closeToasts();
		assert.doesNotMatch(acme.connector('door-signature').type, /^custom/i);
		await select('Door Signature');
		await press('Delete');
		await quickInput.titled('Delete Door Signature from acme');
		await workbench().screenshot('delete-clone');
		assert.equal(await workbench().toasts.count(), 0);
		await quickInput.cancel();
		await workbench().command('View: Close All Editors');
	});

	test('delete several once their number is typed, with one message', async () => {
		const { quickInput } = workbench();
		await select(...doors);
		await press('Delete');
		await quickInput.answer('Delete 3 Connectors from acme', '2');
		await quickInput.message.filter({ hasText: 'The number does not match.' }).waitFor();
		await workbench().screenshot('delete-several');
		acme.fault({ method: 'DELETE' }, { kind: 'answer', status: 403, body: '{}' });
		await quickInput.answer('Delete 3 Connectors from acme', '3');
		const toast = await workbench().toast('Deleted 2 connectors from acme. Backups are kept.');
		assert.match(await toast.text(), /Not deleted: Door Counter\./);
		await workbench().screenshot('deleted-several');
		await workbench().toasts.nth(1).waitFor({ state: 'detached' }); // The progress stays for a moment.
		assert.equal(await workbench().toasts.count(), 1);
		await workbench().row(display).waitFor({ state: 'detached' });
		assert.ok(acme.connector('door-0'));
	});
});
