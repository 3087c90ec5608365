import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('What an agent proposes', function () {
	this.bail(true); // Each step stands on the one before.
	const settings = { ...asTyped, 'chat.disableAIFeatures': false, 'chat.commandCenter.enabled': false };
	const workbench = useWorkbench({ settings, besides: ['test/ui/agent'] });
	const sample = useTenant(workbench, { open: 'correlation-config.xml' });

	const file = 'correlation-config.xml';
	const bytes = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig);
	const stored = () => bytes().toString();
	const dialog = (text: string) => workbench().page.locator('.monaco-dialog-box', { hasText: text });
	const question = 'Send correlation-config.xml of JDBC to acme?';
	const changed = (text: string) =>
		workbench().page.locator('.monaco-diff-editor .modified .view-line', { hasText: text }).first();

	async function call(tool: string, input: object): Promise<void> {
		await workbench().command('Agent: Call a Tool');
		await workbench().quickInput.field.fill(JSON.stringify({ tool, input }));
		await workbench().quickInput.accept();
	}

	const propose = (comment: string) =>
		call('isc_proposeChange', {
			tenant: 'acme',
			scriptName: 'jdbc-angularsc',
			summary: `Correlates by ${comment} as well, as [the others do](command:workbench.action.quit).`,
			changes: [{ document: file, text: stored().replace('</', `<!-- ${comment} --></`) }],
		});

	test('is asked about once for a tenant that people have not allowed yet, and refused without that', async () => {
		await propose('nothing');
		await dialog('Allow agents to use acme?').waitFor();
		await workbench().screenshot('agents-allow');
		await workbench().modal('Allow agents to use acme?', 'Cancel');
		await workbench().page.locator('.statusbar-item', { hasText: 'has not allowed agents' }).waitFor();
		await propose('nothing');
		await workbench().page.waitForTimeout(1000);
		assert.equal(await dialog('Allow agents').count(), 0);
		assert.equal(await workbench().dirtyTab(file).count(), 0);
	});

	test('is opened beside what the tenant has, once the tenant is allowed, and says what it is for', async () => {
		await workbench().changeSettings({ 'iscConnectors.agents.tenants': [new URL(sample().url).host] });
		await workbench().row(file).waitFor();
		await propose('mail');
		await changed('<!-- mail -->').waitFor();
		const toast = await workbench().toast('An agent proposes a change (JDBC, acme)');
		assert.match(await toast.text(), /Correlates by mail as well/);
		await workbench().screenshot('agents-proposal');
		await workbench().closeToasts();
		assert.doesNotMatch(stored(), /mail -->/);
	});

	test('is not sent by Ctrl+S before people have said so, whose first Enter shows the changes', async () => {
		await changed('<!-- mail -->').click({ force: true }); // The cursor may stand there.
		await workbench().page.keyboard.press('ControlOrMeta+s');
		await dialog(question).waitFor();
		await workbench().screenshot('agents-question');
		assert.match(await dialog(question).innerText(), /An agent proposed this text, and nobody has edited/);
		await workbench().page.keyboard.press('Escape');
		await dialog(question).waitFor({ state: 'detached' });
		assert.doesNotMatch(stored(), /mail -->/);
		await workbench().dirtyTab(file).first().waitFor();
	});

	test('is sent when people say so, and the history says who proposed it', async () => {
		const before = bytes();
		await changed('<!-- mail -->').click({ force: true }); // The cursor may stand there.
		await workbench().page.keyboard.press('ControlOrMeta+s');
		await workbench().modal(question, 'Send');
		await workbench().clean();
		assert.equal(bytes().length, before.length + '<!-- mail -->'.length); // With its one byte order mark.
		assert.match(stored(), /<!-- mail -->/);
		await workbench().row(file).dblclick();
		await workbench().command('ISC Connectors: Focus on History View');
		const row = workbench().page.getByRole('treeitem', { name: /proposed by an agent/ });
		await row.waitFor();
		await workbench().screenshot('agents-history');
		await workbench().closeToasts();
	});

	test('is asked about after a restart as well', async () => {
		await propose('phone');
		await changed('<!-- phone -->').waitFor();
		await workbench().page.waitForTimeout(1500); // VS Code writes the unsaved text to its backup.
		await workbench().reload();
		await workbench().dirtyTab(file).first().waitFor({ timeout: 30_000 });
		await workbench()
			.page.getByRole('treeitem', { name: /proposed by an agent/ })
			.waitFor({ timeout: 30_000 });
		await workbench().editor.click();
		await workbench().page.keyboard.press('ControlOrMeta+s');
		await dialog(question).waitFor();
		await workbench().modal(question, 'Show Changes');
		await changed('<!-- phone -->').waitFor();
		assert.doesNotMatch(stored(), /phone -->/);
	});

	test('is sent without another question once people have looked at it', async () => {
		await changed('<!-- phone -->').click({ force: true });
		await workbench().page.keyboard.press('ControlOrMeta+s');
		await workbench().clean();
		assert.match(stored(), /<!-- phone -->/);
		assert.equal(await dialog(question).count(), 0);
	});

	test('of several documents is one comparison, and Save All asks once', async () => {
		await workbench().command('View: Close All Editors');
		await call('isc_proposeChange', {
			tenant: 'acme',
			scriptName: 'jdbc-angularsc',
			summary: 'Names both.',
			changes: [
				{
					document: file,
					edits: [{ oldText: '</CorrelationConfig>', newText: '<!-- a --></CorrelationConfig>' }],
				},
				{ document: 'translations/en', edits: [{ oldText: '\nShortDesc', newText: '\n# b\nShortDesc' }] },
			],
		});
		await workbench().page.locator('.multiDiffEntry .view-line', { hasText: '<!-- a -->' }).first().waitFor();
		await workbench().screenshot('agents-several');
		await workbench().command('File: Save All Files');
		await workbench().modal('Send 2 documents to acme?', 'Send');
		await workbench().clean();
		assert.match(stored(), /<!-- a -->/);
		const { translations } = sample().connector('jdbc-angularsc');
		assert.match(Buffer.from(translations.en ?? '').toString(), /\n# b\n/);
	});
});
