import path from 'node:path';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { northwind } from '../../src/sample/northwind';
import { useWorkbench } from '../ui/useWorkbench';
import { folder, goTo, hideBrowser, stillSettings, togglePane, widenSidebar } from './readmeWindow';

const document = 'source-config.xml';
/** The line of the field that the walkthrough changes, and a column of its type. */
const [line, column] = [9, 73];

for (const [name, theme] of [
	['dark', 'Dark Modern'],
	['light', 'Light Modern'],
] as const) {
	suite(`The pictures of the walkthrough (${name})`, function () {
		this.bail(true); // Each stands on the one before.
		const opened = useWorkbench({
			size: { width: 940, height: 600, scale: 2 },
			settings: {
				...stillSettings,
				'iscConnectors.sampleTenant.enabled': true,
				'iscConnectors.sampleTenant.production': true,
				'iscConnectors.labels.locale': '',
				'iscConnectors.sources.codeLens': false,
				'workbench.colorTheme': theme,
			},
		});
		const take = async (step: string) => {
			await opened().page.mouse.move(430, 8);
			await opened().screenshot(`walkthrough-${step}-${name}`, folder);
		};
		const tenantsPane = () => togglePane(opened(), 'Tenants');
		const historyPane = () => togglePane(opened(), 'History');
		const sideBar = (open: boolean) =>
			opened().command(open ? 'View: Show ISC Connectors' : 'View: Close Primary Side Bar');

		suiteSetup('the form is open', async () => {
			const workbench = opened();
			await hideBrowser(workbench);
			await workbench.viewContainer('ISC Connectors').click();
			await widenSidebar(workbench);
			await widenSidebar(workbench);
			await workbench.command('ISC Connectors: Open Document…');
			await workbench.quickInput.fill(`${northwind.name} ${document}`);
			await workbench.quickInput.items.filter({ hasText: 'Sample Tenant' }).first().click();
			await workbench.tab(document).waitFor();
		});

		test('a form beside its text', async () => {
			await sideBar(false);
			await opened().command('ISC Connectors: Preview Form');
			await opened().webview().getByText('API Version').first().waitFor();
			await goTo(opened(), line, column);
			await take('form');
			await opened().command('View: Close Editors in Other Groups');
		});

		test('a quick fix', async () => {
			const { page } = opened();
			await goTo(opened(), line, column);
			await page.keyboard.press('ControlOrMeta+D');
			await page.keyboard.type('selct');
			await page.locator('.squiggly-warning').first().waitFor();
			await page.keyboard.press('ControlOrMeta+.');
			await page.locator('.action-widget .monaco-list-row').first().waitFor();
			await take('fix');
			await page.keyboard.press('Enter');
			await page.locator('.view-line', { hasText: 'type="select"' }).first().waitFor();
		});

		test('a version', async () => {
			const { page } = opened();
			await goTo(opened(), line, column);
			await page.keyboard.press('ControlOrMeta+D');
			await page.keyboard.type('radio');
			await opened().save();
			await opened().dirtyTab(document).waitFor({ state: 'detached' });
			await sideBar(true);
			await historyPane();
			await page
				.locator('.pane', { hasText: 'History' })
				.getByRole('treeitem', { name: /saved/ })
				.first()
				.click();
			await page.locator('.monaco-diff-editor .view-line').first().waitFor();
			await take('history');
			await historyPane();
			await opened().command('View: Close Editor');
		});

		test('a conflict', async () => {
			const { page } = opened();
			await goTo(opened(), line, column);
			await page.keyboard.press('ControlOrMeta+D');
			await page.keyboard.type('select');
			await opened().dirtyTab(document).waitFor();
			await saveAsColleague(opened().folder);
			await sideBar(false);
			await opened().save();
			await page.locator('.merge-editor .view-line', { hasText: 'hidden="true"' }).first().waitFor();
			await take('conflict');
			await opened().command('Merge Editor: Accept All Current Changes from Right');
			await page.locator('.editor-actions').getByRole('button', { name: 'Complete Merge' }).click();
			await page.locator('.merge-editor').waitFor({ state: 'detached' });
			await opened().save();
			await opened().dirtyTab(document).waitFor({ state: 'detached' });
		});

		test('a comparison', async () => {
			const { page, quickInput } = opened();
			await sideBar(true);
			await opened().command('ISC Connectors: Promote Connector…');
			await quickInput.items.filter({ hasText: 'Sample Tenant' }).first().click();
			await quickInput.fill(northwind.name);
			await quickInput.items.filter({ hasText: northwind.name }).first().click();
			await quickInput.items.filter({ hasText: 'Sample Production' }).first().click();
			await tenantsPane();
			await page.locator('.monaco-list-row[aria-label^="source-config.xml, differs"]').click();
			await page.locator('.monaco-diff-editor .view-line').first().waitFor();
			await take('transfer');
			await opened().command('ISC Connectors: Close Comparison');
			await tenantsPane();
		});

		test('the question how changes are handled', async () => {
			const { quickInput } = opened();
			await opened().command('View: Close All Editors');
			await opened().command('ISC Connectors: Add Tenant…');
			await quickInput.answer('(1/6)', 'https://acme.api.identitynow.com');
			await quickInput.message.filter({ hasText: 'Press Enter again' }).waitFor();
			await quickInput.accept();
			await quickInput.answer('(2/6)', 'acme');
			await quickInput.titled('(3/6)');
			await take('tenant');
			await quickInput.cancel();
		});
	});
}

/** The sample tenant of a window keeps its edits in a file, which it shares with every other one. */
async function saveAsColleague(folderOfWindow: string): Promise<void> {
	const storage = path.join(
		folderOfWindow,
		'data/User/globalStorage/connectorstudio.isc-connector-studio/sample-tenant.json',
	);
	const sample = await startSampleTenant({ storage });
	sample.change(northwind.scriptName, connector => {
		const text = Buffer.from(connector.sourceConfig).toString();
		connector.sourceConfig = Buffer.from(
			text.replace('name="apiVersion"', 'name="apiVersion" hidden="true"'),
		);
	});
	await sample.stop();
}
