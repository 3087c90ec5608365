import assert from 'node:assert/strict';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { cipherMark, cipherText } from '../../src/sample/data/sources/sampleValues';
import { secretDots } from '../../src/core/sources/enteredValues';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';
import { writtenBy } from './writtenBy';

const jdbc = 'jdbc-angularsc';
/** What nobody may find anywhere but in the tenant. */
const secrets = {
	password: 'plain-Tr0ub4dor-of-a-field',
	privateKey: '-----BEGIN PRIVATE KEY-----\nplainLinesOfAKey\n-----END PRIVATE KEY-----',
	walletPassword: cipherText('plain-of-a-wallet'),
	procedures: [{ name: 'hire', pin: 'plain-pin-on-a-card' }],
	oldPassword: 'plain-of-a-field-that-is-gone',
	unnamed: cipherText('plain-of-a-key-without-field'),
	listed: 'plain-of-a-key-listed-as-encrypted',
	encrypted: 'listed',
} as const;
const typed = 'plain-typed-into-the-preview';
const marks = [
	...['plain-Tr0ub4dor', 'plainLinesOfAKey', 'plain-pin-on', 'plain-of-a-', typed, cipherMark],
	secrets.walletPassword.slice(-30),
];

suite('The secrets of sources', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: { ...asTyped, 'files.hotExit': 'onExit' } });
	const tenant = useTenant(workbench, {
		start: async () => {
			const sample = await startSampleTenant({ rateLimit: false });
			sample.change(jdbc, connector => {
				const form = Buffer.from(connector.sourceConfig).toString();
				const cards = /<Field name="procedures" ([^>]*)\/>/;
				assert.match(form, cards);
				const inner =
					'<SubFields><Field name="name" type="text"/><Field name="pin" type="secret"/></SubFields>';
				connector.sourceConfig = Buffer.from(
					form.replace(cards, `<Field name="procedures" $1>${inner}</Field>`),
				);
			});
			for (const { id } of sample.sources.filter(({ fields }) => fields.connector === jdbc)) {
				sample.changeSource(id, source => {
					source.attributes = {
						...source.attributes,
						authenticationType: 'password',
						useTls: true,
						provisionBy: 'procedure',
						...secrets,
					};
				});
			}
			return sample;
		},
	});
	const inPage = (selector: string) => workbench().webview().locator(selector);
	const input = (name: string) => inPage(`.field[data-name="${name}"] :is(input, textarea)`).first();

	/** Neither shown nor in what the elements hold, in the window and in its pages. */
	async function assertShownNowhere(): Promise<void> {
		for (const frame of workbench().page.frames()) {
			const text = await frame.evaluate<string>(`
				[document.documentElement.outerHTML,
					...[...document.querySelectorAll('input, textarea, select')].map(({ value }) => value)].join('\\n')`);
			assertNone('the window', text.replaceAll(typed, ''));
		}
	}

	function assertNone(place: string, text: string): void {
		assert.deepEqual(
			marks.filter(mark => text.includes(mark)),
			[],
			place,
		);
	}

	/** What is in the clipboard once something is, which is empty then. */
	async function copied(): Promise<string> {
		const { page } = workbench();
		let text = '';
		for (const end = Date.now() + 10_000; text === '' && Date.now() < end;) {
			await page.waitForTimeout(50);
			text = await page.evaluate<string>('navigator.clipboard.readText()');
		}
		assertNone('the clipboard', text);
		await page.evaluate(`navigator.clipboard.writeText('')`);
		return text;
	}

	suiteSetup(async () => {
		await workbench().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await workbench().page.evaluate(`navigator.clipboard.writeText('')`);
	});

	test('are in no row, no tooltip, no lens and no list of the tree and the editor', async () => {
		const { quickInput, page } = workbench();
		const source = workbench().row('Payroll Database');
		await workbench().toggle(workbench().row('Sources'));
		await source.hover();
		await page.locator('.workbench-hover', { hasText: 'Payroll Database' }).first().waitFor();
		await workbench().chooseInContextMenu(source, 'Copy Source ID');
		await page.locator('.statusbar').getByText('Copied').waitFor();
		assert.match(await copied(), /^[\da-f-]{32,36}$/);
		await workbench().row('source-config.xml').dblclick();
		const lens = page.locator('.codelens-decoration a', { hasText: 'set in' }).first();
		await lens.waitFor();
		await lens.click();
		await page.locator('.quick-input-titlebar a[aria-label="Show Values"]').click();
		await quickInput.item('Payroll Database').waitFor();
		await assertShownNowhere();
		await quickInput.cancel();
		await workbench().command('ISC Connectors: Show Sources of Connector…');
		await quickInput.pick('JDBC');
		await quickInput.item('Payroll Database').waitFor();
		await assertShownNowhere();
		await quickInput.cancel();
	});

	test('are dots in the form, and names in what is copied of it', async () => {
		await workbench().chooseInContextMenu(
			workbench().row('Payroll Database'),
			'Preview Form with Its Values',
		);
		await inPage('.field[data-name=password] input').waitFor();
		for (
			const end = Date.now() + 10_000;
			Date.now() < end && (await input('password').inputValue()) === '';
		) {
			await workbench().page.waitForTimeout(50);
		}
		assert.equal(await input('password').inputValue(), secretDots);
		await inPage('.without-field summary').click();
		await inPage('[data-toggle=showJson]').click();
		await inPage('.json pre').waitFor();
		await assertShownNowhere();
		await input('password').fill(typed);
		await inPage('.json').getByRole('button', { name: 'Copy' }).click();
		assert.match(await copied(), /connectionUrl/);
		await inPage('.tools').getByRole('button', { name: 'Copy as Source Body' }).click();
		await workbench().page.locator('.statusbar').getByText('Copied the source body').waitFor();
		assert.match(await copied(), /"password": "\$\{PASSWORD\}"/);
	});

	test('are in no format of the field reference, and not in the diagnostics', async () => {
		for (const format of ['Markdown Table', 'CSV', 'JSON Schema']) {
			const { quickInput } = workbench();
			await workbench().tab('source-config.xml').click();
			await workbench().editor.click();
			await workbench().command('ISC Connectors: Copy Field Reference…');
			await quickInput.pick(format);
			await quickInput.pick('German (de)');
			await workbench().page.locator('.statusbar').getByText('Copied the field reference').waitFor();
			assert.match(await copied(), /walletPassword/);
		}
		await workbench().command('ISC Connectors: Copy Diagnostics');
		assert.match(await copied(), /acme|Connector/);
	});

	test('are in no comparison with the defaults, and in no question before a save', async () => {
		await workbench().chooseInContextMenu(workbench().row('Payroll Database'), 'Compare Source with');
		await workbench().page.locator('.message', { hasText: 'defaults ↔ Payroll Database' }).waitFor();
		await assertShownNowhere();
		const line = Buffer.from(tenant().connector(jdbc).sourceConfig)
			.toString()
			.split('\n')
			.findIndex(each => each.includes('name="password"'));
		await workbench().tab('source-config.xml').click();
		await workbench().editor.click();
		await workbench().command('Go to Line/Column...');
		await workbench().quickInput.fill(`:${line + 1}:1`);
		await workbench().quickInput.accept();
		await workbench().quickInput.field.waitFor({ state: 'hidden' });
		await workbench().page.keyboard.press('ControlOrMeta+Shift+K');
		await workbench().dirtyTab('source-config.xml').waitFor();
		await workbench().command('ISC Connectors: Check Effects on Sources…');
		await workbench().quickInput.item('Payroll Database').waitFor();
		await assertShownNowhere();
		await workbench().quickInput.cancel();
		await workbench().editor.click();
		await workbench().save();
		await workbench()
			.page.locator('.monaco-dialog-box', { hasText: 'Removes "password", which is set' })
			.waitFor();
		await assertShownNowhere();
		await workbench().modal('Save source-config.xml of JDBC', 'Send Anyway');
		await workbench().clean();
	});

	test('are in nothing that the session has written', async () => {
		tenant().fault({ operation: 'listSources' }, { kind: 'answer', status: 500, body: '{}' }, 9);
		await workbench().command('ISC Connectors: Refresh All Tenants');
		await workbench().stateIsKept();
		const all = await writtenBy(workbench());
		const names = [...all.keys()];
		for (const kept of [/state\.vscdb$|^the browser$/, /history/i, /\.log$/]) {
			assert.ok(
				names.some(name => kept.test(name)),
				`${kept} is among ${names.join('\n')}`,
			);
		}
		assert.ok(
			[...all.values()].some(text => text.includes('/v2024/sources')),
			'the log has the requests',
		);
		for (const [name, text] of all) {
			assertNone(name, text);
		}
	});
});
