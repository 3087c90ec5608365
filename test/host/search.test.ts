import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DocumentPart } from '../../src/core/remote/documentPath';
import { fromUri } from '../../src/documents/documentUri';
import type { FoundPlace } from '../../src/commands/find/questionOfProgram';
import { matchItem } from '../../src/views/searchTree';
import { asked, insert, open, until, uriOf, useTenant } from './studio';

/** Stands in no document of the sample tenant by itself. */
const needle = 'Nädel😀';

suite('Search in connector documents', () => {
	const tenant = useTenant({ rateLimit: false });
	let count = 0;

	teardown(() => vscode.commands.executeCommand('iscConnectors.search.clear'));

	/** A connector of its own for each test, with a text in one of its documents. */
	function connectorWith(text: string, part: 'correlationConfig' | 'sourceTemplate' = 'correlationConfig') {
		const scriptName = `searched-${++count}`;
		const { sample } = tenant();
		const connector = { ...sample.connector('jdbc-angularsc'), scriptName, name: scriptName };
		sample.add({ ...connector, [part]: Buffer.from(text) });
		return scriptName;
	}

	function search(text: string, options: object = {}): Thenable<readonly FoundPlace[]> {
		return vscode.commands.executeCommand('iscConnectors.documents.search', {
			tenant: tenant().id,
			text,
			...options,
		});
	}

	async function assertRefused(work: Thenable<unknown>, sentence: RegExp): Promise<void> {
		await assert.rejects(Promise.resolve(work), (error: Error) => {
			assert.match(error.message, sentence);
			return true;
		});
	}

	/** Waits until the tenant is asked for something. */
	const isAsked = () => until(() => asked(tenant()).length > 0, 'the tenant is asked');
	const uri = (scriptName: string, part: DocumentPart = 'correlation-config') =>
		uriOf(tenant(), scriptName, part);

	test('by a program gives the places, at one request for each connector', async () => {
		const scriptName = connectorWith(`<a>\r\n\t<b c="${needle}"/></a>`);
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		tenant().sample.forgetRequests();
		assert.deepEqual(await search(needle), [
			{ uri: uri(scriptName).toString(), line: 1, column: 7, text: `\t<b c="${needle}"/></a>` },
		]);
		const details = asked(tenant()).filter(request => /^GET \/[^/?]+$/.test(request));
		const rest = asked(tenant()).filter(request => !details.includes(request));
		assert.equal(new Set(details).size, details.length);
		assert.ok(details.length > 5);
		assert.ok(
			rest.every(request => /^GET (\?|$)/.test(request)),
			rest.join('\n'),
		);
	});

	test('of chosen connectors asks for no other, and knows the switches', async () => {
		const scriptName = connectorWith('name names NAME a.b');
		const within = { scriptNames: [scriptName] };
		tenant().sample.forgetRequests();
		const columns = async (text: string, switches: object) =>
			(await search(text, { ...within, ...switches }))
				.filter(found => found.uri === uri(scriptName).toString())
				.map(({ column }) => column);
		assert.deepEqual(await columns('name', {}), [0, 5, 11]);
		assert.deepEqual(await columns('name', { matchCase: true }), [0, 5]);
		assert.deepEqual(await columns('name', { wholeWord: true }), [0, 11]);
		assert.deepEqual(await columns('a.b|N.ME', { isRegExp: true, matchCase: true }), [11, 16]);
		assert.deepEqual(new Set(asked(tenant())), new Set([`GET /${scriptName}`]));
	});

	for (const [what, text] of [
		['a byte order mark', `\uFEFF${needle} <a/>\n${needle}`],
		['mixed line ends', `a\r\n${needle}\r${needle}\nb\u2028${needle}\r\n\r\n${needle}`],
		['characters of two units', `😀${needle}𝒳${needle}`],
	] as const) {
		test(`finds the places that the editor has, also in a text with ${what}`, async () => {
			const found = await search(needle, { scriptNames: [connectorWith(text)] });
			assert.equal(found.length, text.split(needle).length - 1);
			for (const { uri, line, column } of found) {
				const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
				const range = new vscode.Range(line, column, line, column + needle.length);
				assert.equal(document.getText(range), needle);
			}
		});
	}

	test('opens a document with the match selected', async () => {
		const text = `<a>\n\t<b c="${needle}"/></a>`;
		const [found] = await search(needle, { scriptNames: [connectorWith(text)] });
		assert.ok(found);
		const id = fromUri(vscode.Uri.parse(found.uri)) ?? assert.fail(found.uri);
		const { line, column: start } = found;
		const end = start + needle.length;
		const item = matchItem({
			kind: 'match',
			connector: 'JDBC',
			id,
			line,
			start,
			end,
			text: found.text,
			offset: 0,
		});
		assert.deepEqual(item.label, { label: `<b c="${needle}"/></a>`, highlights: [[6, 6 + needle.length]] });
		assert.equal(item.description, '2');
		const { command, arguments: args = [] } = item.command ?? assert.fail('no command');
		await vscode.commands.executeCommand(command, ...(args as unknown[]));
		const selected = () => {
			const editor = vscode.window.activeTextEditor;
			return editor?.document.uri.toString() === found.uri && editor.document.getText(editor.selection);
		};
		await until(() => selected() === needle, 'the match is selected');
	});

	test('takes a document with unsaved changes as the editor has it', async () => {
		const scriptName = connectorWith(`<a b="${needle}"/>`);
		const document = await open(uri(scriptName));
		await insert(document, `<!-- ${needle} -->\n`);
		const found = await search(needle, { scriptNames: [scriptName] });
		assert.deepEqual(
			found.map(({ line, column }) => [line, column]),
			[
				[0, 5],
				[1, 6],
			],
		);
	});

	for (const [what, options, sentence] of [
		['a tenant that is not there', { tenant: 'nowhere' }, /Unknown tenant nowhere/],
		['no tenant', { tenant: undefined }, /"tenant" must be a string/],
		['no text', { text: undefined }, /"text" must be a string/],
		['an empty text', { text: '' }, /Enter a search text/],
		['a text of two lines', { text: 'a\nb' }, /cannot contain line breaks/],
		['a switch that is none', { matchCase: 'yes' }, /"matchCase" must be true or false/],
		['connectors that are no list', { scriptNames: 'jdbc' }, /"scriptNames" must be a list of script names/],
		['no connectors', { scriptNames: [] }, /"scriptNames" must be a list of script names/],
		['a bad expression', { text: 'a(', isRegExp: true }, /Invalid regular expression: Unterminated group\./],
	] as const) {
		test(`by a program with ${what} is refused in one sentence, and asks nothing`, async () => {
			tenant().sample.forgetRequests();
			await assertRefused(search(needle, options), sentence);
			assert.deepEqual(asked(tenant()), []);
		});
	}

	test('with a regular expression that takes too long ends, and the next one works', async () => {
		const scriptName = connectorWith(`${'a'.repeat(60)}!`);
		const start = Date.now();
		const work = search('^(a+)+$', { scriptNames: [scriptName], isRegExp: true });
		await assertRefused(work, /regular expression takes too long/);
		assert.ok(Date.now() - start < 10_000);
		assert.equal((await search('!', { scriptNames: [scriptName], wholeWord: true })).length > 0, true);
	});

	test('goes on where one connector cannot be read, and says so where none can', async () => {
		const scriptName = connectorWith(needle);
		const broken = { kind: 'answer', status: 500, body: '{}' } as const;
		tenant().sample.fault({ path: /\/jdbc-angularsc$/ }, broken, 2);
		const found = await search(needle, { scriptNames: [scriptName, 'jdbc-angularsc'] });
		assert.equal(found.length, 1);
		await assertRefused(
			search(needle, { scriptNames: ['jdbc-angularsc'] }),
			/reported a server error \(500\)/,
		);
		await assertRefused(search(needle, { scriptNames: ['no-such-one'] }), /does not have this connector/);
	});

	test('ends the one before', async () => {
		const scriptName = connectorWith(needle);
		tenant().sample.latency = 500;
		tenant().sample.forgetRequests();
		const first = Promise.resolve(search(needle, { scriptNames: [scriptName] }));
		const refused = assertRefused(first, /Cancelled/);
		await isAsked();
		tenant().sample.latency = 0;
		assert.equal((await search(needle, { scriptNames: [scriptName] })).length, 1);
		await refused;
	});

	test('ends when the results are cleared', async () => {
		tenant().sample.latency = 500;
		tenant().sample.forgetRequests();
		const refused = assertRefused(search(needle, { scriptNames: [connectorWith(needle)] }), /Cancelled/);
		await isAsked();
		await vscode.commands.executeCommand('iscConnectors.search.clear');
		await refused;
	});

	test('is done again with the same question', async () => {
		const scriptName = connectorWith(needle);
		await search(needle, { scriptNames: [scriptName] });
		tenant().sample.forgetRequests();
		await vscode.commands.executeCommand('iscConnectors.search.repeat');
		assert.deepEqual(asked(tenant()), [`GET /${scriptName}`]);
	});
});
