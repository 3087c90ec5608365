import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { scheme } from '../../src/core/remote/documentPath';
import { FileSystemStart } from '../../src/documents/fileSystemStart';
import {
	addTenant,
	aMoment,
	append,
	asked,
	folderOf,
	letProgramsWrite,
	open,
	until,
	uriOf,
	useTenant,
} from './studio';

function assertRefused(work: Thenable<unknown>, message: RegExp): Promise<void> {
	return assert.rejects(Promise.resolve(work), (error: Error) => {
		assert.match(error.message, message);
		return true;
	});
}

suite('The file system', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();
	const { fs } = vscode.workspace;

	test('lists connectors, documents and locales', async () => {
		const names = async (uri: vscode.Uri) => (await fs.readDirectory(uri)).map(([name]) => name);
		const connectors = await names(folderOf(tenant()));
		assert.ok(connectors.length >= 40 && connectors.includes('jdbc-angularsc'));
		assert.deepEqual(await names(folderOf(tenant(), 'jdbc-angularsc')), [
			'source-config.xml',
			'source-template.xml',
			'correlation-config.xml',
			'connector-metadata.json',
			'translations',
		]);
		const translations = vscode.Uri.joinPath(folderOf(tenant(), 'jdbc-angularsc'), 'translations');
		const existing = Object.keys(tenant().sample.connector('jdbc-angularsc').translations);
		assert.deepEqual(
			(await names(translations)).sort(),
			existing.map(locale => `${locale}.properties`).sort(),
		);
	});

	test('is case-sensitive', async () => {
		const upper = uriOf(tenant(), 'JDBC-angularsc', 'source-config');
		await assertRefused(fs.stat(upper), /./);
	});

	test('knows a connector that the list does not show', async () => {
		tenant().sample.change('jdbc-angularsc', connector => (connector.status = 'DEVELOPMENT'));
		assert.equal((await fs.stat(folderOf(tenant(), 'jdbc-angularsc'))).type, vscode.FileType.Directory);
		tenant().sample.change('jdbc-angularsc', connector => (connector.status = 'RELEASED'));
	});

	test('does not ask the tenant for what VS Code looks for in every folder', async () => {
		for (const path of ['.vscode/settings.json', '.git', '.vscode']) {
			for (const folder of [folderOf(tenant()), folderOf(tenant(), 'jdbc-angularsc')]) {
				await assertRefused(fs.stat(vscode.Uri.joinPath(folder, path)), /./);
			}
		}
		assert.deepEqual(asked(tenant()), []);
	});

	test('loads what follows saves with an open document, which VS Code may save before it asks for its file', async () => {
		await open(uriOf(tenant(), 'jdbc-angularsc', 'connector-metadata'));
		let loaded = 0;
		const files = new FileSystemStart(
			() => new vscode.Disposable(() => undefined),
			() => Promise.reject(new Error(`loaded ${++loaded} times`)),
			() => undefined,
		);
		try {
			const documents = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
			assert.ok(documents.length > 0);
			assert.equal(loaded, documents.length);
			await open(uriOf(tenant(), 'workday', 'source-config'));
			assert.equal(loaded, documents.length + 1);
			await vscode.workspace.openTextDocument();
			assert.equal(loaded, documents.length + 1);
		} finally {
			files.dispose();
		}
	});

	test('creates the translation of a supported locale', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'translations/nl');
		await assertRefused(fs.stat(uri), /./);
		await fs.writeFile(uri, Buffer.from('HostURL=Host-URL\n'));
		assert.equal(
			Buffer.from(tenant().sample.connector('jdbc-angularsc').translations.nl ?? []).toString(),
			'HostURL=Host-URL\n',
		);
		const translations = vscode.Uri.joinPath(uri, '..');
		assert.ok((await fs.readDirectory(translations)).some(([name]) => name === 'nl.properties'));
	});

	test('sends a translation that the Explorer or Save As makes once, with its first text', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'translations/fi');
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(uri);
		assert.ok(await vscode.workspace.applyEdit(edit));
		const document = await open(uri);
		assert.equal(document.getText(), '');
		const names = (await fs.readDirectory(vscode.Uri.joinPath(uri, '..'))).map(([name]) => name);
		assert.ok(names.includes('fi.properties'));
		await vscode.commands.executeCommand('workbench.action.files.save');
		const puts = () => asked(tenant()).filter(request => request.startsWith('PUT'));
		assert.deepEqual(puts(), [], 'an empty one is not sent: the service could never delete it');
		await append(document, 'HostURL=Palvelin\n');
		assert.equal(await document.save(), true);
		assert.deepEqual(puts(), ['PUT /jdbc-angularsc/translations/fi']);
		const text = tenant().sample.connector('jdbc-angularsc').translations.fi;
		assert.equal(Buffer.from(text ?? []).toString(), 'HostURL=Palvelin\n');
	});

	test('keeps the text of a new translation in its editor if it cannot be sent', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'translations/sv');
		await fs.writeFile(uri, new Uint8Array());
		const document = await open(uri);
		await append(document, 'HostURL=Server\n');
		tenant().sample.fault({ method: 'PUT' }, { kind: 'answer', status: 400, headers: {}, body: '{}' });
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		assert.equal(tenant().sample.connector('jdbc-angularsc').translations.sv, undefined);
		assert.equal(await document.save(), true);
		assert.ok(tenant().sample.connector('jdbc-angularsc').translations.sv);
	});

	test('forgets a new translation that got no text when its editor is closed', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'translations/ru');
		await fs.writeFile(uri, new Uint8Array());
		await vscode.commands.executeCommand('vscode.open', uri);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		const isGone = () =>
			fs.stat(uri).then(
				() => false,
				() => true,
			);
		for (let tries = 0; tries < 100 && !(await isGone()); tries++) {
			await aMoment(); // VS Code keeps a closed text for a while.
		}
		assert.ok(await isGone());
		assert.equal(tenant().sample.connector('jdbc-angularsc').translations.ru, undefined);
	});

	test('does not take the English fallback for a translation that exists', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'translations/ko');
		await assertRefused(fs.readFile(uri), /./);
		await assertRefused(Promise.resolve(vscode.workspace.openTextDocument(uri)), /./);
	});

	for (const [what, file] of [
		['a locale that the service does not support', 'translations/xx.properties'],
		['another file', 'notes.txt'],
		['a file in a folder of its own', 'more/source-config.xml'],
	] as const) {
		test(`refuses to create ${what}, and says why`, async () => {
			const uri = vscode.Uri.joinPath(folderOf(tenant(), 'jdbc-angularsc'), file);
			await assertRefused(
				fs.writeFile(uri, Buffer.from('x')),
				file.includes('xx') ? /supported language/ : /./,
			);
			assert.ok(!asked(tenant()).some(request => request.startsWith('PUT')));
		});
	}

	test('refuses to rename, delete and make folders, with a reason, and asks nothing', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'source-config');
		await open(uri);
		tenant().sample.forgetRequests();
		await assertRefused(
			fs.rename(uri, vscode.Uri.joinPath(uri, '../other.xml')),
			/cannot be renamed or moved/,
		);
		await assertRefused(fs.delete(uri), /cannot be deleted/);
		await assertRefused(
			fs.createDirectory(vscode.Uri.joinPath(folderOf(tenant(), 'jdbc-angularsc'), 'more')),
			/Folders cannot be created/,
		);
		assert.ok(asked(tenant()).every(request => request.startsWith('GET')));
	});

	test('tells of a tenant that is not there how to get it', async () => {
		const uri = vscode.Uri.from({
			scheme: 'isc-connector',
			authority: 'nobody.example',
			path: '/a/source-config.xml',
		});
		await assertRefused(fs.readFile(uri), /Unknown tenant nobody\.example/);
	});

	for (const scriptName of [
		'with space',
		'100%',
		'a#b',
		'a?b',
		'a/b',
		'.hidden',
		'Größe-ж-漢',
		'3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	]) {
		test(`opens and saves a connector whose script name is ${scriptName}`, async () => {
			const { sample } = tenant();
			sample.add({ ...sample.connector('servicenow-saas'), scriptName, name: `Named ${scriptName}` });
			const document = await open(uriOf(tenant(), scriptName, 'source-config'));
			await append(document, `<!-- ${scriptName} -->`);
			assert.equal(await document.save(), true);
			assert.ok(
				Buffer.from(sample.connector(scriptName).sourceConfig).toString().endsWith(`<!-- ${scriptName} -->`),
			);
			await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
			const folders = (await fs.readDirectory(folderOf(tenant()))).map(([name]) => name);
			const folder = folders.find(
				name =>
					vscode.Uri.joinPath(folderOf(tenant()), name).toString() ===
					folderOf(tenant(), scriptName).toString(),
			);
			assert.ok(folder, 'the connector is in the list');
			assert.equal((await fs.readDirectory(vscode.Uri.joinPath(folderOf(tenant()), folder))).length, 5);
		});
	}
});

suite('Several tenants', () => {
	const one = useTenant({ rateLimit: false });
	const other = useTenant({ rateLimit: false });

	test('with the same script name never share a document', async () => {
		const here = await open(uriOf(one(), 'jdbc-angularsc', 'source-config'));
		const there = await open(uriOf(other(), 'jdbc-angularsc', 'source-config'));
		assert.notEqual(here.uri.toString(), there.uri.toString());
		await append(here, '<!-- only here -->');
		assert.equal(await here.save(), true);
		await aMoment();
		const text = ({ sample }: ReturnType<typeof one>) =>
			Buffer.from(sample.connector('jdbc-angularsc').sourceConfig).toString();
		assert.ok(text(one()).includes('only here'));
		assert.ok(!text(other()).includes('only here'));
		assert.ok(!asked(other()).some(request => request.startsWith('PUT')));
	});

	test('can be added by a program with the version of the API that they have', async () => {
		const added = await addTenant({}, { version: 'v2025' });
		await vscode.workspace.fs.readDirectory(folderOf(added));
		const listed = added.sample.requests.filter(({ path }) => path.includes('/connectors'));
		assert.ok(listed.length > 0 && listed.every(({ path }) => path.startsWith('/v2025/')));
		await added.sample.stop();
	});

	test('cannot be added twice, nor under the same name', async () => {
		const add = (options: object) => vscode.commands.executeCommand('iscConnectors.tenant.add', options);
		const { url, clientId, clientSecret } = one().sample;
		await assertRefused(add({ name: 'Again', url, clientId, clientSecret }), /already been added/);
		const third = await addTenant();
		await third.sample.stop();
		await assertRefused(
			add({ name: third.name, url: 'https://acme.identitynow.com', clientId, clientSecret }),
			/name/,
		);
	});

	test('are not kept if the credentials do not work', async () => {
		const { url, clientId } = other().sample;
		const elsewhere = url.replace('127.0.0.1', 'localhost');
		const add = vscode.commands.executeCommand('iscConnectors.tenant.add', {
			name: 'Wrong',
			url: elsewhere,
			clientId,
			clientSecret: 'wrong',
		});
		await assertRefused(add, /client secret/);
		const uri = vscode.Uri.from({ scheme: 'isc-connector', authority: new URL(elsewhere).host, path: '/' });
		await assertRefused(vscode.workspace.fs.readDirectory(uri), /Unknown tenant .*/);
	});
});

suite('A workspace folder', () => {
	const tenant = useTenant({ rateLimit: false });

	/** VS Code takes the next change only after the event for the last one. */
	async function afterChange(change: () => unknown): Promise<void> {
		const changed = new Promise(resolve => {
			const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => resolve(listener.dispose()));
		});
		await change();
		await changed;
	}

	function changeFolders(start: number, remove: number, ...uris: vscode.Uri[]): Promise<void> {
		const folders = uris.map(uri => ({ uri }));
		return afterChange(() => assert.ok(vscode.workspace.updateWorkspaceFolders(start, remove, ...folders)));
	}

	test('may be a connector or a tenant', async () => {
		const count = vscode.workspace.workspaceFolders?.length ?? 0;
		await changeFolders(count, 0, folderOf(tenant(), 'jdbc-angularsc'), folderOf(tenant()));
		const { uri } = await open(uriOf(tenant(), 'jdbc-angularsc', 'source-config'));
		assert.equal(
			vscode.workspace.getWorkspaceFolder(uri)?.uri.toString(),
			folderOf(tenant(), 'jdbc-angularsc').toString(),
		);
		await changeFolders(count, 2);
	});

	test('has the name of the connector, also if a program has given its script name or its folder', async () => {
		const scriptName = 'jdbc-angularsc';
		const count = vscode.workspace.workspaceFolders?.length ?? 0;
		for (const argument of [{ tenant: tenant().id, scriptName }, folderOf(tenant(), scriptName)]) {
			await afterChange(() => vscode.commands.executeCommand('iscConnectors.workspaceFolder.add', argument));
			assert.equal(vscode.workspace.workspaceFolders?.at(-1)?.name, `JDBC (${tenant().name})`);
			await changeFolders(count, 1);
		}
	});
});

suite('The embedded sample tenant', () => {
	test('is there once it is asked for, and needs nothing else', async () => {
		await vscode.commands.executeCommand('iscConnectors.tenant.trySample');
		const root = vscode.Uri.from({ scheme: 'isc-connector', authority: 'sample', path: '/' });
		await until(
			() => vscode.workspace.getConfiguration('iscConnectors.sampleTenant').get('enabled') === true,
			'it is on',
		);
		assert.ok((await vscode.workspace.fs.readDirectory(root)).length >= 40);
		const document = await open(vscode.Uri.joinPath(root, 'jdbc-angularsc', 'source-config.xml'));
		assert.equal(document.languageId, 'xml');
		await append(document, '<!-- kept -->');
		assert.equal(await document.save(), true);
	});

	test('is called by its name where it rejects something', async () => {
		await vscode.commands.executeCommand('iscConnectors.tenant.trySample');
		await assert.rejects(
			Promise.resolve(vscode.commands.executeCommand('iscConnectors.tenant.filter', 'sample', 'type eq')),
			/^(Error: )?Sample Tenant /,
		);
	});
});
