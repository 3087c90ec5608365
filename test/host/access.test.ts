import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
	addTenant,
	append,
	asked,
	closeEditors,
	open,
	set,
	setInVSCode,
	until,
	uriOf,
	type AddedTenant,
} from './studio';

suite('Access modes', () => {
	let tenant: AddedTenant;

	const puts = () =>
		asked(tenant).filter(request => !request.startsWith('GET') && !request.startsWith('POST /oauth'));

	async function start(access: 'live' | 'ask' | 'read-only'): Promise<void> {
		tenant = await addTenant({ rateLimit: false }, { access });
	}

	teardown(async () => {
		await closeEditors();
		await tenant.sample.stop();
	});

	test('"live": a save is sent', async () => {
		await start('live');
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- live -->');
		assert.equal(await document.save(), true);
		assert.equal(puts().length, 1);
	});

	test('"ask": nothing is sent without an answer, not for an editor and not for a program', async () => {
		await start('ask');
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- asked -->');
		// The test driver answers no dialog, as if it had been cancelled.
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		const uri = uriOf(tenant, 'jdbc-angularsc', 'source-template');
		await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(uri, Buffer.from('<Application/>'))));
		assert.deepEqual(puts(), []);
	});

	test('"read-only": documents say so, and nothing is written by any way', async () => {
		await start('read-only');
		const uri = uriOf(tenant, 'jdbc-angularsc', 'source-config');
		assert.equal((await vscode.workspace.fs.stat(uri)).permissions, vscode.FilePermission.Readonly);
		assert.equal(vscode.workspace.fs.isWritableFileSystem(uri.scheme), true);
		await assert.rejects(
			Promise.resolve(vscode.workspace.fs.writeFile(uri, Buffer.from('<Form/>'))),
			/read-only/i,
		);
		const created = uriOf(tenant, 'jdbc-angularsc', 'translations/nl');
		await assert.rejects(
			Promise.resolve(vscode.workspace.fs.writeFile(created, Buffer.from('a=b'))),
			/is read-only\./,
		);
		assert.deepEqual(puts(), []);
	});
});

suite('Automatic saves', () => {
	let tenant: AddedTenant;

	setup(async () => {
		tenant = await addTenant({ rateLimit: false });
		await setInVSCode('files.autoSaveDelay', 100);
	});

	teardown(async () => {
		await setInVSCode('files.autoSave', 'off');
		await set('save.automatic', undefined);
		await closeEditors();
		await tenant.sample.stop();
	});

	const putCount = () => asked(tenant).filter(request => request.startsWith('PUT')).length;

	test('are not sent, and ask the tenant for nothing; the document stays unsaved until a person saves it', async () => {
		await setInVSCode('files.autoSave', 'afterDelay');
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- typed -->');
		await new Promise(resolve => setTimeout(resolve, 1500));
		const requests = asked(tenant).filter(request => request.endsWith('/jdbc-angularsc/source-config'));
		assert.deepEqual(requests, ['GET /jdbc-angularsc/source-config']);
		assert.ok(document.isDirty);
		assert.equal(await document.save(), true);
		assert.equal(putCount(), 1);
	});

	test('are sent where a person has asked for it', async () => {
		await set('save.automatic', true);
		await setInVSCode('files.autoSave', 'afterDelay');
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- typed -->');
		await until(() => putCount() === 1, 'the text is sent');
	});
});

suite('Refreshing', () => {
	test('a connector brings what a colleague saved into a clean editor', async () => {
		const tenant = await addTenant({ rateLimit: false });
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'correlation-config'));
		tenant.sample.change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from('<CorrelationConfig name="theirs"/>');
		});
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant.id);
		await until(() => document.getText().includes('theirs'), 'the editor shows it');
		await closeEditors();
		await tenant.sample.stop();
	});
});
