import assert from 'node:assert/strict';
import { everyTypeTexts, everyTypeXml, startEveryTypeTenant } from './everyTypeForm';
import { useTenant } from './useTenant';
import { useWorkbench } from './useWorkbench';
import { seriousViolations } from './webviewFrame';

suite('The translation table', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	const sample = useTenant(workbench, { start: startEveryTypeTenant });

	const inPage = (selector: string) => workbench().webview().locator(selector);
	const row = (key: string) => inPage(`[role=row][data-key="${key}"]`);
	const cell = (key: string, locale: string) => row(key).locator(`[data-locale="${locale}"]`);
	const keys = async () =>
		Promise.all((await inPage('[role=row][data-key]').all()).map(each => each.getAttribute('data-key')));
	const press = (key: string) => workbench().page.keyboard.press(key);
	const stored = (locale: 'en' | 'de') =>
		Buffer.from(sample().connector('jdbc-angularsc').translations[locale] ?? '').toString();

	/** Scrolls until a row is there: only those near the sight are. */
	async function scrollTo(key: string): Promise<void> {
		const { page } = workbench();
		await inPage('[role=grid]').hover({ position: { x: 100, y: 100 } });
		await page.mouse.wheel(0, -100_000);
		for (let turns = 0; turns < 20 && (await row(key).count()) === 0; turns++) {
			await page.mouse.wheel(0, 300);
			await page.waitForTimeout(100);
		}
		await row(key).scrollIntoViewIfNeeded();
	}

	/** Types another text over the one of a cell. */
	async function retype(key: string, locale: string, text: string): Promise<void> {
		await cell(key, locale).click();
		await workbench().page.keyboard.type(text);
		await press('Enter');
	}

	test('shows the keys in the order of the form, with their texts in all languages', async () => {
		await workbench().inlineAction(workbench().row('translations'), 'Edit Translations');
		await workbench().tab('JDBC in acme: Translations').waitFor();
		await inPage('h1').filter({ hasText: 'Translations of JDBC in acme' }).waitFor();
		await cell('A_Text', 'en').filter({ hasText: 'A Text' }).waitFor();
		await cell('A_Text', 'de').filter({ hasText: 'Ein Text' }).waitFor();
		await scrollTo('Every_Hour');
		await cell('Every_Hour', 'de').filter({ hasText: 'Stündlich' }).waitFor();
		await scrollTo('ShortDesc');
		assert.deepEqual((await keys()).slice(0, 5), [
			'ShortDesc',
			'Cloud_ID',
			'placeHolder_cloudId',
			'menuLabel_connection',
			'sectionLabel_simple',
		]);
		await cell('A_URL', 'de').getByText('missing').waitFor();
		await workbench().screenshot('table-dark');
	});

	test('edits a text where it stands, in its ordinary document, and only its line', async () => {
		sample().forgetRequests();
		await retype('A_Text', 'de', 'Ein größerer Text');
		await cell('A_Text', 'de').filter({ hasText: 'Ein größerer Text' }).waitFor();
		await workbench().dirtyTab('de.properties').waitFor();
		assert.deepEqual(
			sample().requests.filter(({ method }) => method !== 'GET'),
			[],
		);
		await workbench().dirtyTab('de.properties').click();
		await workbench().save();
		await workbench().clean();
		// The document escapes what is not ASCII, and goes on to.
		assert.equal(
			stored('de'),
			everyTypeTexts.de.replace('A_Text=Ein Text', 'A_Text=Ein gr\\u00f6\\u00dferer Text'),
		);
	});

	test('opens a text by a double click in the middle of a word, and by a second click', async () => {
		const editor = inPage('.editor textarea');
		await workbench().tab('JDBC in acme: Translations').click();
		await cell('A_Text', 'en').locator('.text').dblclick();
		await editor.waitFor();
		assert.equal(await editor.inputValue(), 'A Text');
		await press('Escape');
		await editor.waitFor({ state: 'detached' });
		await cell('A_Number', 'en').click();
		await workbench().page.waitForTimeout(600); // Two clicks in less time are a double click.
		assert.equal(await editor.count(), 0);
		await cell('A_Number', 'en').click();
		await editor.waitFor();
		await press('Escape');
		await editor.waitFor({ state: 'detached' });
	});

	test('writes over no text that people have not seen, and keeps theirs', async () => {
		sample().change('jdbc-angularsc', ({ translations }) => {
			translations.en = Buffer.from(everyTypeTexts.en.replace('A_Text=A Text', 'A_Text=By a colleague'));
		});
		await workbench().tab('JDBC in acme: Translations').click();
		await retype('A_Text', 'en', 'Mine');
		await inPage('[role=alert]').filter({ hasText: 'was changed in English to "By a colleague"' }).waitFor();
		await cell('A_Text', 'en').filter({ hasText: 'By a colleague' }).waitFor();
		assert.equal(await inPage('.editor textarea').inputValue(), 'Mine');
		await workbench().screenshot('table-changed-meanwhile');
		await press('Enter');
		await cell('A_Text', 'en').filter({ hasText: 'Mine' }).waitFor();
		await inPage('.refusal').waitFor({ state: 'detached' });
		await workbench().dirtyTab('en.properties').waitFor();
		await press('ControlOrMeta+z');
		await cell('A_Text', 'en').filter({ hasText: 'By a colleague' }).waitFor();
	});

	test('keeps what is being typed while another editor is in front', async () => {
		await cell('A_Number', 'de').click();
		await press('Enter');
		await workbench().page.keyboard.type(' mehr');
		await workbench().page.waitForTimeout(300);
		await workbench().tab('de.properties').click();
		await inPage('[role=grid]').waitFor({ state: 'detached' });
		await workbench().tab('JDBC in acme: Translations').click();
		await inPage('.editor textarea').waitFor();
		assert.equal(await inPage('.editor textarea').inputValue(), 'Eine Zahl mehr');
		await inPage('.editor textarea').press('Escape');
		await cell('A_Number', 'de').filter({ hasText: 'Eine Zahl' }).waitFor();
	});

	test('can be undone in the document, and in the table', async () => {
		await workbench().tab('de.properties').click();
		await press('ControlOrMeta+z');
		await workbench().page.locator('.view-line', { hasText: 'A_Text=Ein Text' }).waitFor();
		await workbench().tab('JDBC in acme: Translations').click();
		await cell('A_Text', 'de').filter({ hasText: 'Ein Text' }).waitFor();
		await retype('A_URL', 'de', 'Eine Adresse');
		await cell('A_URL', 'de').filter({ hasText: 'Eine Adresse' }).waitFor();
		await workbench().page.locator('.statusbar-item', { hasText: 'acme · ' }).waitFor();
		await inPage('header button').filter({ hasText: 'Undo' }).click();
		await cell('A_URL', 'de').getByText('missing').waitFor();
	});

	test('takes a text away, back, and away again, and copies one, by keys', async () => {
		await cell('A_Number', 'de').click();
		await press('ControlOrMeta+c');
		await press('Delete');
		await cell('A_Number', 'de').getByText('missing').waitFor();
		await press('ControlOrMeta+z');
		await cell('A_Number', 'de').filter({ hasText: 'Eine Zahl' }).waitFor();
		await press('ControlOrMeta+y');
		await cell('A_Number', 'de').getByText('missing').waitFor();
		await press('ControlOrMeta+z');
		await cell('A_Number', 'de').filter({ hasText: 'Eine Zahl' }).waitFor();
		await inPage('input[type=search]').focus();
		await press('ControlOrMeta+v');
		await workbench().page.waitForTimeout(500);
		assert.equal(await inPage('input[type=search]').inputValue(), 'Eine Zahl');
		await inPage('input[type=search]').fill('');
	});

	test('saves the translations, which are what they were where all was taken back', async () => {
		sample().forgetRequests();
		const before = stored('de');
		await cell('A_Number', 'de').click();
		await press('ControlOrMeta+s');
		await workbench().clean();
		assert.equal(stored('de'), before.replace('Ein gr\\u00f6\\u00dferer Text', 'Ein Text'));
		await workbench().page.keyboard.type('Zahl!');
		await press('ControlOrMeta+s');
		await workbench().dirtyTab('de.properties').waitFor();
		await workbench().clean();
		assert.match(stored('de'), /^A_Number=Zahl!$/m);
		assert.equal(sample().requests.filter(({ method }) => method === 'PUT').length, 2);
	});

	test('adds a key with its English text, which the others lack, and removes it from all', async () => {
		await inPage('button').filter({ hasText: 'Add Key…' }).click();
		await inPage('form input').first().fill('A_Text');
		await inPage('form input').last().fill('Brand-new');
		await press('Enter');
		await inPage('[role=alert], .problem').filter({ hasText: 'A_Text already exists' }).waitFor();
		await inPage('form input').first().fill('Brand_New');
		await inPage('form input').last().press('Enter');
		await cell('Brand_New', 'en').filter({ hasText: 'Brand-new' }).waitFor();
		await cell('Brand_New', 'de').filter({ hasText: 'missing' }).waitFor();
		await row('Brand_New').getByText('unused').waitFor();
		await row('Brand_New').locator('[role=rowheader]').hover();
		await row('Brand_New').locator('[data-button=remove]').click();
		await row('Brand_New').waitFor({ state: 'detached' });
		await inPage('footer').filter({ hasText: 'Removed Brand_New from all languages.' }).waitFor();
		await workbench().screenshot('table-removed');
		await inPage('footer button').filter({ hasText: 'Undo' }).click();
		await cell('Brand_New', 'en').filter({ hasText: 'Brand-new' }).waitFor();
		assert.equal(await inPage('footer button').count(), 0);
		await row('Brand_New').locator('[role=rowheader]').click();
		await press('Delete');
		await row('Brand_New').waitFor({ state: 'detached' });
	});

	test('can be filtered to what is missing, and searched', async () => {
		await inPage('input[type=search]').fill('größerer');
		await workbench().page.waitForTimeout(200);
		assert.deepEqual(await keys(), []);
		await inPage('input[type=search]').fill('verbind');
		await row('ShortDesc').waitFor({ state: 'detached' });
		assert.deepEqual(await keys(), ['menuLabel_connection']);
		await inPage('input[type=search]').fill('');
		await inPage('button').filter({ hasText: 'Only Missing' }).click();
		await row('menuLabel_connection').waitFor({ state: 'detached' });
		await row('A_URL').waitFor();
		await inPage('button').filter({ hasText: 'Only Missing' }).click();
		await row('menuLabel_connection').waitFor();
	});

	test('leads to a text in its editor, and to a key in the form', async () => {
		await scrollTo('menuLabel_connection');
		await cell('menuLabel_connection', 'de').hover();
		await cell('menuLabel_connection', 'de').locator('[data-button=reveal]').click();
		await workbench().page.locator('.statusbar-item', { hasText: 'Ln 3,' }).waitFor();
		await workbench().tab('JDBC in acme: Translations').click();
		await scrollTo('A_Riddle');
		await row('A_Riddle').locator('[role=rowheader]').hover();
		await row('A_Riddle').locator('[role=rowheader] [data-button=reveal]').click();
		await workbench().tab('source-config.xml').waitFor();
		const line = everyTypeXml.split('\n').findIndex(text => text.includes('A_Riddle')) + 1;
		await workbench()
			.page.locator('.statusbar-item', { hasText: `Ln ${line},` })
			.waitFor();
		await workbench().tab('JDBC in acme: Translations').click();
	});

	test('shows a script in a text as text', async () => {
		await scrollTo('Evil_Label');
		await cell('Evil_Label', 'en').filter({ hasText: '<img src=x onerror=' }).waitFor();
		assert.equal(await inPage('[role=grid] img, [role=grid] svg[onload]').count(), 0);
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'] as const) {
		test(`keeps nobody out in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().screenshot(`table-${theme.toLowerCase().replaceAll(' ', '-')}`);
			assert.deepEqual(await seriousViolations(workbench().page), []);
		});
	}

	test('shows what others have added, as soon as one comes back', async () => {
		sample().change('jdbc-angularsc', ({ translations }) => {
			translations.fr = Buffer.from('A_Text=Un texte\n');
		});
		await workbench().page.waitForTimeout(31_000);
		await workbench().page.locator('.sidebar .monaco-list').first().focus(); // From a page, the workbench is not seen to be left here.
		await workbench().leaveAndComeBack();
		await scrollTo('A_Text');
		await cell('A_Text', 'fr').filter({ hasText: 'Un texte' }).waitFor();
	});

	test('refuses an edit of a tenant that is read-only, and says so', async () => {
		await workbench().inlineAction(workbench().row('acme'), 'Change Tenant Access');
		await workbench().quickInput.choose('Change Access of acme', 'read-only');
		await workbench().row('acme').filter({ hasText: 'read-only' }).waitFor();
		await scrollTo('A_Text');
		await inPage('[role=grid][aria-readonly=true]').waitFor();
		await cell('A_Text', 'de').click();
		await workbench().page.keyboard.type('N');
		await inPage('[role=alert]').filter({ hasText: 'acme is read-only.' }).waitFor();
		assert.equal(await inPage('.editor textarea').count(), 0);
		await cell('A_Text', 'de').filter({ hasText: 'Ein Text' }).waitFor();
	});

	test('is as it was after a restart', async () => {
		await inPage('input[type=search]').fill('verbind');
		await workbench().stateIsKept();
		await workbench().reload();
		await row('menuLabel_connection').waitFor({ timeout: 30_000 });
		assert.deepEqual(await keys(), ['menuLabel_connection']);
	});
});
