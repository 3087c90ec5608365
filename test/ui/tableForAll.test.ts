import assert from 'node:assert/strict';
import { axeViolations } from './axe';
import { everyTypeTexts, startEveryTypeTenant } from './everyTypeForm';
import { cutBySpacing, isFocusHidden, lateAnnouncers, smallTargets } from './pageAudit';
import { pageSize } from './pageSize';
import { useTenant } from './useTenant';
import { useWorkbench } from './useWorkbench';
import { activeFrame } from './webviewFrame';

suite('The translation table for everybody', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	const sample = useTenant(workbench, { start: startEveryTypeTenant, open: 'source-config.xml' });

	const inPage = (selector: string) => workbench().webview().locator(selector);
	const cell = (key: string, locale: string) =>
		inPage(`[role=row][data-key="${key}"] [data-locale="${locale}"]`);
	const button = (name: string) => inPage('body').getByRole('button', { name, exact: true });
	const press = (key: string) => workbench().page.keyboard.press(key);
	const type = (text: string) => workbench().page.keyboard.type(text);
	const focused = async () =>
		(await activeFrame(workbench().page)).evaluate<string>(
			`document.hasFocus() ? document.activeElement.textContent : 'The focus is elsewhere.'`,
		);
	const focusIs = (text: string) => inPage(`:focus`).filter({ hasText: text }).waitFor();
	const sent = () => sample().requests.filter(({ method }) => method !== 'GET').length;

	/** With the arrow keys, through a few cells and back, far enough for a small page to scroll. */
	const wayAround = [
		'Right',
		'Down',
		'Left',
		'Down',
		'Down',
		'Right',
		'Down',
		'Down',
		'Left',
		'Up',
		'Right',
		'Up',
		'Up',
		'Left',
		'Up',
		'Up',
		'Right',
	];

	test('opens where people are, with the focus in it: they can type immediately', async () => {
		await workbench().inlineAction(workbench().row('translations'), 'Edit Translations');
		await workbench().tab('JDBC in acme: Translations').waitFor();
		await focusIs('Everything that a form can hold');
		assert.equal(await workbench().page.locator('.editor-group-container').count(), 1);
		await press('ArrowDown');
		await focusIs('Cloud ID');
		await press('ArrowUp');
		await type('Everything');
		assert.equal(await inPage('.editor textarea').inputValue(), 'Everything');
		await press('Enter');
		await cell('ShortDesc', 'en')
			.filter({ hasText: /^unsaved Everything/ })
			.waitFor();
		assert.match(await focused(), /unsaved Everything/);
	});

	test('marks what is not saved, and counts it in Save and Discard, by languages', async () => {
		await button('Save 1 Change').waitFor();
		await cell('A_Text', 'de').click();
		await type('Neuer Text');
		await press('Enter');
		await button('Save 2 Changes').waitFor();
		await button('Discard 2 Changes').waitFor();
		assert.equal(await button('Save 2 Changes').getAttribute('title'), 'English: 1\nGerman: 1');
		assert.equal(await inPage('.unsaved').count(), 2);
		await cell('A_Text', 'de')
			.filter({ hasText: /^unsaved Neuer Text/ })
			.waitFor();
		// What is as it was again is not marked.
		await type('Ein Text');
		await press('Enter');
		await cell('A_Text', 'de')
			.filter({ hasText: /^Ein Text/ })
			.waitFor();
		await button('Save 1 Change').waitFor();
		await press('ControlOrMeta+z');
		await button('Save 2 Changes').waitFor();
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'] as const) {
		test(`keeps nobody out in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await cell('Cloud_ID', 'en').click();
			await cell('A_Text', 'de').click();
			await focusIs('Neuer Text');
			await workbench().screenshot(`table-unsaved-${theme.toLowerCase().replaceAll(' ', '-')}`);
			assert.deepEqual(await axeViolations(await activeFrame(workbench().page)), []);
			for (const name of ['Filters', 'More Actions', 'Keyboard Shortcuts']) {
				await button(name).click();
				await inPage('[popover]:popover-open').waitFor();
				assert.deepEqual(await axeViolations(await activeFrame(workbench().page)), []);
				await press('Escape');
				await inPage('[popover]:popover-open').waitFor({ state: 'detached' });
			}
		});
	}

	test('can be hit, read with wide spacing, and tells of what changes, with everything open', async () => {
		const frame = await activeFrame(workbench().page);
		await button('Add Key…').click();
		await inPage('.add-key').waitFor();
		const check = async () => {
			assert.deepEqual(await smallTargets(frame), []);
			assert.deepEqual(await cutBySpacing(frame), []);
			assert.deepEqual(await lateAnnouncers(frame), []);
		};
		await check();
		await workbench().screenshot('table-everything');
		await cell('A_Text', 'de').click();
		await check();
		for (const name of ['Filters', 'More Actions', 'Keyboard Shortcuts']) {
			await button(name).click();
			await inPage('[popover]:popover-open').waitFor();
			await check();
			await press('Escape');
			await inPage('[popover]:popover-open').waitFor({ state: 'detached' });
		}
		await inPage('.add-key input[name=key]').focus();
	});

	test('says which of the two fields of a new key is wrong', async () => {
		const form = (name: string) => inPage(`.add-key input[name=${name}]`);
		const wrong = async () => [
			await form('key').getAttribute('aria-invalid'),
			await form('text').getAttribute('aria-invalid'),
		];
		await press('Enter');
		await inPage('.add-key .problem').filter({ hasText: 'Enter a key.' }).waitFor();
		assert.deepEqual(await wrong(), ['true', 'false']);
		await form('key').fill('A_New_Key');
		await press('Enter');
		await inPage('.add-key .problem').filter({ hasText: 'Enter a text other than the key.' }).waitFor();
		assert.deepEqual(await wrong(), ['false', 'true']);
		assert.equal(await form('text').getAttribute('aria-describedby'), 'add-key-problem');
		await press('Escape');
		await inPage('.add-key').waitFor({ state: 'detached' });
	});

	test('takes the buttons off the text of a cell by Escape, until the focus or the pointer moves', async () => {
		const shown = cell('A_Text', 'en').locator('.buttons');
		await cell('A_Text', 'en').click();
		await workbench().page.mouse.move(0, 0);
		await shown.waitFor();
		await press('Escape');
		await shown.waitFor({ state: 'hidden' });
		await press('ArrowUp');
		await press('ArrowDown');
		await shown.waitFor();
		await press('Escape');
		await shown.waitFor({ state: 'hidden' });
		await cell('A_Text', 'en').hover();
		await shown.waitFor();
	});

	test('explains its keys behind a button, which has the focus again afterwards', async () => {
		await button('Keyboard Shortcuts').focus();
		await press('Enter');
		await inPage('[popover]:popover-open').getByText('Ctrl+Enter').waitFor();
		await inPage('button[aria-expanded="true"]').waitFor();
		await workbench().screenshot('table-keys');
		await press('Escape');
		await inPage('[popover]:popover-open').waitFor({ state: 'detached' });
		await inPage('button[aria-expanded="true"]').waitFor({ state: 'detached' });
		assert.equal(await focused(), '?');
	});

	test('has more help behind a key', async () => {
		await button('Keyboard Shortcuts').focus();
		await press('Alt+F1');
		await workbench().tab('Accessibility Help.md').waitFor();
		await workbench().screenshot('accessibility-help');
		await workbench().command('View: Close Editor');
		await workbench().tab('Accessibility Help.md').waitFor({ state: 'detached' });
	});

	test('discards what is not saved, which can be undone', async () => {
		sample().forgetRequests();
		await button('Discard 2 Changes').click();
		await inPage('footer').filter({ hasText: 'Discarded the changes.' }).waitFor();
		await cell('A_Text', 'de')
			.filter({ hasText: /^Ein Text/ })
			.waitFor();
		await cell('ShortDesc', 'en')
			.filter({ hasText: /^Everything that/ })
			.waitFor();
		await workbench().clean();
		assert.equal(await inPage('.unsaved, .saving').count(), 0);
		await workbench().screenshot('table-discarded');
		await inPage('footer').getByRole('button', { name: 'Undo' }).click();
		await cell('A_Text', 'de')
			.filter({ hasText: /^unsaved Neuer Text/ })
			.waitFor();
		await button('Save 2 Changes').waitFor();
		await workbench().dirtyTab('de.properties').waitFor();
		await workbench().dirtyTab('en.properties').waitFor();
		assert.equal(sent(), 0);
		assert.equal(await workbench().toasts.count(), 0);
	});

	test('saves all translations by the button, and nothing is marked then', async () => {
		await button('Save 2 Changes').click();
		await inPage('.saving').waitFor({ state: 'detached' });
		await workbench().clean();
		assert.equal(await inPage('.unsaved').count(), 0);
		assert.equal(sent(), 2);
		const { translations } = sample().connector('jdbc-angularsc');
		assert.equal(
			Buffer.from(translations.de ?? '').toString(),
			everyTypeTexts.de.replace('A_Text=Ein Text', 'A_Text=Neuer Text'),
		);
	});

	test('asks nothing before it removes a text, and offers to undo it', async () => {
		await cell('A_Number', 'de').click();
		await press('Delete');
		await inPage('footer').filter({ hasText: 'Removed A_Number from German.' }).waitFor();
		await cell('A_Number', 'de')
			.filter({ hasText: /^unsaved missing/ })
			.waitFor();
		await inPage('footer').getByRole('button', { name: 'Undo' }).click();
		await cell('A_Number', 'de')
			.filter({ hasText: /^Eine Zahl/ })
			.waitFor();
		await inPage('footer').filter({ hasText: 'Removed' }).waitFor({ state: 'detached' });
	});

	test('has the window for itself', async () => {
		await workbench().command('View: Close Primary Side Bar');
	});

	for (const [name, width, height] of [
		['at 200 percent', 640, 400],
		['in a page of 300 by 300', 300, 300],
		['at 400 percent', 320, 256],
	] as const) {
		test(`has rows ${name}, and scrolls nothing but its grid`, async () => {
			const { page } = workbench();
			await button('Save Changes').waitFor(); // What was undone before is seen to be saved.
			const before = await cell('A_Text', 'de').innerText();
			await cell('A_Text', 'de').click();
			await type('Neuer');
			await press('Enter');
			await inPage('.saving').waitFor();
			await pageSize(workbench(), width, height);
			const frame = await activeFrame(page);
			const seen = await frame.evaluate<Readonly<Record<string, number>>>(`(() => {
				const { bottom } = document.querySelector('.headers').getBoundingClientRect();
				const scroller = document.querySelector('.scroller');
				scroller.scrollTop = 0;
				const end = Math.min(scroller.getBoundingClientRect().bottom, innerHeight);
				const rows = [...document.querySelectorAll('[data-key]')].map(row => row.getBoundingClientRect());
				const { scrollWidth, scrollHeight } = document.documentElement;
				return {
					rows: rows.filter(row => row.top >= bottom - 1 && row.bottom <= end + 1).length,
					tooWide: scrollWidth - innerWidth,
					tooHigh: scrollHeight - innerHeight,
				};
			})()`);
			await workbench().screenshot(`table-${width}x${height}`);
			assert.ok(Number(seen['rows']) >= 3, JSON.stringify(seen));
			assert.deepEqual([seen['tooWide'], seen['tooHigh']], [0, 0]);
			const cut = await frame.evaluate<readonly string[]>(`
				[...document.querySelectorAll('header .table-tools > *, header .table-tools button')]
					.map(element => [element.textContent, element.getBoundingClientRect()])
					.filter(([, { left, right }]) => left < 0 || right > innerWidth)
					.map(([text]) => text)`);
			assert.deepEqual(cut, []);
			assert.deepEqual(await axeViolations(frame), []);
			assert.deepEqual(await smallTargets(frame), []);
			assert.deepEqual(await cutBySpacing(frame), []);
			await cell('A_Text', 'en').click();
			for (const direction of wayAround) {
				const key = `Arrow${direction}`;
				await press(key);
				assert.ok(!(await isFocusHidden(frame)), `${key} to ${await focused()}`);
			}
			await page.setViewportSize({ width: 1280, height: 800 });
			await press('ControlOrMeta+z');
			await cell('A_Text', 'de').filter({ hasText: before }).waitFor(); // It is undone before the next edit comes.
		});
	}

	test('breaks a long key behind its underscore', async () => {
		const { page } = workbench();
		await pageSize(workbench(), 300, 600);
		const frame = await activeFrame(page);
		const [family, rest] = await frame.evaluate<readonly [number, number]>(`(() => {
			const name = document.querySelector('[data-key=placeHolder_cloudId] .name');
			const range = document.createRange();
			range.selectNodeContents(name.lastChild);
			return [name.firstElementChild.getBoundingClientRect().bottom, range.getBoundingClientRect().top];
		})()`);
		await workbench().screenshot('table-long-keys');
		assert.equal(await inPage('[data-key=placeHolder_cloudId] .name').innerText(), 'placeHolder_cloudId');
		assert.ok(rest >= family - 2, `${family} ${rest}`);
		await page.setViewportSize({ width: 1280, height: 800 });
	});
});
