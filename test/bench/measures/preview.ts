import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { addTenant } from '../../ui/addTenant';
import { openWorkbench, type OpenWorkbench } from '../../ui/openWorkbench';
import { activeFrame } from '../../ui/webviewFrame';
import { milliseconds, type Figure } from '../figure';

const keystrokes = 15;

/** From a key that is pressed in a source-config to the other picture of its form, in the real workbench. */
export async function measurePreview(): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [fields, kind] of [
		[40, 'text'],
		[1000, 'text'],
		[1000, 'mixed'],
	] as const) {
		figures.push({
			what: `keystroke to updated preview, ${fields} ${kind} fields`,
			value: milliseconds(await measureForm(form(fields, kind))),
			target: '100 ms',
		});
	}
	return figures;
}

async function measureForm(sourceConfig: string): Promise<number> {
	const sample = await startSampleTenant({ rateLimit: false });
	const workbench = await openWorkbench({ settings: { 'editor.quickSuggestions': { other: 'off' } } });
	try {
		sample.change('jdbc-angularsc', connector => {
			connector.sourceConfig = Buffer.from(sourceConfig);
		});
		await workbench.viewContainer('ISC Connectors').click();
		await addTenant(workbench, 'acme', sample);
		return await keystrokeToPicture(workbench, 'JDBC');
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
	return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The field on the fifth line is the one that is typed in; a tab would count for several columns. */
function form(fields: number, kind: 'text' | 'mixed'): string {
	return [
		'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" name="Bench">',
		'\t<BaseConfig/>',
		'\t<Menu name="m" label="menuLabel">',
		'\t\t<Section name="s" label="sectionLabel">',
		...Array.from({ length: fields }, (_, index) => (kind === 'text' ? textField(index) : mixedField(index))),
		'\t\t</Section>',
		'\t</Menu>',
		'</Form>',
	].join('\n');
}

function textField(index: number): string {
	return `<Field displayName="L${index}" name="f${index}" type="text"/>`;
}

const types = [
	...['text', 'number', 'secret', 'textarea', 'toggle'],
	...['select', 'list', 'keyValue', 'cardList', 'radio'],
];

/** With options, a help, a placeholder and, now and then, a condition or fields of cards. */
function mixedField(index: number): string {
	const type = types[index % types.length];
	const condition = index % 7 === 3 ? `parentKey="f${index - 3}"` : '';
	const options = '<Option label="A" value="a"/><Option label="B" value="b"/>';
	const cards = type === 'cardList' ? `<Field name="a"/><Field name="b" type="secret"/>` : '';
	return (
		`<Field displayName="L${index}" name="f${index}" type="${type}" required="true" helpKey="help${index}" ` +
		`placeholder="for example ${index}" ${condition}><AllowedValues>${options}</AllowedValues>${cards}</Field>`
	);
}
