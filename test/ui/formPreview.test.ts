import assert from 'node:assert/strict';
import { activeFrame, seriousViolations } from './webviewFrame';
import { everyTypeXml, startEveryTypeTenant } from './everyTypeForm';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('The form preview', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: asTyped });
	const sample = useTenant(workbench, { start: startEveryTypeTenant, open: 'source-config.xml' });

	suiteSetup(async () => {
		await workbench().command('View: Close Primary Side Bar');
	});

	const inPage = (selector: string) => workbench().webview().locator(selector);
	const field = (name: string) => inPage(`.field[data-name="${name}"]`);
	const label = (name: string) => field(name).locator('.field-label');
	const step = (text: string) => inPage('nav .step').filter({ hasText: text });
	const toggle = (name: string) => inPage(`[data-toggle="${name}"]`);
	const json = async () =>
		JSON.parse(await inPage('.json pre').innerText()) as Readonly<Record<string, unknown>>;

	/** Both count from 1. */
	async function goTo(lineNumber: number, column: number): Promise<void> {
		await workbench().editor.click();
		await workbench().command('Go to Line/Column...');
		await workbench().quickInput.fill(`:${lineNumber}:${column}`);
		await workbench().quickInput.accept();
		await workbench().quickInput.field.waitFor({ state: 'hidden' });
	}

	/** Of the element with this name; counts from 1. */
	function lineOf(name: string): number {
		return everyTypeXml.split('\n').findIndex(text => text.includes(`name="${name}"`)) + 1;
	}

	test('opens beside the text by the icon in its title, and asks the tenant for no more than the texts', async () => {
		sample().forgetRequests();
		await workbench().page.locator('.editor-actions a[aria-label^="Preview Form"]').first().click();
		await workbench().tab('JDBC in acme: Form').waitFor();
		await inPage('h1').filter({ hasText: 'Every Type' }).waitFor();
		await label('cloudId').filter({ hasText: 'Cloud ID' }).waitFor();
		const input = field('cloudId').locator('input');
		assert.equal(await input.getAttribute('placeholder'), 'For example 1234');
		assert.equal(await input.getAttribute('aria-required'), 'true');
		assert.ok(sample().requests.length <= 1, JSON.stringify(sample().requests));
	});

	test('shows every type of field with what it starts with', async () => {
		await step('Connection').click();
		await label('aText').filter({ hasText: 'A Text' }).waitFor();
		assert.equal(await field('aText').locator('input').inputValue(), 'as it begins');
		assert.equal(await field('aSecret').locator('input').getAttribute('type'), 'password');
		assert.equal(await field('aCheckbox').locator('input').isChecked(), true);
		assert.equal(await field('aRadio').locator('input[value=one]').isChecked(), true);
		assert.deepEqual(await field('aSelect').locator('option').allInnerTexts(), ['Choose…', 'Red', 'Green']);
		const fields = await inPage('.field').all();
		const controls = await Promise.all(fields.map(each => each.getAttribute('data-control')));
		assert.deepEqual(
			controls,
			'text url number secret textarea secrettextarea switch switch switch radio select list keyValue cardList fileupload unknown text'.split(
				' ',
			),
		);
		await field('aRiddle').getByText('Unknown type hologram').waitFor();
		assert.equal(await inPage('.info strong').first().innerText(), 'this');
		assert.equal(await inPage('.section-link a').getAttribute('href'), 'https://docs.example.com/guide');
		await workbench().screenshot('preview-dark');
	});

	test('shows and hides what depends on another field as one chooses', async () => {
		assert.equal(await field('onlyForTwo').count(), 0);
		await field('aRadio').locator('input[value=two]').check();
		await field('onlyForTwo').locator('input').fill('for two');
		await field('aRadio').locator('input[value=one]').check();
		await field('onlyForTwo').waitFor({ state: 'detached' });
		await field('aRadio').locator('input[value=two]').check();
		assert.equal(await field('onlyForTwo').locator('input').inputValue(), 'for two');
	});

	test('shows hidden fields, keys and what would be submitted on demand', async () => {
		assert.equal(await field('aHidden').count(), 0);
		await toggle('showHidden').click();
		await field('aHidden').getByText('hidden', { exact: true }).waitFor();
		await toggle('showKeys').click();
		await field('aText').locator('code', { hasText: 'A_Text' }).waitFor();
		await field('aSecret').locator('input').fill('not for anybody');
		await field('aList').getByRole('button', { name: 'Add to Several Texts' }).click();
		await field('aList').locator('.row input').fill('first');
		await field('aKeyValue').getByRole('button', { name: 'Add to Keys and Values' }).click();
		await field('aKeyValue').locator('.row input').first().fill('key');
		await field('aKeyValue').locator('.row input').last().fill('value');
		await field('aNumber').locator('input').fill('42');
		await field('aToggle').locator('input').check();
		await field('aFile')
			.locator('input[type=file]')
			.setInputFiles({ name: 'ca.pem', mimeType: 'text/plain', buffer: Buffer.from('x') });
		await toggle('showJson').click();
		await inPage('.json pre').filter({ hasText: 'onlyForTwo' }).waitFor();
		await workbench().screenshot('preview-json');
		const submitted = await json();
		assert.deepEqual(
			{ ...submitted, aSecret: submitted['aSecret'] !== 'not for anybody' },
			{
				aText: 'as it begins',
				aNumber: 42,
				aSecret: true,
				aBoolean: false,
				aCheckbox: true,
				aToggle: true,
				aRadio: 'two',
				onlyForTwo: 'for two',
				aList: ['first'],
				aKeyValue: { key: 'value' },
				aFile: ['ca.pem'],
				aHidden: 'out of sight',
				evil: '<img src=x onerror="document.title=\'ran\'">',
				every: false,
			},
		);
		await toggle('showJson').click();
		await toggle('showKeys').click();
		await toggle('showHidden').click();
	});

	test('copies what is entered as the body of a source, with names in the place of secrets', async () => {
		const { page } = workbench();
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		const copied = async () => {
			const text = await page.evaluate<string>('navigator.clipboard.readText()');
			await page.evaluate(`navigator.clipboard.writeText('nothing')`);
			assert.doesNotMatch(text, /not for anybody/);
			return JSON.parse(text) as {
				readonly connector: string;
				readonly cluster: unknown;
				readonly connectorAttributes: Readonly<Record<string, unknown>>;
			};
		};
		const said = page.locator('.statusbar').getByText('Copied the source body of JDBC.');
		await inPage('.tools').getByRole('button', { name: 'Copy as Source Body' }).click();
		await said.waitFor();
		await workbench().screenshot('preview-source-body');
		const { connector, cluster, connectorAttributes } = await copied();
		assert.equal(connector, 'jdbc-angularsc');
		assert.deepEqual(cluster, { type: 'CLUSTER', id: '${CLUSTER_ID}', name: '${CLUSTER_NAME}' });
		assert.equal(connectorAttributes['aSecret'], '${A_SECRET}');
		assert.equal(connectorAttributes['aNumber'], 42);
		assert.deepEqual(connectorAttributes['aKeyValue'], { key: 'value' });
		await said.waitFor({ state: 'detached' });
		await workbench().command('ISC Connectors: Copy as Source Body');
		await said.waitFor();
		assert.deepEqual((await copied()).connectorAttributes, connectorAttributes);
	});

	test('copies the reference of the fields in a format and a language of one’s choice', async () => {
		const { page, quickInput } = workbench();
		await workbench().editor.click(); // A page that gets the focus back late would close the list.
		await workbench().command('ISC Connectors: Copy Field Reference…');
		await quickInput.item('Markdown Table').waitFor();
		await workbench().screenshot('field-reference-format');
		await quickInput.pick('Markdown Table');
		await quickInput.pick('German (de)');
		await page.locator('.statusbar').getByText('Copied the field reference of JDBC.').waitFor();
		const text = await page.evaluate<string>('navigator.clipboard.readText()');
		assert.match(text, /^\| Label \| Key \|/);
		assert.match(text, /^\| Ein Text \| aText \| text \|/m);
		assert.match(text, /^\| A Secret \| aSecret \| secret \| yes \|  \|  \|  \| yes \|$/m);
		assert.doesNotMatch(text, /<img/);
	});

	test('follows what is typed, and keeps what was entered', async () => {
		await goTo(lineOf('aText'), 11);
		await workbench().page.keyboard.press('ControlOrMeta+Shift+K');
		await field('aText').waitFor({ state: 'detached' });
		await workbench().page.keyboard.press('ControlOrMeta+z');
		await label('aText').waitFor();
		assert.equal(await field('aNumber').locator('input').inputValue(), '42');
		assert.equal(await field('aSecret').locator('input').inputValue(), 'not for anybody');
	});

	test('keeps the last good picture while the XML is broken, says where, and leads there', async () => {
		await goTo(lineOf('aUrl'), 10);
		await workbench().page.keyboard.type('<');
		const problem = inPage('.status.problem').filter({ hasText: `Line ${lineOf('aUrl')}` });
		await problem.waitFor();
		await label('aUrl').waitFor();
		await workbench().screenshot('preview-broken');
		for (const [locale, text] of [
			['de', 'Ein Text'],
			['en', 'A Text'],
		] as const) {
			await inPage('select[name=locale]').selectOption(locale);
			await label('aText').filter({ hasText: text }).waitFor();
			await problem.filter({ hasText: 'Showing the last valid preview.' }).waitFor();
		}
		await goTo(1, 1);
		await problem.getByRole('button', { name: 'Show in Editor' }).click();
		await workbench()
			.page.locator('.statusbar-item', { hasText: `Ln ${lineOf('aUrl')},` })
			.waitFor();
		await workbench().command('File: Revert File');
		await problem.waitFor({ state: 'detached' });
	});

	test('keeps it also while the text is no form', async () => {
		await goTo(2, '<Form'.length + 1);
		// Without it, the end tag would not be edited with the start tag.
		await workbench().page.locator('.linked-editing-decoration').first().waitFor({ state: 'attached' });
		await workbench().page.keyboard.press('Backspace');
		const problem = inPage('.status.problem').filter({ hasText: 'The root element must be <Form>' });
		await problem.waitFor();
		await label('aUrl').waitFor();
		await workbench().command('File: Revert File');
		await problem.waitFor({ state: 'detached' });
	});

	test('leads from a label to its element, and marks the field in which the cursor is', async () => {
		await label('aSelect').click();
		await workbench()
			.page.locator('.statusbar-item', { hasText: `Ln ${lineOf('aSelect')},` })
			.waitFor();
		await inPage('.field[data-name=aSelect][aria-current=location]').waitFor();
		await goTo(lineOf('every'), 12);
		await inPage('.field[data-name=every][aria-current=location]').waitFor();
		await workbench().screenshot('preview-marked');
		await goTo(lineOf('aRadio'), 12);
		await inPage('.field[data-name=aRadio][aria-current=location]').waitFor();
		assert.equal(await inPage('.field[aria-current=location]').count(), 1);
	});

	test('puts the cursor in the element of a field that is clicked in, and leaves people in the page', async () => {
		await field('aNumber').locator('input').click();
		await inPage('.field[data-name=aNumber][aria-current=location]').waitFor();
		await workbench().page.keyboard.press('End');
		await workbench().page.keyboard.type('1');
		assert.equal(await field('aNumber').locator('input').inputValue(), '421');
		await field('aNumber').locator('input').fill('42');
		await workbench().command('View: Focus First Editor Group');
		await workbench()
			.page.locator('.statusbar-item', { hasText: `Ln ${lineOf('aNumber')},` })
			.waitFor();
	});

	test('shows the labels of another language, and marks those that are missing', async () => {
		await inPage('select[name=locale]').selectOption('de');
		await label('aText').filter({ hasText: 'Ein Text' }).waitFor();
		await step('Verbindung').waitFor();
		await field('aUrl').getByText('English', { exact: true }).waitFor();
		await workbench().screenshot('preview-german');
		await step('Schedule').click();
		await label('every').filter({ hasText: 'Stündlich' }).waitFor();
		await inPage('select[name=locale]').selectOption('en');
		await label('every').filter({ hasText: 'Every_Hour' }).waitFor();
		await field('every').getByText('no text').waitFor();
	});

	test('runs no script of a form, and lets no request leave', async () => {
		const frame = await activeFrame(workbench().page);
		const asked: string[] = [];
		workbench().page.on('request', request => asked.push(request.url()));
		await step('Connection').click();
		await field('evil').waitFor();
		await inPage('.info').filter({ hasText: 'harmless' }).waitFor();
		await inPage('.info').filter({ hasText: 'harmless' }).locator('a, span').first().click();
		await workbench().page.waitForTimeout(500);
		assert.notEqual(await frame.evaluate('document.title'), 'ran');
		assert.equal(await inPage('.info img, .info svg, .info script, .field img').count(), 0);
		assert.equal(await inPage('a[href^="javascript"]').count(), 0);
		assert.equal(
			await field('evil').locator('input').inputValue(),
			'<img src=x onerror="document.title=\'ran\'">',
		);
		assert.deepEqual(
			asked.filter(url => url.endsWith('/x')),
			[],
		);
		const answer = await frame.evaluate(
			`fetch('https://docs.example.com').then(() => 'sent', () => 'refused')`,
		);
		assert.equal(answer, 'refused');
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'] as const) {
		test(`keeps nobody out in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().screenshot(`preview-${theme.toLowerCase().replaceAll(' ', '-')}`);
			assert.deepEqual(await seriousViolations(workbench().page), []);
		});
	}

	test('is as it was after it was hidden, and after a restart but for what was secret', async () => {
		await field('aNumber').locator('input').fill('43');
		await workbench().page.waitForTimeout(300); // The page keeps its state a moment after a change.
		const tabs = workbench().page.locator('.tabs-container', {
			has: workbench().tab('JDBC in acme: Form'),
		});
		const { width } = (await tabs.boundingBox())!;
		await tabs.dblclick({ position: { x: width - 10, y: 10 } }); // Opens an empty text in front of the page.
		await inPage('h1').waitFor({ state: 'detached' });
		await workbench().tab('JDBC in acme: Form').click();
		await field('aNumber').waitFor();
		assert.equal(await field('aNumber').locator('input').inputValue(), '43');
		assert.equal(await field('aSecret').locator('input').inputValue(), 'not for anybody');
		await workbench().stateIsKept();
		await workbench().reload();
		await inPage('h1').filter({ hasText: 'Every Type' }).waitFor({ timeout: 30_000 });
		await field('aNumber').waitFor();
		assert.equal(await field('aNumber').locator('input').inputValue(), '43');
		assert.equal(await field('aRadio').locator('input[value=two]').isChecked(), true);
		assert.equal(await field('aSecret').locator('input').inputValue(), '');
	});
});
