import fs from 'node:fs';
import path from 'node:path';
import {
	folder,
	goTo,
	jdbc,
	openDocument,
	pictureSize,
	togglePane,
	useReadmeWindow,
	widenSidebar,
} from './readmeWindow';

/** Translations that lack these keys. */
function without(text: Uint8Array | undefined, ...keys: readonly string[]): Buffer {
	const lines = Buffer.from(text ?? '')
		.toString()
		.split('\n');
	return Buffer.from(lines.filter(line => !keys.some(key => line.startsWith(`${key}=`))).join('\n'));
}

/** Gives the versions in the history another author than whoever takes the pictures. */
function writeAs(author: string, folderOfWindow: string): void {
	const names = fs.readdirSync(folderOfWindow, { recursive: true, encoding: 'utf8' });
	for (const name of names.filter(each => /history.*\.json$/.test(each))) {
		const file = path.join(folderOfWindow, name);
		fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/"by":\s*"[^"]*"/g, `"by":"${author}"`));
	}
}

suite('The pictures', () => {
	const window = useReadmeWindow({
		size: pictureSize,
		settings: { 'iscConnectors.sources.codeLens': false },
		prepare: ({ sandbox, prod }) => {
			sandbox.change(jdbc, connector => {
				const text = Buffer.from(connector.sourceConfig).toString();
				connector.sourceConfig = Buffer.from(
					text
						.replace('parentKey="databaseType"', 'parentKey="databaseTyp"')
						.replace('parentValue="password"', 'parentValue="basic"'),
				);
				const { translations } = connector;
				translations.de = without(translations.de, 'Database_Type', 'Driver_Class');
				translations.es = without(translations.es, 'docLinkLabel_guide');
			});
			prod.change(jdbc, connector => {
				const text = Buffer.from(connector.correlationConfig).toString();
				connector.correlationConfig = Buffer.from(text.replace(/<Filter[^>]*\/>\s*/, ''));
				delete connector.translations.es;
			});
		},
	});
	const take = async (name: string) => {
		await window().workbench.page.mouse.move(560, 660);
		await window().workbench.screenshot(name, folder);
	};

	teardown('nothing is left open', async () => {
		await window().workbench.discardAll();
		await window().workbench.command('ISC Connectors: Focus on Tenants View');
	});

	test('show an editor that understands the documents', async () => {
		const { workbench } = window();
		await openDocument(window(), 'JDBC', 'source-config.xml');
		await workbench.command('Problems: Focus on Problems View');
		await goTo(workbench, 16, 105);
		await workbench.page.locator('.squiggly-warning').first().waitFor();
		await workbench.page.keyboard.press('ControlOrMeta+.');
		await workbench.page.locator('.action-widget .monaco-list-row').first().waitFor();
		await take('edit');
		await workbench.page.keyboard.press('Escape');
		await workbench.command('View: Hide Panel');
	});

	test('show the translations', async () => {
		const { workbench } = window();
		await openDocument(window(), 'JDBC', 'source-config.xml');
		await workbench.command('View: Close Primary Side Bar');
		await workbench.command('ISC Connectors: Edit Translations');
		await workbench.webview().getByText('Connection_URL').first().waitFor();
		await take('translations');
	});

	test('show the history', async () => {
		const { workbench } = window();
		await widenSidebar(workbench);
		await openDocument(window(), 'JDBC', 'correlation-config.xml');
		for (const [property, value] of [
			['uid', 'login'],
			['workEmail', 'email'],
			['phone', 'phone'],
		]) {
			await goTo(workbench, 4, 1);
			await workbench.page.keyboard.press('End');
			await workbench.page.keyboard.press('Enter');
			await workbench.page.keyboard.insertText(
				`    <Filter operation="EQ" property="${property}" value="${value}"/>`,
			);
			await workbench.dirtyTab('correlation-config.xml').waitFor();
			await workbench.save();
			await workbench.dirtyTab('correlation-config.xml').waitFor({ state: 'detached' });
		}
		writeAs('alex', workbench.folder);
		await workbench.command('ISC Connectors: Focus on History View');
		const versions = workbench.page
			.locator('.pane', { hasText: 'History' })
			.getByRole('treeitem', { name: /saved/ });
		await versions.nth(2).click();
		await workbench.page.locator('.monaco-diff-editor .view-line').first().waitFor();
		await take('history');
		await togglePane(workbench, 'History');
	});

	test('show a promotion', async () => {
		const { workbench } = window();
		await workbench.chooseInContextMenu(workbench.row('JDBC', 'sandbox'), 'Promote Connector…');
		await workbench.quickInput.items.filter({ hasText: 'prod' }).first().click();
		await togglePane(workbench, 'Tenants');
		const row = workbench.page.locator('.monaco-list-row[aria-label^="correlation-config.xml, differs"]');
		await row.click();
		await workbench.page.locator('.monaco-diff-editor .view-line').first().waitFor();
		await take('promote');
		await workbench.command('ISC Connectors: Close Comparison');
	});
});
