import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addTenant, aMoment, append, asked, open, until, uriOf, useTenant, type AddedTenant } from './studio';

const save = () => vscode.commands.executeCommand('iscConnectors.document.save');

suite('Save to Tenant', () => {
	const tenant = useTenant({ rateLimit: false });
	const template = () => uriOf(tenant(), 'jdbc-angularsc', 'source-template');
	const path = '/jdbc-angularsc/source-template';
	const ofDocument = () => asked(tenant()).filter(request => request.endsWith(path));
	const stored = () => Buffer.from(tenant().sample.connector('jdbc-angularsc').sourceTemplate).toString();

	test('costs the tenant one GET and one PUT before it returns, and one GET after it', async () => {
		const document = await open(template());
		await append(document, '<!-- mine -->');
		tenant().sample.forgetRequests();
		await save();
		assert.deepEqual(ofDocument().slice(0, 2), [`GET ${path}`, `PUT ${path}`]);
		assert.equal(document.isDirty, false);
		assert.match(stored(), /mine/);
		await until(() => ofDocument().length === 3, 'the text is read back');
		await aMoment();
		assert.deepEqual(ofDocument(), [`GET ${path}`, `PUT ${path}`, `GET ${path}`]);
	});

	test('sends what was typed between two presses, with the second', async () => {
		const document = await open(template());
		tenant().sample.latency = 200;
		await append(document, '<!-- one -->');
		const first = save();
		await append(document, '<!-- two -->');
		await Promise.all([first, save(), save()]);
		assert.equal(document.isDirty, false);
		assert.match(stored(), /one.*two/);
	});

	test('of what a colleague has changed sends nothing', async () => {
		const document = await open(template());
		await append(document, '<!-- mine -->');
		const theirs = stored().replace('<Application', '<Application  ');
		tenant().sample.change('jdbc-angularsc', connector => (connector.sourceTemplate = Buffer.from(theirs)));
		tenant().sample.forgetRequests();
		await save();
		assert.ok(document.isDirty);
		assert.equal(stored(), theirs);
	});

	test('of a document without changes shows what a colleague has changed, and sends nothing', async () => {
		const document = await open(template());
		const theirs = `${stored()}<!-- theirs -->`;
		tenant().sample.change('jdbc-angularsc', connector => (connector.sourceTemplate = Buffer.from(theirs)));
		tenant().sample.forgetRequests();
		await save();
		await until(() => document.getText().endsWith('<!-- theirs -->'), 'the editor shows it');
		assert.ok(asked(tenant()).every(request => request.startsWith('GET')));
	});

	test('of any other file is VS Code’s own', async () => {
		const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail('no folder');
		const uri = vscode.Uri.joinPath(folder.uri, 'other.txt');
		await vscode.workspace.fs.writeFile(uri, Buffer.from('one'));
		const document = await open(uri);
		await append(document, ' two');
		await save();
		assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString(), 'one two');
		await vscode.workspace.fs.delete(uri);
	});
});

suite('Save to Tenant where one is asked', () => {
	let tenant: AddedTenant;

	suiteSetup(async () => {
		tenant = await addTenant({ rateLimit: false }, { access: 'ask' });
	});

	suiteTeardown(() => tenant.sample.stop());

	// The test driver answers no question, as if there was nobody.
	test('sends nothing without an answer, and is no error', async () => {
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'source-template'));
		await append(document, '<!-- mine -->');
		tenant.sample.forgetRequests();
		await save();
		assert.ok(document.isDirty);
		assert.deepEqual(
			asked(tenant).filter(request => request.endsWith('/source-template')),
			['GET /jdbc-angularsc/source-template'],
		);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});
