import { startSampleTenant } from '../../../src/sample/sampleTenant';
import { addTenant } from '../../ui/addTenant';
import { openWorkbench, type OpenWorkbench } from '../../ui/openWorkbench';
import { activeFrame } from '../../ui/webviewFrame';
import { milliseconds, type Figure } from '../figure';

const keystrokes = 15;

/** From a key that is pressed in a source-config to the other picture of its form, in the real workbench. */
export async function measurePreview(): Promise<Figure[]> {
	const sample = await startSampleTenant({ rateLimit: false });
	const workbench = await openWorkbench({ settings: { 'editor.quickSuggestions': { other: 'off' } } });
	try {
		await workbench.viewContainer('ISC Connectors').click();
		await addTenant(workbench, 'acme', sample);
		const figures: Figure[] = [];
		for (const [scriptName, name, fields] of [
			['jdbc-angularsc', 'JDBC', 40],
			['active-directory-angularsc', 'Active Directory', 1000],
		] as const) {
			sample.change(scriptName, connector => {
				connector.sourceConfig = Buffer.from(form(fields));
			});
			figures.push({
				what: `keystroke to updated preview, ${fields} fields`,
				value: milliseconds(await keystrokeToPicture(workbench, name)),
				target: '100 ms',
			});
		}
		return figures;
	} finally {
		await workbench.close();
		await sample.stop();
	}
}

/** Milliseconds, the median. */
async function keystrokeToPicture(workbench: OpenWorkbench, connector: string): Promise<number> {
	const { page } = workbench;
	await workbench.row(connector).click();
	await workbench.row('source-config.xml', connector).dblclick();
	await page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
	await workbench.command('ISC Connectors: Preview Form');
	await workbench.webview().locator('.field').first().waitFor();
	await workbench.editor.click();
	await workbench.command('Go to Line/Column...');
	await workbench.quickInput.fill(`:5:${'<Field displayName="L'.length + 1}`);
	await workbench.quickInput.accept();
	await workbench.quickInput.field.waitFor({ state: 'hidden' });
	const frame = await activeFrame(page);
	await page.evaluate(
		`addEventListener('keydown', () => { globalThis.pressedAt = performance.timeOrigin + performance.now(); }, true)`,
	);
	const times: number[] = [];
	for (let round = 0; round < keystrokes; round++) {
		const changedAt = frame.evaluate<number>(`new Promise((resolve, reject) => {
			const observer = new MutationObserver(() => {
				observer.disconnect();
				resolve(performance.timeOrigin + performance.now());
			});
			setTimeout(() => reject(new Error('The picture did not change.')), 10_000);
			observer.observe(document.querySelector('.field-label'), { subtree: true, childList: true, characterData: true });
		})`);
		await page.keyboard.press('x');
		times.push((await changedAt) - (await page.evaluate<number>('globalThis.pressedAt')));
		await page.waitForTimeout(300);
	}
	await workbench.command('File: Revert File');
	await workbench.command('View: Close All Editors');
	return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The field on the fifth line is the one that is typed in; a tab would count for several columns. */
function form(fields: number): string {
	return [
		'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" name="Bench">',
		'\t<BaseConfig/>',
		'\t<Menu name="m" label="menuLabel">',
		'\t\t<Section name="s" label="sectionLabel">',
		...Array.from(
			{ length: fields },
			(_, index) => `<Field displayName="L${index}" name="f${index}" type="text"/>`,
		),
		'\t\t</Section>',
		'\t</Menu>',
		'</Form>',
	].join('\n');
}
