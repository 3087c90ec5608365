import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('A save that VS Code does not announce as a person’s', function () {
	this.bail(true); // Each step stands on the one before.
	const settings = {
		'editor.autoClosingComments': 'never',
		'editor.autoClosingBrackets': 'never',
	};
	const workbench = useWorkbench({ settings });
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant({ rateLimit: false });
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
		await workbench().row('JDBC').click();
		await workbench().row('correlation-config.xml').dblclick();
		await workbench().tab('correlation-config.xml').waitFor();
	});

	suiteTeardown(() => sample.stop());

	const stored = () => Buffer.from(sample.connector('jdbc-angularsc').correlationConfig).toString();
	const clean = (file: string) => workbench().dirtyTab(file).waitFor({ state: 'detached' });
	const question = 'Send jdbc-angularsc/correlation-config.xml to acme?';

	async function typeAndSave(text: string): Promise<void> {
		await workbench().typeAtEnd(text);
		await workbench().command('File: Save without Formatting');
	}

	test('can be looked at and is not sent then', async () => {
		await typeAndSave('<!-- one -->');
		await workbench().page.locator('.monaco-dialog-box', { hasText: question }).waitFor();
		await workbench().screenshot('unannounced');
		await workbench().modal(question, 'Show Changes');
		await workbench().page.locator('.monaco-diff-editor .view-line', { hasText: 'one' }).first().waitFor();
		await workbench().screenshot('unannounced-changes');
		assert.doesNotMatch(stored(), /one/);
		await workbench().command('View: Close Editor');
		await workbench().closeToasts();
	});

	test('is asked about once in a session, if a person has typed the text', async () => {
		await typeAndSave('<!-- two -->');
		await workbench().modal(question, 'Send');
		await clean('correlation-config.xml');
		assert.match(stored(), /one.*two/);
		await typeAndSave('<!-- three -->');
		await clean('correlation-config.xml');
		assert.match(stored(), /three/);
	});
});
