import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

/** Has VS Code set up what it does before saves when its extensions run already, as in windows that are slow to open. */
const slowly = `
	window.cancelIdleCallback = timer => clearTimeout(timer);
	window.requestIdleCallback = run =>
		setTimeout(() => run({ didTimeout: true, timeRemaining: () => 15 }), Math.max(0, 9000 - performance.now()));`;

suite('White space that VS Code trims after it has announced the save', function () {
	const workbench = useWorkbench({
		settings: { 'files.trimTrailingWhitespace': true, 'editor.autoClosingBrackets': 'never' },
	});
	let sample: SampleTenant;
	const file = 'en.properties';
	const stored = () => Buffer.from(sample.connector('jdbc-angularsc').translations.en ?? '').toString();

	suiteSetup(async () => {
		sample = await startSampleTenant({ rateLimit: false });
		sample.change('jdbc-angularsc', connector => (connector.translations.en = Buffer.from('a=1 \nb=2\n')));
		await workbench().page.addInitScript(slowly);
		await workbench().reload();
		await workbench().page.waitForTimeout(11_000); // Until all is set up.
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
		await workbench().row('JDBC', 'acme').click();
		await workbench().row('translations').click();
		await workbench().row(file).dblclick();
		await workbench().tab(file).waitFor();
	});

	suiteTeardown(() => sample.stop());

	test('is sent, and the editor shows it again', async () => {
		for (const line of ['c=3 ', 'd=4']) {
			await workbench().typeAtEnd(line);
			await workbench().page.keyboard.press('Enter');
			await workbench().dirtyTab(file).waitFor();
			await workbench().page.waitForTimeout(2000); // Nobody types and saves at the same moment.
			await workbench().save();
			await workbench().clean();
		}
		assert.equal(stored(), 'a=1 \nb=2\nc=3 \nd=4\n');
		await workbench().screenshot('blanks-trimmed-late');
		await workbench().page.waitForTimeout(500);
		assert.equal(await workbench().editorText(), 'a=1 \nb=2\nc=3 \nd=4\n');
	});
});
