import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DocumentPart } from '../../src/core/remote/documentPath';
import { aMoment, append, asked, insert, letProgramsWrite, open, until, uriOf, useTenant } from './studio';

const correlation = (name: string) => `<CorrelationConfig name="${name}"/>\n`;

suite('A save that could lose something', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();
	let count = 0;

	/** A connector of its own for each test. */
	function freshConnector(): string {
		const scriptName = `safe-${++count}`;
		const { sample } = tenant();
		const connector = { ...sample.connector('jdbc-angularsc'), scriptName, name: scriptName };
		sample.add({ ...connector, correlationConfig: Buffer.from(correlation('original')) });
		return scriptName;
	}

	const stored = (scriptName: string) =>
		Buffer.from(tenant().sample.connector(scriptName).correlationConfig).toString();
	const writes = () => asked(tenant()).filter(request => /^(PUT|PATCH)/.test(request));
	const uri = (scriptName: string, part: DocumentPart = 'correlation-config') =>
		uriOf(tenant(), scriptName, part);

	async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
		assert.ok(await vscode.workspace.applyEdit(edit));
	}

	for (const [what, part, text] of [
		['XML that is not well-formed', 'correlation-config', '<CorrelationConfig><Filter></CorrelationConfig>'],
		['an empty form', 'source-config', ''],
		['a form with a prefix that nothing declares', 'source-config', '<p:Form/>'],
		['JSON that is none', 'connector-metadata', '{ "a": 1, }'],
		['JSON that is no object', 'connector-metadata', '[]'],
		['an emptied translation', 'translations/en', '\n'],
	] as const) {
		test(`of ${what} is not sent, and the text stays`, async () => {
			const document = await open(uri(freshConnector(), part));
			await replaceAll(document, text);
			assert.equal(await document.save(), false);
			assert.ok(document.isDirty);
			assert.equal(document.getText(), text);
			assert.deepEqual(writes(), []);
		});
	}

	for (const [what, part, text, sentence] of [
		[
			'malformed XML',
			'correlation-config',
			'<CorrelationConfig>\n\t<Filter a="b & c"/>\n</CorrelationConfig>',
			/Not saved: & must be written as &amp; \(line 2, column 15\)/,
		],
		[
			'malformed JSON',
			'connector-metadata',
			'{\n"a": }',
			/Not saved: a value is missing \(line 2, column 6\)/,
		],
		['JSON that is no object', 'connector-metadata', '3', /connectorMetadata must be an object/],
		['an empty text', 'source-template', ' ', /Not saved: the document is empty/],
	] as const) {
		test(`says of ${what} what is wrong, and where`, async () => {
			const work = vscode.workspace.fs.writeFile(uri(freshConnector(), part), Buffer.from(text));
			await assert.rejects(Promise.resolve(work), (error: Error) => {
				assert.match(error.message, sentence);
				return error instanceof vscode.FileSystemError;
			});
			assert.deepEqual(writes(), []);
		});
	}

	test('of a malformed text that the tenant has already is no trouble', async () => {
		const scriptName = freshConnector();
		tenant().sample.change(scriptName, connector => (connector.correlationConfig = Buffer.from('<broken')));
		await open(uri(scriptName));
		await vscode.commands.executeCommand('workbench.action.files.save');
		await vscode.workspace.fs.writeFile(uri(scriptName), Buffer.from('<broken'));
		assert.deepEqual(writes(), []);
	});

	test('whose answer gets lost after it arrived counts as saved: the tenant is asked', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		await append(document, '<!-- mine -->');
		tenant().sample.fault({ method: 'PUT' }, { kind: 'reset-after' });
		tenant().sample.forgetRequests();
		assert.equal(await document.save(), true);
		assert.ok(!document.isDirty && stored(scriptName).includes('mine'));
		const path = `/${scriptName}/correlation-config`;
		assert.deepEqual(asked(tenant()).slice(0, 3), [`GET ${path}`, `PUT ${path}`, `GET ${path}`]);
	});

	test('whose answer gets lost before it arrived fails, and works when tried again', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		await append(document, '<!-- mine -->');
		tenant().sample.fault({ method: 'PUT' }, { kind: 'reset-before' });
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty && !stored(scriptName).includes('mine'));
		assert.equal(await document.save(), true);
		assert.ok(stored(scriptName).includes('mine'));
	});

	test('whose answer gets lost while a colleague saves is held back', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		await append(document, '<!-- mine -->');
		const { sample } = tenant();
		sample.fault({ method: 'PUT' }, { kind: 'reset-before' });
		sample.onRequest = ({ method }) => {
			if (method === 'PUT') {
				sample.change(
					scriptName,
					connector => (connector.correlationConfig = Buffer.from(correlation('theirs'))),
				);
			}
		};
		assert.equal(await document.save(), false);
		sample.onRequest = undefined;
		assert.ok(document.isDirty);
		assert.equal(stored(scriptName), correlation('theirs'));
		assert.equal(await document.save(), false, 'VS Code shows the conflict');
		assert.equal(stored(scriptName), correlation('theirs'));
	});

	test('while another one of the same document is under way waits for it, and the last text wins', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		tenant().sample.latency = 200;
		await append(document, '<!-- one -->');
		const first = document.save();
		await aMoment();
		await append(document, '<!-- two -->');
		const second = document.save();
		await append(document, '<!-- three -->');
		const third = document.save();
		assert.deepEqual([await first, await second, await third].at(-1), true);
		await until(() => !document.isDirty, 'everything is saved');
		assert.equal(stored(scriptName), `${correlation('original')}<!-- one --><!-- two --><!-- three -->`);
	});

	test('by a program overwrites, and a clean editor shows what it wrote', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		tenant().sample.change(scriptName, connector => {
			connector.correlationConfig = Buffer.from(correlation('theirs'));
		});
		await vscode.workspace.fs.writeFile(uri(scriptName), Buffer.from(correlation('program')));
		assert.equal(stored(scriptName), correlation('program'));
		await until(() => document.getText() === correlation('program'), 'the editor shows it');
	});

	test('by a program leaves a dirty editor as it is, whose save is then a conflict', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		await append(document, '<!-- mine -->');
		await vscode.workspace.fs
			.writeFile(uri(scriptName), Buffer.from(correlation('program')))
			.then(undefined, () => undefined);
		assert.ok(document.getText().endsWith('<!-- mine -->') && document.isDirty);
		const before = stored(scriptName);
		if (before === correlation('program')) {
			assert.equal(await document.save(), false);
			assert.equal(stored(scriptName), before);
		}
	});

	test('of many documents at once sends each; what fails stays unsaved, and works when tried again', async () => {
		const names = Array.from({ length: 12 }, freshConnector);
		const documents: vscode.TextDocument[] = [];
		for (const name of names) {
			const document = await open(uri(name));
			await append(document, '<!-- all -->');
			documents.push(document);
		}
		const refused = names.slice(3, 6);
		for (const name of refused) {
			tenant().sample.fault(
				{ method: 'PUT', path: new RegExp(`/${name}/`) },
				{ kind: 'answer', status: 500, body: '{}' },
			);
		}
		assert.equal(await vscode.workspace.saveAll(), false);
		assert.deepEqual(
			documents.filter(({ isDirty }) => isDirty).map(document => names[documents.indexOf(document)]),
			refused,
		);
		assert.equal(await vscode.workspace.saveAll(), true);
		assert.ok(names.every(name => stored(name).endsWith('<!-- all -->')));
	});

	test('to a connector that somebody has deleted fails, and the text stays; if it is back, it can be saved', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName));
		await append(document, '<!-- mine -->');
		const connector = tenant().sample.connector(scriptName);
		tenant().sample.remove(scriptName);
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty && document.getText().endsWith('<!-- mine -->'));
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		assert.equal(await document.save(), false, 'also when the tree no longer has it');
		assert.ok(document.isDirty);
		assert.deepEqual(writes(), []);
		tenant().sample.add(connector);
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		await until(
			() => asked(tenant()).some(request => request.endsWith('/correlation-config')),
			'it is looked at',
		);
		assert.equal(await document.save(), true);
		assert.ok(stored(scriptName).endsWith('<!-- mine -->'));
	});

	test('of metadata keeps the way they are laid out', async () => {
		const scriptName = freshConnector();
		const document = await open(uri(scriptName, 'connector-metadata'));
		const text = '{"mine":\n    [1,2]}\n';
		await replaceAll(document, text);
		assert.equal(await document.save(), true);
		await aMoment();
		assert.equal(document.getText(), text);
		assert.deepEqual(tenant().sample.connector(scriptName).connectorMetadata, { mine: [1, 2] });
	});
});

suite('What somebody else changed', () => {
	const tenant = useTenant({ rateLimit: false });
	const uri = () => uriOf(tenant(), 'jdbc-angularsc', 'correlation-config');

	function colleagueSaves(name: string): void {
		tenant().sample.change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(correlation(name));
		});
	}

	test('comes into a clean editor at a refresh, and leaves an unsaved text alone', async () => {
		const document = await open(uri());
		colleagueSaves('theirs');
		await vscode.commands.executeCommand('iscConnectors.connector.refresh', uriNode());
		await until(() => document.getText() === correlation('theirs'), 'the editor shows it');
		await insert(document, '<!-- mine -->');
		colleagueSaves('theirs again');
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		await aMoment();
		assert.equal(document.getText(), `<!-- mine -->${correlation('theirs')}`);
		assert.equal(await document.save(), false, 'VS Code shows the conflict');
	});

	/** What the tree passes to a command on a connector. */
	function uriNode() {
		const parent = { kind: 'tenant', tenant: { id: tenant().id, name: tenant().name } };
		return { kind: 'connector', parent, connector: { scriptName: 'jdbc-angularsc', name: 'JDBC' } };
	}
});
