import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Studio } from '../../src/commands/studio';
import { limitSentences } from '../../src/commands/connector/deleteQuestions';
import { pickAnotherTenant, restoreQuestion } from '../../src/commands/connector/restoreQuestions';
import { restoredMessage, type RestoredConnector } from '../../src/commands/tenant/restoring';
import type { Tenant } from '../../src/core/api/tenant';
import { aMoment, addTenant, asked, useTenant, type AddedTenant } from './studio';

const run = <T = RestoredConnector>(command: string, options: object) =>
	Promise.resolve(vscode.commands.executeCommand<T>(`iscConnectors.connector.${command}`, options));

suite('Restoring a deleted connector', () => {
	const tenant = useTenant({ rateLimit: false });
	let count = 0;

	/** Makes a connector, with what is changed in it, and deletes it. */
	async function deleted(
		change: Parameters<AddedTenant['sample']['change']>[1] = () => undefined,
	): Promise<string> {
		const name = `Deleted ${++count}`;
		const { id, sample } = tenant();
		const { scriptName } = await run('create', { tenant: id, name, className: 'a.B' });
		sample.change(scriptName, change);
		await run('delete', { tenant: id, scriptName, name });
		sample.forgetRequests();
		return name;
	}

	const restore = (name: string, more: object = {}) =>
		run('restoreDeleted', { tenant: tenant().id, name, ...more });
	const writes = () => asked(tenant()).filter(request => !/^(GET|POST \/oauth)/.test(request));

	test('takes only what was deleted from that very tenant', async () => {
		const name = await deleted();
		const other = await addTenant({ rateLimit: false });
		await assert.rejects(restore(name, { tenant: other.id }), new RegExp(`no backup of ${name} from Tenant`));
		assert.deepEqual(
			asked(other).filter(request => /^(PUT|POST \/?$|POST$)/.test(request)),
			[],
		);
		await other.sample.stop();
	});

	test('that had no class name wants one, and takes it', async () => {
		const name = await deleted(connector => (connector.className = null));
		await assert.rejects(restore(name), /has no Java class.*Pass it as "className"/);
		assert.deepEqual(writes(), []);
		const { scriptName } = await restore(name, { className: 'a.Other' });
		assert.equal(tenant().sample.connector(scriptName).className, 'a.Other');
	});

	test('tells that its status is another one', async () => {
		const name = await deleted(connector => (connector.status = 'DEPRECATED'));
		const restored = await restore(name);
		assert.equal(restored.status, 'DEVELOPMENT');
		const before = { scriptName: restored.scriptName, status: 'DEPRECATED' };
		assert.match(
			restoredMessage(name, 'Acme', { now: restored, before, altered: [] }),
			/Restored .* in Acme\. Its status is DEVELOPMENT \(previously DEPRECATED/,
		);
		assert.doesNotMatch(
			restoredMessage(name, 'Acme', { now: before, before, altered: [] }),
			/status|script name/,
		);
	});

	test('tells which documents the tenant has made other texts of', async () => {
		const name = await deleted(connector => (connector.translations.de = Buffer.from('a=b\n')));
		tenant().sample.fault(
			{ operation: 'putConnectorTranslations' },
			{ kind: 'rewrite', change: text => `# theirs\n${text}` },
		);
		const restored = await restore(name);
		assert.deepEqual(restored.altered, [`${name}/translations/de`]);
		const message = restoredMessage(name, 'Acme', { now: restored, before: restored, altered: ['x'] });
		assert.match(message, /rewrote these documents: x/);
	});

	test('with a status that nobody knows brings it back all the same', async () => {
		const name = await deleted(connector => (connector.status = 'ARCHIVED' as typeof connector.status));
		assert.equal((await restore(name)).status, 'DEVELOPMENT');
	});

	test('whose script name another one has by now creates it beside that one', async () => {
		const name = await deleted();
		const { sample } = tenant();
		const scriptName = name.toLowerCase().replace(' ', '-');
		sample.add({ ...sample.connector('jdbc-angularsc'), scriptName, name: 'Somebody Else’s' });
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		const restored = await restore(name);
		assert.notEqual(restored.scriptName, scriptName);
		assert.equal(sample.connector(restored.scriptName).name, name);
		assert.equal(sample.connector(scriptName).name, 'Somebody Else’s');
	});

	test('sends also a text that a save would refuse, and the tenant decides', async () => {
		const name = await deleted(connector => (connector.correlationConfig = new Uint8Array()));
		await assert.rejects(restore(name), /not completely restored.*correlation-config.*The file is empty/);
		assert.ok(writes().some(request => /^PUT .*correlation-config$/.test(request)));
	});

	test('asks the tenant to take a locale that nobody here knows', async () => {
		const name = await deleted(connector =>
			Object.assign(connector.translations, { 'pt-BR': Buffer.from('a=b\n') }),
		);
		await assert.rejects(restore(name), /not completely restored.*translations\/pt-BR.*not supported/);
		assert.ok(writes().some(request => /^PUT .*translations\/pt-BR$/.test(request)));
	});

	test('whose tenant is not here any more asks for another one, also if there is only one', async () => {
		const only = { id: 'only', name: 'Only', url: undefined, access: 'live' } as Tenant;
		const studio = { tenants: { all: () => [only], nameOf: () => 'Gone' } } as unknown as Studio;
		const kept = { id: 'x', at: new Date(), tenant: 'gone', scriptName: 'x', name: 'X' };
		const picking = pickAnotherTenant(studio, kept);
		await aMoment();
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		assert.equal(await picking, undefined);
		assert.equal(restoreQuestion(studio, kept, only).always, true);
		assert.equal(restoreQuestion(studio, { ...kept, tenant: 'only' }, only).always, undefined);
	});

	test('is told before what it will not bring back', () => {
		const whole = { name: 'Whole', hasNoClassName: false, uploadedFiles: [] };
		assert.deepEqual(limitSentences([whole]), []);
		const lacking = {
			name: 'Lacking',
			hasNoClassName: true,
			uploadedFiles: ['driver.jar', '[x](command:y)'],
		};
		assert.deepEqual(limitSentences([whole, lacking]), [
			'Restoring will ask for the Java class of Lacking.',
			'Uploaded files are not backed up and will be lost: driver.jar and [x] (command:y).',
		]);
	});
});

suite('An access mode that changes while something is under way', () => {
	const tenant = useTenant({ rateLimit: false });

	/** As a person does it: live, ask and read-only are below one another. */
	async function changeToAsk(): Promise<void> {
		const changed = vscode.commands.executeCommand('iscConnectors.tenant.changeAccess', tenant().id);
		await aMoment();
		await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
		await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
		await changed;
	}

	test('holds for a clone that was begun before', async () => {
		const { id, sample } = tenant();
		sample.latency = 1500;
		let changing: Promise<void> | undefined;
		sample.onRequest = ({ operation }) => {
			if (operation === 'getConnector') {
				sample.onRequest = undefined;
				changing = changeToAsk();
			}
		};
		const cloning = run('clone', { tenant: id, scriptName: 'jdbc-angularsc', name: 'Asked First' });
		// The driver of these tests shows no dialog.
		await assert.rejects(cloning, /Create Asked First in/);
		await changing;
		assert.ok(!asked(tenant()).some(request => /^POST (?!\/oauth)/.test(request) || request === 'POST '));
	});
});

suite('A 404 of what is between here and the tenant', () => {
	const tenant = useTenant({ rateLimit: false });
	const page = {
		kind: 'answer',
		status: 404,
		headers: { 'Content-Type': 'text/html' },
		body: '<html><title>Not Found</title></html>',
	} as const;
	const folder = () => vscode.Uri.from({ scheme: 'isc-connector', authority: tenant().id, path: '/' });
	const names = async () => (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);

	test('does not make an unlisted connector be forgotten', async () => {
		const { id, sample } = tenant();
		const { scriptName } = await run('create', { tenant: id, name: 'Unlisted', className: 'a.B' });
		sample.fault({ operation: 'getConnector' }, page, 99);
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		assert.ok((await names()).includes(scriptName));
		sample.clearFaults();
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		assert.ok((await names()).includes(scriptName));
	});

	test('does not make a document be missing', async () => {
		const { id, sample } = tenant();
		sample.fault({ operation: 'getConnectorSourceConfig' }, page, 99);
		const uri = vscode.Uri.from({
			scheme: 'isc-connector',
			authority: id,
			path: '/jdbc-angularsc/source-config.xml',
		});
		const reading = Promise.resolve(vscode.workspace.fs.readFile(uri));
		await assert.rejects(reading, (error: unknown) => {
			assert.ok(error instanceof vscode.FileSystemError);
			assert.notEqual(error.code, 'FileNotFound');
			return true;
		});
	});
});
