import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { aMoment, insert, open, set, until, uriOf, useTenant } from './studio';

suite('What a source-config says of the sources', () => {
	const tenant = useTenant({ rateLimit: false, sources: 600 });
	const jdbc = () => uriOf(tenant(), 'jdbc-angularsc', 'source-config');
	const lists = () => tenant().sample.requests.filter(({ operation }) => operation === 'listSources').length;

	setup(async () => {
		tenant().sample.user.missingScopes = [];
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
	});

	/** The lenses by the lines that they stand on, without spaces; several are beside each other. */
	async function lenses(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
		const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
			'vscode.executeCodeLensProvider',
			document.uri,
			1000,
		);
		return new Map(
			all.map(({ range, command }) => [
				document.lineAt(range.start).text.trim().split(' ').slice(0, 2).join(' '),
				command?.title ?? '',
			]),
		);
	}

	async function untilThereAreLenses(document: vscode.TextDocument) {
		for (let waited = 0; waited < 100; waited++) {
			const found = await lenses(document);
			if (found.size > 0) {
				return found;
			}
			await new Promise(resolve => setTimeout(resolve, 50));
		}
		return assert.fail('no lenses');
	}

	test('is fetched once when it is shown, in pages, and never while people type', async () => {
		const document = await open(jdbc());
		await untilThereAreLenses(document);
		assert.equal(lists(), 3);
		const at = document.positionAt(document.getText().indexOf('<Field'));
		for (const letter of ' <!-- typed -->') {
			await insert(document, letter, at);
		}
		await open(uriOf(tenant(), 'okta-saas', 'source-config'));
		await open(jdbc());
		await lenses(document);
		await aMoment();
		assert.equal(lists(), 3);
	});

	test('is how many have a value of each field, and each option that is chosen', async () => {
		const { sample } = tenant();
		const uses = sample.sources.filter(({ fields }) => fields.connector === 'jdbc-angularsc');
		const document = await open(jdbc());
		const found = await untilThereAreLenses(document);
		const [first, ...names] = [...document.getText().matchAll(/<Field [^>]*name="(\w+)"/g)].map(
			([, name]) => name!,
		);
		assert.ok(first && names.length > 3);
		const set = uses.filter(
			({ attributes }) => ![undefined, null, ''].includes(attributes?.[first] as string),
		);
		assert.equal(found.get(`<Field name="${first}"`), `set in ${set.length} of ${uses.length} sources`);
		assert.ok([...found.values()].some(title => /^chosen in \d+ sources?$/.test(title)));
	});

	test('follows what people type from memory, also on a field that nobody has yet', async () => {
		const document = await open(jdbc());
		await untilThereAreLenses(document);
		const at = document.positionAt(document.getText().indexOf('<Field'));
		await insert(document, '<Field name="brandNew" type="text"/>\n', at);
		const title = (await lenses(document)).get('<Field name="brandNew"');
		assert.match(title ?? '', /^set in 0 of \d+ sources$/);
	});

	test('is nothing for a connector without sources, nor where the setting is off', async () => {
		const { sample } = tenant();
		sample.add({ ...sample.connector('jdbc-angularsc'), scriptName: 'lonely', name: 'Lonely' });
		await set('sources.codeLens', false);
		try {
			const document = await open(jdbc());
			await aMoment();
			assert.deepEqual([(await lenses(document)).size, lists()], [0, 0]);
			await set('sources.codeLens', undefined);
			await untilThereAreLenses(document);
			assert.equal(lists(), 3);
			const lonely = await open(uriOf(tenant(), 'lonely', 'source-config'));
			assert.equal((await lenses(lonely)).size, 0);
		} finally {
			await set('sources.codeLens', undefined);
		}
	});

	test('is nothing without the scope, and is not asked for again', async () => {
		tenant().sample.user.missingScopes = ['idn:sources:read'];
		const document = await open(jdbc());
		await until(() => lists() === 2, 'the tenant has refused');
		await open(uriOf(tenant(), 'okta-saas', 'source-config'));
		await open(jdbc());
		await aMoment();
		assert.deepEqual([(await lenses(document)).size, lists()], [0, 2]);
	});

	test('names in the hover of a field the sources that set it, without a request', async () => {
		const document = await open(jdbc());
		await untilThereAreLenses(document);
		const secret = /<Field [^>]*name="(\w+)"[^>]*type="secret"/.exec(document.getText());
		assert.ok(secret);
		const at = document.positionAt(secret.index + secret[0].indexOf('name="') + 7);
		const asked = lists();
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			at,
		);
		const text = hovers
			.flatMap(({ contents }) => contents.map(each => (each as vscode.MarkdownString).value))
			.join('\n');
		assert.match(text, /set in \d+ of \d+ sources\\?: JDBC /);
		assert.equal(lists(), asked);
	});
});
