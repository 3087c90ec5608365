import assert from 'node:assert/strict';
import type { SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { everyTypeTexts, startEveryTypeTenant } from './everyTypeForm';
import { useWorkbench } from './useWorkbench';

suite('What is typed into the translation table', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startEveryTypeTenant();
		sample.change('jdbc-angularsc', ({ translations }) => {
			translations.fr = Buffer.from('A_Text=Un texte\n');
		});
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
		await workbench().row('JDBC').click();
		await workbench().inlineAction(workbench().row('translations'), 'Edit Translations');
		await table().waitFor();
		await cell('A_Text', 'en').filter({ hasText: 'A Text' }).waitFor();
	});

	suiteTeardown(() => sample.stop());

	const inPage = (selector: string) => workbench().webview().locator(selector);
	const cell = (key: string, locale: string) =>
		inPage(`[role=row][data-key="${key}"]`).locator(`[data-locale="${locale}"]`);
	const table = () => workbench().tab('JDBC in acme: Translations');
	const notice = (text: string) => inPage('.refusal').filter({ hasText: text });
	const editor = () => inPage('.editor textarea');
	const press = (key: string) => workbench().page.keyboard.press(key);
	const type = (text: string, delay = 0) => workbench().page.keyboard.type(text, { delay });
	const colleague = (locale: 'en' | 'fr', text: string) =>
		sample.change('jdbc-angularsc', ({ translations }) => {
			const all = locale === 'en' ? everyTypeTexts.en : 'A_Text=Un texte\n';
			translations[locale] = Buffer.from(all.replace(/^A_Text=.*$/m, `A_Text=${text}`));
		});

	test('is not what people type into an editor beside it', async () => {
		await cell('A_Text', 'en').click();
		await press('ControlOrMeta+Enter');
		const line = workbench().page.locator('.editor-instance .view-line', { hasText: 'A_Number' }).first();
		await line.waitFor();
		await workbench().page.waitForTimeout(500);
		await cell('A_URL', 'en').click();
		await line.click();
		await press('End');
		await type('0123456789', 250);
		await line.filter({ hasText: '0123456789' }).waitFor();
		assert.equal(await editor().count(), 0);
		await workbench().command('File: Revert File');
		await workbench().command('View: Close Editor');
	});

	test('is given back if it was refused while another editor was in front', async () => {
		await cell('A_Text', 'fr').click();
		await type('Mon texte');
		colleague('fr', 'Leur texte');
		sample.latency = 1500;
		await press('Enter');
		await workbench().row('source-template.xml').dblclick();
		await inPage('[role=grid]').waitFor({ state: 'detached' });
		await workbench().page.waitForTimeout(5000);
		sample.latency = 0;
		await table().click();
		await notice('to "Leur texte".').filter({ hasText: 'Not applied: "Mon texte"' }).waitFor();
		await workbench().screenshot('table-not-written');
	});

	test('stays unwritten, and is kept, when people leave it again', async () => {
		await inPage('button').filter({ hasText: 'Edit Again' }).click();
		assert.equal(await editor().inputValue(), 'Mon texte');
		await cell('A_URL', 'en').click();
		await editor().waitFor({ state: 'detached' });
		await cell('A_Text', 'fr').filter({ hasText: 'Leur texte' }).waitFor();
		await notice('Not applied: "Mon texte"').waitFor();
		await cell('A_URL', 'en').click();
		await press('F2');
		await type('!');
		await press('Enter');
		await cell('A_URL', 'en').filter({ hasText: 'An Address!' }).waitFor();
		await notice('Not applied: "Mon texte"').waitFor();
	});

	test('is written when people have seen what is there, and want it', async () => {
		await inPage('button').filter({ hasText: 'Edit Again' }).click();
		await press('Enter');
		await cell('A_Text', 'fr').filter({ hasText: 'Mon texte' }).waitFor();
		await inPage('.refusal').waitFor({ state: 'detached' });
	});

	test('over what a colleague saved meanwhile is not sent, once a discard of it was undone', async () => {
		const stored = () => Buffer.from(sample.connector('jdbc-angularsc').translations.fr ?? []).toString();
		colleague('fr', 'Leur nouveau texte');
		const theirs = stored();
		await workbench().chooseInContextMenu(workbench().row('JDBC'), 'Refresh');
		await inPage('button').filter({ hasText: 'Discard' }).click();
		await cell('A_Text', 'fr').filter({ hasText: 'Leur nouveau texte' }).waitFor();
		await inPage('footer').getByRole('button', { name: 'Undo' }).click();
		await cell('A_Text', 'fr').filter({ hasText: 'Mon texte' }).waitFor();
		await inPage('button')
			.filter({ hasText: /^Save \d/ })
			.click();
		await workbench().page.locator('.merge-editor').waitFor();
		await workbench().screenshot('table-undone-discard');
		assert.equal(stored(), theirs);
	});

	test('in two languages, and conflicts in both, is merged one after the other', async () => {
		const mergeTabs = () => workbench().page.locator('.tab', { hasText: 'Merging' });
		const leave = async () => {
			await workbench().command('View: Close Editor');
			await workbench()
				.page.locator('.monaco-dialog-box')
				.getByRole('button', { name: "Don't Save" })
				.click();
		};
		await leave();
		await workbench().page.locator('.merge-editor').waitFor({ state: 'detached' });
		await table().click();
		await cell('A_URL', 'en').click();
		await press('F2');
		await type('?');
		await press('Enter');
		await cell('A_URL', 'en').filter({ hasText: '?' }).waitFor();
		sample.change('jdbc-angularsc', ({ translations }) => {
			const en = Buffer.from(translations.en ?? []).toString();
			translations.en = Buffer.from(en.replace(/^A_URL=.*$/m, 'A_URL=Theirs'));
		});
		await inPage('button')
			.filter({ hasText: /^Save \d/ })
			.click();
		await workbench().page.locator('.merge-editor').waitFor();
		await workbench().page.waitForTimeout(1500);
		assert.equal(await mergeTabs().count(), 1);
		await workbench().screenshot('table-two-conflicts');
		const [first] = await mergeTabs().allInnerTexts();
		await leave();
		await mergeTabs()
			.filter({ hasNotText: first ?? '' })
			.waitFor();
		assert.equal(await mergeTabs().count(), 1);
	});
});
