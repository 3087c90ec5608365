import { folder, goTo, openDocument, pictureSize, useReadmeWindow, widenSidebar } from './readmeWindow';

const tenant = 'acme-sb.api.identitynow.com';

suite('The pictures with both a text and what it means', () => {
	const window = useReadmeWindow({
		size: pictureSize,
		besides: ['test/ui/agent'],
		settings: {
			'chat.disableAIFeatures': false,
			'chat.commandCenter.enabled': false,
			'diffEditor.renderSideBySide': false,
			'iscConnectors.agents.tenants': [tenant],
			'iscConnectors.labels.locale': '',
		},
	});

	test('show the sources', async () => {
		const { workbench } = window();
		await widenSidebar(workbench);
		await openDocument(window(), 'JDBC', 'source-config.xml');
		await workbench.toggle(workbench.row('Sources', 'JDBC'));
		await workbench.row('Learning Database').waitFor();
		await goTo(workbench, 8, 1);
		await workbench.page.locator('.codelens-decoration a', { hasText: 'chosen in' }).first().waitFor();
		await workbench.page.mouse.move(560, 660);
		await workbench.screenshot('sources', folder);
		await workbench.toggle(workbench.row('JDBC', 'sandbox'));
		await workbench.discardAll();
	});

	test('show the form', async () => {
		const { workbench } = window();
		await openDocument(window(), 'ServiceNow', 'source-config.xml');
		await workbench.command('View: Close Primary Side Bar');
		await workbench.page.locator('.editor-actions a[aria-label^="Preview Form"]').first().click();
		await workbench.webview().locator('nav .step').filter({ hasText: 'Connection' }).click();
		await workbench.webview().locator('.field').first().waitFor();
		await workbench.screenshot('form', folder);
		await workbench.discardAll();
	});

	test('show the changes that an agent proposes, and what is asked before it is sent', async () => {
		const { workbench } = window();
		const { page, quickInput } = workbench;
		const changed = page
			.locator('.monaco-diff-editor .modified .view-line', { hasText: 'connectTimeout' })
			.first();
		await workbench.command('Agent: Call a Tool');
		const before = '<Field name="schemaName"';
		const field =
			'<Field name="connectTimeout" displayName="Connect_Timeout" type="number" defaultValue="30"/>';
		const input = {
			tenant,
			scriptName: 'jdbc-angularsc',
			summary: 'Lets administrators set how long a connection may take.',
			changes: [
				{
					document: 'source-config.xml',
					edits: [{ oldText: before, newText: `${field}\n            ${before}` }],
				},
			],
		};
		await quickInput.field.fill(JSON.stringify({ tool: 'isc_proposeChange', input }));
		await quickInput.accept();
		await changed.waitFor();
		await (await workbench.toast('An agent proposes a change')).element.waitFor();
		await workbench.closeToasts();
		await changed.click({ force: true });
		await page.keyboard.press('ControlOrMeta+s');
		await page.locator('.monaco-dialog-box', { hasText: 'An agent proposed this text' }).waitFor();
		await workbench.screenshot('agents', folder);
		await page.keyboard.press('Escape');
	});
});
