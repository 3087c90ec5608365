import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { append, aMoment, asked, insert, open, until, uriOf, useTenant } from './studio';

suite('Saving a document', () => {
	const tenant = useTenant({ rateLimit: false });
	const sourceConfig = (scriptName = 'jdbc-angularsc') => uriOf(tenant(), scriptName, 'source-config');
	const stored = (scriptName = 'jdbc-angularsc') =>
		Buffer.from(tenant().sample.connector(scriptName).sourceConfig).toString();

	test('brings the text to the tenant: one GET and one PUT before it returns, one GET after it', async () => {
		const document = await open(sourceConfig());
		const before = stored();
		await append(document, '<!-- mine -->\n');
		tenant().sample.forgetRequests();
		assert.equal(await document.save(), true);
		const path = '/jdbc-angularsc/source-config';
		// The lenses of an editor list the sources once, whenever they come to it.
		const exchanged = () => asked(tenant()).filter(request => request.endsWith(path));
		assert.deepEqual(exchanged().slice(0, 2), [`GET ${path}`, `PUT ${path}`]);
		assert.equal(document.isDirty, false);
		assert.equal(stored(), `${before}<!-- mine -->\n`);
		await until(() => exchanged().length === 3, 'the text is read back');
		await aMoment();
		assert.deepEqual(exchanged(), [`GET ${path}`, `PUT ${path}`, `GET ${path}`]);
	});

	test('that the tenant refuses leaves the document dirty and the tenant as it was', async () => {
		const document = await open(sourceConfig());
		const before = stored();
		const [, start = ''] = /(sailpoint_form_2_0)/.exec(document.getText()) ?? [];
		const at = document.positionAt(document.getText().indexOf(start));
		await insert(document, 'an_older_', at);
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		assert.equal(stored(), before);
		assert.ok(asked(tenant()).some(request => request.startsWith('PUT')));
	});

	for (const status of [400, 403, 404, 500, 503]) {
		test(`that the tenant answers with ${status} leaves the document dirty, and works when tried again`, async () => {
			const document = await open(sourceConfig());
			await append(document, `<!-- ${status} -->\n`);
			tenant().sample.fault({ method: 'PUT' }, { kind: 'answer', status, body: '{}' });
			assert.equal(await document.save(), false);
			assert.ok(document.isDirty);
			assert.equal(await document.save(), true);
			assert.ok(stored().includes(`<!-- ${status} -->`));
		});
	}

	test('that never reaches the tenant leaves the document dirty', async () => {
		const document = await open(sourceConfig());
		await append(document, '<!-- lost -->\n');
		tenant().sample.fault({ method: 'PUT' }, { kind: 'reset-before' });
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		assert.ok(!stored().includes('lost'));
	});

	test('of what a colleague changed meanwhile is held back, also if the length is the same', async () => {
		const document = await open(sourceConfig());
		await append(document, '<!-- mine -->\n');
		tenant().sample.change('jdbc-angularsc', connector => {
			connector.sourceConfig = Buffer.from(stored().replace('SourceConfig', 'SourceKonfig'));
		});
		const theirs = stored();
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		assert.equal(stored(), theirs);
		assert.ok(!asked(tenant()).some(request => request.startsWith('PUT')));
	});

	test("of a text that the tenant rewrites shows the tenant's text in the clean editor", async () => {
		const document = await open(sourceConfig());
		tenant().sample.fault(
			{ method: 'PUT' },
			{ kind: 'rewrite', change: text => `${text}<!-- checked -->\n` },
		);
		await append(document, '<!-- rewritten -->\n');
		assert.equal(await document.save(), true);
		await until(
			() => document.getText().endsWith('<!-- checked -->\n'),
			'the editor shows the rewritten text',
		);
		assert.equal(document.isDirty, false);
	});

	for (const command of ['workbench.action.files.save', 'workbench.action.files.saveWithoutFormatting']) {
		test(`an unchanged document never goes over what a colleague changed: ${command}`, async () => {
			await open(sourceConfig('servicenow-saas'));
			tenant().sample.change('servicenow-saas', connector => {
				connector.sourceConfig = Buffer.from(`${stored('servicenow-saas')}<!-- theirs -->`);
			});
			const theirs = stored('servicenow-saas');
			// VS Code's promise waits for the person whom it has asked what to do.
			void vscode.commands.executeCommand(command);
			await aMoment();
			assert.equal(stored('servicenow-saas'), theirs);
		});
	}

	test('an unchanged document sends nothing', async () => {
		await open(sourceConfig());
		await vscode.commands.executeCommand('workbench.action.files.save');
		await aMoment();
		assert.ok(!asked(tenant()).some(request => request.startsWith('PUT')));
	});

	test('a translation goes to its locale', async () => {
		const document = await open(uriOf(tenant(), 'jdbc-angularsc', 'translations/de'));
		await insert(document, '# von mir\n');
		assert.equal(await document.save(), true);
		const text = Buffer.from(tenant().sample.connector('jdbc-angularsc').translations.de ?? []).toString();
		assert.ok(text.includes('# von mir\n'));
	});

	test('the metadata are patched where they changed, and nowhere else', async () => {
		const document = await open(uriOf(tenant(), 'jdbc-angularsc', 'connector-metadata'));
		assert.equal(document.languageId, 'json');
		const all = new vscode.Range(0, 0, document.lineCount, 0);
		const edit = new vscode.WorkspaceEdit();
		const metadata = JSON.parse(document.getText()) as Record<string, unknown>;
		edit.replace(document.uri, all, `${JSON.stringify({ ...metadata, owner: 'me' }, undefined, '\t')}\n`);
		await vscode.workspace.applyEdit(edit);
		assert.equal(await document.save(), true);
		const patch =
			tenant().sample.requests.find(({ method }) => method === 'PATCH') ?? assert.fail('no PATCH');
		assert.deepEqual(JSON.parse(Buffer.from(patch.body).toString()), [
			{ op: 'add', path: '/connectorMetadata/owner', value: 'me' },
		]);
		assert.deepEqual(tenant().sample.connector('jdbc-angularsc').connectorMetadata, {
			...metadata,
			owner: 'me',
		});
	});

	test('metadata that are no JSON object are not sent', async () => {
		const document = await open(uriOf(tenant(), 'jdbc-angularsc', 'connector-metadata'));
		await insert(document, '{');
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		assert.ok(!asked(tenant()).some(request => request.startsWith('PATCH')));
	});
});

suite('The bytes of a document', () => {
	const tenant = useTenant({ rateLimit: false });
	let count = 0;

	/** A connector of its own with this English translation. */
	function connectorWith(bytes: Uint8Array): string {
		const { sample } = tenant();
		const scriptName = `bytes-${++count}`;
		sample.add({
			...sample.connector('jdbc-angularsc'),
			scriptName,
			name: scriptName,
			translations: { en: bytes },
		});
		return scriptName;
	}

	const texts: readonly (readonly [string, Buffer])[] = [
		['a BOM', Buffer.from('\uFEFFkey=value\n')],
		['CRLF', Buffer.from('a=1\r\nb=2\r\n')],
		['a BOM and CRLF', Buffer.from('\uFEFFa=1\r\nb=2\r\n')],
		['no line end at the end', Buffer.from('a=1\nb=2')],
		['characters outside the BMP', Buffer.from('key=😀 𝒳\n')],
		['0 bytes', Buffer.alloc(0)],
		['10 MB', Buffer.alloc(10_000_000, 'key=a value of a certain length\n')],
	];
	for (const [what, bytes] of texts) {
		test(`${what} survive an edit and a save`, async () => {
			const scriptName = connectorWith(bytes);
			const document = await open(uriOf(tenant(), scriptName, 'translations/en'));
			await append(document, '#');
			assert.equal(await document.save(), true);
			const stored = Buffer.from(tenant().sample.connector(scriptName).translations.en ?? []);
			assert.ok(stored.equals(Buffer.concat([bytes, Buffer.from('#')])));
			await until(() => asked(tenant()).at(-1)?.startsWith('GET') ?? false, 'the text is read back');
		});
	}
});
