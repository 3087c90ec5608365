import assert from 'node:assert/strict';
import { axeViolations } from './axe';
import { startEveryTypeTenant } from './everyTypeForm';
import { cutBySpacing, isFocusHidden, lateAnnouncers, smallTargets } from './pageAudit';
import { pageSize } from './pageSize';
import { useTenant } from './useTenant';
import { useWorkbench } from './useWorkbench';
import { activeFrame } from './webviewFrame';

suite('The form preview for everybody', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	const sample = useTenant(workbench, { start: startEveryTypeTenant, open: 'source-config.xml' });

	suiteSetup(async () => {
		await workbench().command('View: Close Primary Side Bar');
		await workbench().page.locator('.editor-actions a[aria-label^="Preview Form"]').first().click();
		await workbench().tab('JDBC in acme: Form').waitFor();
		await inPage('nav .step').filter({ hasText: 'Connection' }).click();
		await label('aText').waitFor();
	});

	const inPage = (selector: string) => workbench().webview().locator(selector);
	const field = (name: string) => inPage(`.field[data-name="${name}"]`);
	const label = (name: string) => field(name).locator('.field-label');
	const editor = () => inPage('.label-input');
	const press = (key: string) => workbench().page.keyboard.press(key);
	const type = (text: string) => workbench().page.keyboard.type(text);
	const focused = async () =>
		(await activeFrame(workbench().page)).evaluate<string>(
			`document.activeElement.closest('[data-name]')?.dataset.name ?? document.activeElement.textContent`,
		);

	/** What lies under something else while it has the focus, from the beginning of the page to the end of its fields. */
	const obscuredStops = async () => {
		const frame = await activeFrame(workbench().page);
		await inPage('select[name=locale]').focus();
		const hidden: string[] = [];
		// Behind the last one, the focus leaves the page.
		while (await frame.evaluate<boolean>('document.hasFocus()')) {
			if (await isFocusHidden(frame)) {
				hidden.push(await frame.evaluate('document.activeElement.outerHTML.slice(0, 100)'));
			}
			await press('Tab');
		}
		return hidden;
	};

	test('Tab goes from field to field', async () => {
		await field('aText').locator('input').click();
		const seen: string[] = [];
		for (let stops = 0; stops < 12; stops++) {
			seen.push(await focused());
			await press('Tab');
		}
		assert.deepEqual(
			seen,
			'aText aUrl aNumber aSecret aTextarea aSecretTextarea aBoolean aCheckbox aToggle aRadio aSelect aList'.split(
				' ',
			),
		);
	});

	test('what is typed into a secret field is shown by a key, and hidden again', async () => {
		const input = field('aSecret').locator('input');
		await input.focus();
		await press('Alt+ArrowDown');
		assert.equal(await input.getAttribute('type'), 'text');
		await press('Alt+ArrowDown');
		assert.equal(await input.getAttribute('type'), 'password');
	});

	test('a problem of a field is read with the field', async () => {
		const frame = await activeFrame(workbench().page);
		const description = (name: string, selector: string) =>
			frame.evaluate<string>(`
				document.querySelector('.field[data-name=${name}] ${selector}').getAttribute('aria-describedby').split(' ')
					.map(id => document.getElementById(id).textContent.trim()).join(' ').trim()`);
		await field('aNumber').locator('input').fill('many');
		await field('aNumber').getByText('Enter a number.').waitFor();
		assert.match(await description('aNumber', 'input'), /Enter a number\.$/);
		assert.equal(await field('aNumber').locator('input').getAttribute('aria-invalid'), 'true');
		const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') };
		await field('aFile').locator('input[type=file]').setInputFiles(file);
		await field('aFile').locator('.problems .note').waitFor();
		assert.match(await description('aFile', '.upload'), /a\.txt/);
		await field('aFile').locator('.remove').click();
		await field('aNumber').locator('input').fill('7');
	});

	test('Clear Entered Values is a button apart from the toggles', async () => {
		const clear = inPage('.tools').getByRole('button', { name: 'Clear Entered Values', exact: true });
		assert.equal(await clear.getAttribute('aria-pressed'), null);
		assert.equal(await inPage('.toggles .toggle-button').count(), 3);
		assert.equal(await inPage('.toggles .clear').count(), 0);
		await field('aText').locator('input').fill('entered');
		await clear.click();
		assert.equal(await field('aText').locator('input').inputValue(), 'as it begins');
	});

	test('a double click on a label edits its text as an unsaved edit of the translation', async () => {
		sample().forgetRequests();
		await label('aText').locator('.label-text').dblclick();
		assert.equal(await editor().inputValue(), 'A Text');
		await type('Some Text');
		await workbench().screenshot('preview-label-edit');
		await press('Enter');
		await label('aText').filter({ hasText: 'Some Text' }).waitFor();
		await workbench().dirtyTab('en.properties').waitFor();
		assert.equal(sample().requests.filter(({ method }) => method !== 'GET').length, 0);
		assert.equal(await inPage('.status').count(), 0);
	});

	test('F2 in a field edits its label, and Escape leaves it as it was', async () => {
		await field('aNumber').locator('input').focus();
		await press('F2');
		await type('Forty-two');
		await press('Escape');
		await label('aNumber').filter({ hasText: 'A Number' }).waitFor();
		assert.equal(await editor().count(), 0);
		assert.equal(await focused(), 'aNumber');
	});

	test('F2 once more keeps a label, and goes on to the next text: a help, an option, an information', async () => {
		const value = () => editor().inputValue();
		await field('aRadio').locator('input').first().focus();
		const seen: string[] = [];
		for (let texts = 0; texts < 4; texts++) {
			await press('F2');
			await editor().waitFor();
			seen.push(await value());
		}
		assert.deepEqual(seen, ['One of Two', 'One', 'Two', 'A Colour']);
		await press('Escape');
		assert.equal(await focused(), 'aRadio');
	});

	test('more help is behind a key', async () => {
		await field('aText').locator('input').focus();
		await press('Alt+F1');
		await workbench().tab('Accessibility Help.md').waitFor();
		await workbench().command('View: Close Editor');
		await field('aText').waitFor();
	});

	test('a text that the chosen language lacks is added in the same way', async () => {
		await inPage('select[name=locale]').selectOption('de');
		await field('aUrl').getByText('English', { exact: true }).waitFor();
		await field('aUrl').locator('input').focus();
		await press('F2');
		assert.equal(await editor().inputValue(), '');
		assert.equal(await editor().getAttribute('placeholder'), 'An Address');
		await type('Adresse');
		await press('Enter');
		await label('aUrl').filter({ hasText: 'Adresse' }).waitFor();
		assert.equal(await field('aUrl').getByText('English', { exact: true }).count(), 0);
		await workbench().dirtyTab('de.properties').waitFor();
		await field('aUrl').hover();
		await field('aUrl').getByRole('button', { name: 'Edit Text of Adresse' }).click();
		assert.equal(await editor().inputValue(), 'Adresse');
		await press('Escape');
	});

	test('the label of a step is edited from its button', async () => {
		await inPage('nav .step').filter({ hasText: 'Verbindung' }).focus();
		await press('F2');
		await editor().waitFor();
		await type('Anbindung');
		await press('Enter');
		await inPage('nav .step').filter({ hasText: 'Anbindung' }).waitFor();
		await inPage('select[name=locale]').selectOption('en');
		await label('aUrl').filter({ hasText: 'An Address' }).waitFor();
	});

	test('can be hit, read with wide spacing, and tells of what changes, with everything in it', async () => {
		const frame = await activeFrame(workbench().page);
		await inPage('select[name=locale]').selectOption('de');
		await inPage('nav .step').filter({ hasText: 'Anbindung' }).waitFor();
		for (const name of ['aList', 'aKeyValue', 'aCardList']) {
			await field(name).locator('.add').click();
			await field(name).locator('.add').click();
		}
		await field('aNumber').locator('input').fill('many');
		for (const toggle of ['showKeys', 'showHidden', 'showJson']) {
			await inPage(`[data-toggle=${toggle}]`).click();
		}
		await workbench().screenshot('preview-everything');
		assert.deepEqual(await smallTargets(frame), []);
		assert.deepEqual(await cutBySpacing(frame), []);
		assert.deepEqual(await lateAnnouncers(frame), []);
		assert.deepEqual(await axeViolations(frame), []);
		for (const toggle of ['showKeys', 'showHidden', 'showJson']) {
			await inPage(`[data-toggle=${toggle}]`).click();
		}
		await inPage('select[name=locale]').selectOption('en');
		await inPage('.tools').getByRole('button', { name: 'Clear Entered Values', exact: true }).click();
	});

	test('shows in forced colors what is on, and what the cursor is in', async () => {
		const { page } = workbench();
		await field('aText').locator('input').click();
		await inPage('.field.is-marked').waitFor();
		await page.emulateMedia({ forcedColors: 'active' });
		const frame = await activeFrame(page);
		const seen = await frame.evaluate(`(() => {
			const colors = (selector, pseudo) => {
				const { backgroundColor, borderInlineStartColor } = getComputedStyle(document.querySelector(selector), pseudo);
				return { backgroundColor, borderInlineStartColor };
			};
			const marked = colors('.field.is-marked').borderInlineStartColor;
			const other = colors('.field:not(.is-marked)').borderInlineStartColor;
			const page = getComputedStyle(document.body).backgroundColor;
			return {
				isForced: matchMedia('(forced-colors: active)').matches,
				isMarkSeen: marked !== page && other === page,
				isThumbSeen: colors('.switch', '::after').backgroundColor !== colors('.switch').backgroundColor,
			};
		})()`);
		await workbench().screenshot('preview-forced-colors');
		await page.emulateMedia({ forcedColors: 'none' });
		assert.deepEqual(seen, { isForced: true, isMarkSeen: true, isThumbSeen: true });
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'] as const) {
		test(`keeps nobody out in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await field('aText').locator('input').focus();
			await press('F2');
			await editor().waitFor();
			await workbench().screenshot(`preview-all-${theme.toLowerCase().replaceAll(' ', '-')}`);
			assert.deepEqual(await axeViolations(await activeFrame(workbench().page)), []);
			await press('Escape');
			for (const toggle of ['showKeys', 'showJson']) {
				await inPage(`[data-toggle=${toggle}]`).click();
			}
			assert.deepEqual(await axeViolations(await activeFrame(workbench().page)), []);
			for (const toggle of ['showKeys', 'showJson']) {
				await inPage(`[data-toggle=${toggle}]`).click();
			}
		});
	}

	test('has the window for itself', async () => {
		await workbench().tab('JDBC in acme: Form').dblclick();
	});

	for (const [name, width, height] of [
		['at 200 percent', 640, 400],
		['at 400 percent', 320, 256],
	] as const) {
		test(`scrolls in one direction ${name}`, async () => {
			await pageSize(workbench(), width, height);
			const frame = await activeFrame(workbench().page);
			const tooWide = await frame.evaluate<readonly string[]>(`
				[document.documentElement, ...document.querySelectorAll('main, nav, header')]
					.filter(element => element.scrollWidth > element.clientWidth)
					.map(element => element.localName)`);
			await workbench().screenshot(`preview-${width}x${height}`);
			assert.deepEqual(tooWide, []);
			// With the toolbar scrolled away, there is room for more than a line.
			const room = await frame.evaluate<number>(`{
				const form = document.querySelector('main');
				form.scrollIntoView({ block: 'end' });
				const { top, bottom } = form.getBoundingClientRect();
				scrollTo(0, 0);
				Math.min(bottom, innerHeight) - Math.max(top, 0);
			}`);
			assert.ok(room > 150, `${room} pixels for the form`);
			assert.deepEqual(await cutBySpacing(frame), []);
			assert.deepEqual(await smallTargets(frame), []);
			assert.deepEqual(await obscuredStops(), []);
			assert.deepEqual(await axeViolations(frame), []);
			await workbench().page.setViewportSize({ width: 1280, height: 800 });
		});
	}
});
