import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('What a person sees', () => {
	const workbench = useWorkbench();
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant();
		sample.change('jdbc-angularsc', connector => {
			connector.translations.en = Buffer.from('HostURL=Host URL\r\nPage_Size=Page size\n');
		});
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
		await workbench().row('JDBC').click();
		await workbench().row('source-config.xml').click();
		await workbench().page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
	});

	suiteTeardown(() => sample.stop());

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern'] as const) {
		test(`has pictures in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().screenshot(`theme-${theme.toLowerCase().replaceAll(' ', '-')}`);
		});
	}

	test('is told that a document mixes line ends, before a save makes them one', async () => {
		await workbench().toggle(workbench().row('translations'));
		await workbench().row('en.properties').click();
		const toast = await workbench().toast('has mixed line endings');
		assert.match(
			await toast.text(),
			/^jdbc-angularsc\/translations\/en\.properties has mixed line endings\. Saving it changes all of them to (CRLF|LF)\.$/,
		);
		await workbench().screenshot('mixed-line-ends');
		await toast.press('Change Line Endings…');
		await workbench().quickInput.item('CRLF').waitFor();
		await workbench().quickInput.cancel();
	});
});
