import assert from 'node:assert/strict';
import fs from 'node:fs';
import { openFormPage, type OpenFormPage } from './openFormPage';

suite('The page of a form preview', () => {
	let form: OpenFormPage;
	const step = (inner: string, name = 'm') =>
		`<Menu name="${name}" label="Step ${name}"><Section name="s" label="The section">${inner}</Section></Menu>`;
	const long =
		'A rather long label of a field that nobody will ever read to its end, whatever the width. '.repeat(2);
	const many = Array.from({ length: 150 }, (_, index) => `<Field name="f${index}" type="textarea"/>`).join(
		'',
	);

	suiteSetup(async () => {
		form = await openFormPage();
	});
	suiteTeardown(() => form.close());
	setup(() => form.reopen());

	const scrollTo = async (top: number) => {
		await form.page.evaluate(`document.querySelector('main').scrollTop = ${top}`);
		await form.page.waitForTimeout(300);
	};

	/** What is at the top, and where: a browser may be a pixel off. */
	async function assertPlaceKept(stepId: string, change: () => Promise<unknown>): Promise<void> {
		const name = (await form.kept()).scroll[stepId]?.field.match(/f\d+/)?.[0];
		assert.ok(name);
		const before = await form.field(name).boundingBox();
		await change();
		await form.page.waitForTimeout(300);
		const after = await form.field(name).boundingBox();
		assert.ok(before && after && Math.abs(before.y - after.y) <= 1, `${before?.y} ${after?.y}`);
	}

	test('a long option makes nothing wider than the page', async () => {
		await form.show(
			step(`<Field name="a" type="select"><Option label="${'x'.repeat(160)}" value="x"/></Field>`),
		);
		await form.page.setViewportSize({ width: 420, height: 700 });
		const tooWide = await form.page.evaluate<number>(
			`document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth`,
		);
		await form.page.setViewportSize({ width: 900, height: 700 });
		assert.equal(tooWide, 0);
	});

	test('native controls have the brightness of the theme', async () => {
		const scheme = (theme: string) =>
			form.page.evaluate<string>(
				`document.body.className = '${theme}', getComputedStyle(document.body).colorScheme`,
			);
		assert.equal(await scheme('vscode-dark'), 'dark');
		assert.equal(await scheme('vscode-high-contrast'), 'dark');
		assert.equal(await scheme('vscode-light'), 'light');
		assert.equal(await scheme('vscode-high-contrast vscode-high-contrast-light'), 'light');
	});

	test('what belongs to a long label stays beside it', async () => {
		await form.show(
			`<Menu name="m" label="${long}"><Section name="s" label="${long}"><Field name="a" displayName="${long}" required="true"/></Section></Menu>`,
		);
		for (const head of await form.page.locator('.part-head, .field-head').all()) {
			const label = await head.locator('.step-label, .section-label, .field-label').boundingBox();
			const others = await head.locator('.reveal, .required, .wanting').all();
			for (const other of others) {
				const box = await other.boundingBox();
				assert.ok(label && box && box.y < label.y + label.height && box.x >= label.x + label.width);
			}
		}
	});

	test('an information text keeps its blocks and its tables, without what reads badly', async () => {
		const html =
			'<div>one</div><dl><dt>two</dt></dl><li>lone</li><a href="https://a.test"></a><ul><li>item</li></ul>' +
			'<table><tr><td colspan="2" rowspan="3">cell</td></tr></table><script>x</script>';
		const escaped = html.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
		await form.show(`<Menu name="m"><Section name="s" sectionInfo="${escaped}"/></Menu>`);
		assert.equal(
			await form.page.locator('.section-info').innerHTML(),
			'<div>one</div><dl><dt>two</dt></dl>lone<ul><li>item</li></ul>' +
				'<table><tbody><tr><td colspan="2" rowspan="3">cell</td></tr></tbody></table>',
		);
	});

	test('a choice without a label has a name, and one that is no option is shown', async () => {
		await form.show(
			step(
				'<Field name="r" type="radio" displayName="R" value="zz"><Option label="" value=""/><Option value="x"/></Field>',
			),
		);
		const labels = await form.field('r').locator('.radio').allInnerTexts();
		assert.deepEqual(
			labels.map(label => label.trim()),
			['(no name)', 'x', 'zz (not an option)'],
		);
		assert.ok(await form.field('r').locator('input[value=zz]').isChecked());
		await form.page.evaluate(fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
		const wrong = await form.page.evaluate<readonly string[]>(
			`axe.run('.field').then(({ violations }) => violations.filter(each => each.impact === 'critical').map(({ id }) => id))`,
		);
		assert.deepEqual(wrong, []);
	});

	test('a select has its placeholder, and what has been chosen is taken back by it', async () => {
		await form.show(
			step(
				'<Field name="a" type="select" placeholder="Pick one"><Option value="x"/></Field><Field name="k" type="keyValue" placeholder="A name"/>',
			),
		);
		const select = form.field('a').locator('select');
		await select.selectOption('x');
		assert.deepEqual(await select.locator('option').allInnerTexts(), ['Pick one', 'x']);
		await select.selectOption('Pick one');
		assert.equal(await select.inputValue(), '');
		await form.field('k').locator('.add').click();
		assert.equal(await form.field('k').locator('input').first().getAttribute('placeholder'), 'A name');
	});

	test('what cannot be shown is said', async () => {
		await form.show(
			step('<Field name="a" type="cardList" value="[1]"/><Field name="b" type="number" value="0x10"/>'),
		);
		await form.field('a').getByText('cannot be shown').waitFor();
		await form.field('b').getByText('Enter a number.').waitFor();
	});

	test('a field without a name can be filled in', async () => {
		await form.show(step('<Field displayName="A" type="list"/>'));
		await form.page.locator('.add').click();
		await form.page.locator('.row input').fill('x');
		assert.equal(await form.page.locator('.row').count(), 1);
	});

	test('files of each card have their own sizes', async () => {
		await form.show(
			step('<Field name="l" type="cardList"><Field name="u" type="fileupload" maxSize="1"/></Field>'),
		);
		for (const size of [10, 5000]) {
			await form.field('l').locator('> .rows > .add').click();
			await form
				.field('u')
				.last()
				.locator('input[type=file]')
				.setInputFiles({ name: 'a.pem', mimeType: 'text/plain', buffer: Buffer.alloc(size) });
		}
		assert.deepEqual(await form.field('u').locator('.files').allInnerTexts(), [
			'a.pem (1 KB)',
			'a.pem (5 KB)',
		]);
		assert.equal(await form.field('u').locator('.warning').count(), 1);
	});

	test('a click in a field selects its element; a keyboard and what leads to the editor do not', async () => {
		const selected = async () =>
			(await form.posted()).flatMap(message => (message.type === 'select' ? [message.id] : []));
		await form.show(
			step('<Field name="a"/><Field name="l" type="cardList"><Field name="in" type="checkbox"/></Field>'),
		);
		await form.field('a').locator('.field-label').click();
		await form.field('a').locator('input').focus();
		await form.page.keyboard.press('Tab');
		await form.page.keyboard.press('Tab');
		await form.page.keyboard.press('Enter');
		assert.deepEqual(await selected(), []);
		await form.field('a').locator('input').click();
		await form.field('l').locator('.add').click();
		await form.field('in').locator('input').last().click();
		assert.deepEqual(await selected(), ['field:a#1', 'field:l#1', 'field:in#1']);
	});

	test('secrets are given to the extension and kept nowhere', async () => {
		await form.show(step('<Field name="a" type="secret"/><Field name="b"/>'));
		await form.field('a').locator('input').fill('hush');
		await form.field('b').locator('input').fill('open');
		await form.page.waitForFunction("kept?.entered?.b === 'open'");
		assert.match(JSON.stringify(await form.posted()), /hush/);
		assert.deepEqual((await form.kept()).entered, { b: 'open' });
		await form.page.locator('.clear').click();
		await form.page.waitForTimeout(300);
		assert.deepEqual((await form.posted()).at(-1), { type: 'hold', entered: undefined });
	});

	test('a long step is where it was when the page is made anew', async () => {
		await form.show(step(many));
		await scrollTo(9000);
		await assertPlaceKept('step:m#1', async () => {
			await form.reopen(await form.kept());
			await form.show(step(many));
		});
	});

	test('a step whose name is changed letter by letter stays where it is', async () => {
		const steps = (name: string) => step('<Field name="a"/>', 'first') + step(many, name);
		await form.show(steps('second'));
		await form.page.locator('nav .step').last().click();
		await scrollTo(1000);
		await assertPlaceKept('step:second#1', async () => {
			await form.show(steps('secondx'));
			await form.show(steps('secondxy'));
			await form.show(steps('second'));
		});
	});
});
