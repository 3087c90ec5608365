import { sampleConnectors } from '../../src/sample/data/sampleConnectors';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addNamedTenants } from '../ui/namedTenants';
import type { OpenWorkbench, WorkbenchOptions } from '../ui/openWorkbench';
import { useWorkbench } from '../ui/useWorkbench';

/** Where the raw pictures are, which `scripts/encodePictures.js` makes those of the README of. */
export const folder = 'out/readme-pictures';

/** The script name of JDBC, which is in most of the pictures. */
export const jdbc = 'jdbc-angularsc';
/** As many connectors as there is room for in the sidebar, whose names fit into it. */
const shown = [
	...['BambooHR', 'Databricks', 'Delimited File', 'Google Workspace', 'JDBC', 'Okta', 'Oracle Database'],
	...['ServiceNow', 'Workday'],
];

/** Small enough for its words to be read where the picture is as wide as a page. */
export const pictureSize = { width: 1120, height: 680, scale: 2 };

/** As a window on the desktop looks, with nothing in it that moves or differs from one time to the next. */
export const stillSettings = {
	'breadcrumbs.enabled': false,
	'editor.cursorBlinking': 'solid',
	'editor.minimap.enabled': false,
	'editor.stickyScroll.enabled': false,
	'editor.wordWrap': 'on',
	'editor.occurrencesHighlight': 'off',
	'editor.autoClosingBrackets': 'never',
	'editor.autoClosingQuotes': 'never',
	'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
	'window.menuBarVisibility': 'hidden',
	'window.title': 'Visual Studio Code',
	'workbench.editor.empty.hint': 'hidden',
};

/** What a window has only in a browser. */
const onlyInBrowser = `
	if (window === top) {
		const sheet = new CSSStyleSheet();
		const selectors = ['[id="status.forwardedPorts"]', '[id="status.workbench.keyboardLayout"]', '.action-item:has([aria-label^="Ports"])'];
		sheet.replaceSync(selectors.join() + ' { display: none !important; }');
		document.adoptedStyleSheets.push(sheet);
	}`;

export interface ReadmeWindow {
	readonly workbench: OpenWorkbench;
	readonly sandbox: SampleTenant;
	readonly prod: SampleTenant;
}

interface ReadmeWindowOptions extends WorkbenchOptions {
	/** Changes what the tenants have before the window lists them. */
	readonly prepare?: (tenants: { readonly sandbox: SampleTenant; readonly prod: SampleTenant }) => void;
}

/** Gives a suite a window with two tenants as people have them: a sandbox to work in, and the one for everybody. */
export function useReadmeWindow({ prepare, ...options }: ReadmeWindowOptions): () => ReadmeWindow {
	const workbench = useWorkbench({ ...options, settings: { ...stillSettings, ...options.settings } });
	let tenants: Omit<ReadmeWindow, 'workbench'> | undefined;
	suiteSetup('there are two tenants', async () => {
		const [sandbox, prod] = await Promise.all([
			startSampleTenant({ rateLimit: false }),
			startSampleTenant({ rateLimit: false }),
		]);
		tenants = { sandbox, prod };
		for (const tenant of [sandbox, prod]) {
			const others = sampleConnectors(0).filter(({ name }) => !shown.includes(name));
			others.forEach(({ scriptName }) => tenant.remove(scriptName));
			tenant.change(jdbc, ({ translations }) => {
				delete translations.ja; // Not every computer has a font for it.
			});
		}
		prepare?.(tenants);
		await hideBrowser(workbench());
		await addNamedTenants(workbench(), [
			{ name: 'prod', id: 'acme.api.identitynow.com', access: 'ask', sample: prod },
			{ name: 'sandbox', id: 'acme-sb.api.identitynow.com', sample: sandbox },
		]);
		await workbench().toggle(workbench().row('sandbox'));
		await workbench().row('JDBC', 'sandbox').waitFor();
	});
	suiteTeardown('the tenants stop', () => Promise.all([tenants?.sandbox.stop(), tenants?.prod.stop()]));
	return () => {
		if (!tenants) {
			throw new Error('The tenants did not start.');
		}
		return { workbench: workbench(), ...tenants };
	};
}

/** Hides what a window on the desktop does not have. */
export async function hideBrowser({ page }: OpenWorkbench): Promise<void> {
	await page.context().addInitScript(onlyInBrowser);
	await page.evaluate(onlyInBrowser);
}

/** Opens a document of a connector of the sandbox, to stay. */
export async function openDocument(
	{ workbench }: ReadmeWindow,
	connector: string,
	file: string,
): Promise<void> {
	const row = workbench.row(file, connector);
	for (let tries = 0; tries < 3 && !(await row.isVisible()); tries++) {
		// VS Code shows nothing below a row that it opens while the tree is refreshed, as it is after signing in.
		await workbench.row(connector, 'sandbox').click();
		await row.waitFor({ timeout: 4000 }).catch(() => undefined);
	}
	await row.dblclick();
	await workbench.tab(file).waitFor();
	await workbench.page.locator('.editor-instance .view-line').first().waitFor();
}

/** Makes the sidebar so wide that no row is cut off. */
export async function widenSidebar({ page }: OpenWorkbench): Promise<void> {
	const { x = 0, width = 0 } = (await page.locator('.part.sidebar').boundingBox()) ?? {};
	await page.mouse.move(x + width, 400);
	await page.mouse.down();
	await page.mouse.move(x + width + 50, 400, { steps: 5 });
	await page.mouse.up();
}

/** Opens or closes a view of the sidebar. */
export async function togglePane(workbench: OpenWorkbench, title: string): Promise<void> {
	const header = workbench.page.locator(`.pane-header[aria-label^="${title}"]`);
	await header.click({ position: { x: 40, y: 10 } }); // Farther right are buttons.
}

/** Puts the cursor there, with the line in the middle. Both count from 1. */
export async function goTo(workbench: OpenWorkbench, line: number, column: number): Promise<void> {
	await workbench.editor.click();
	await workbench.command('Go to Line/Column...');
	await workbench.quickInput.fill(`:${line}:${column}`);
	await workbench.quickInput.accept();
	await workbench.quickInput.field.waitFor({ state: 'hidden' });
}
