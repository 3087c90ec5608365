import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseXml } from '../../src/core/xml/parse';
import { addTenant, asked, closeEditors, folderOf, open, uriOf, useTenant, type AddedTenant } from './studio';

interface Handle {
	readonly tenant: string;
	readonly scriptName: string;
	readonly name: string;
}

const run = <T = Handle>(command: string, options: object) =>
	Promise.resolve(vscode.commands.executeCommand<T>(`iscConnectors.connector.${command}`, options));

const writes = (tenant: AddedTenant) =>
	asked(tenant).filter(request => !request.startsWith('GET') && !request.startsWith('POST /oauth'));

/** As the service says it. */
const gone = {
	kind: 'answer',
	status: 404,
	body: JSON.stringify({ detailCode: '404.0 Not Found', messages: [{ text: 'There is none.' }] }),
} as const;

async function scriptNames(tenant: AddedTenant): Promise<string[]> {
	return (await vscode.workspace.fs.readDirectory(folderOf(tenant))).map(([name]) => name);
}

suite('Creating a connector', () => {
	const tenant = useTenant({ rateLimit: false });
	const className = 'sailpoint.connector.OpenConnectorAdapter';
	const create = (options: object) => run('create', { tenant: tenant().id, className, ...options });

	test('gives its script name, and keeps it among the connectors though the service does not list it', async () => {
		const handle = await create({ name: 'Turnstile', directConnect: false });
		assert.deepEqual(handle, { tenant: tenant().id, scriptName: 'turnstile', name: 'Turnstile' });
		const { status, type, directConnect } = tenant().sample.connector('turnstile');
		assert.deepEqual([status, type, directConnect], ['DEVELOPMENT', 'custom Turnstile', false]);
		assert.ok((await scriptNames(tenant())).includes('turnstile'));
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		assert.ok((await scriptNames(tenant())).includes('turnstile'), 'also after a refresh');
	});

	test('begins its documents with a well-formed text where the service has given it none', async () => {
		tenant().sample.onRequest = ({ method, path }) => {
			if (method === 'GET' && path.endsWith('/blank-start/source-config')) {
				tenant().sample.onRequest = undefined;
				tenant().sample.change('blank-start', connector => {
					connector.sourceConfig = new Uint8Array();
					connector.sourceTemplate = Buffer.from('\n');
					connector.correlationConfig = new Uint8Array();
				});
			}
		};
		await create({ name: 'Blank Start', type: 'A & "B"' });
		const { sourceConfig, sourceTemplate, correlationConfig } = tenant().sample.connector('blank-start');
		for (const text of [sourceConfig, sourceTemplate, correlationConfig].map(bytes =>
			Buffer.from(bytes).toString(),
		)) {
			assert.deepEqual(parseXml(text).problems, []);
			assert.match(text, /Blank Start/);
		}
		assert.match(Buffer.from(sourceConfig).toString(), /connectorName="A &amp; &quot;B&quot;"/);
	});

	test('with a name that is taken asks the service nothing', async () => {
		await assert.rejects(create({ name: 'jdbc' }), /A connector named JDBC already exists/);
		assert.deepEqual(writes(tenant()), []);
	});

	test('with a name that only the service knows to be taken tells its words (400)', async () => {
		tenant().sample.change('workday', connector => (connector.status = 'DEVELOPMENT'));
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		await assert.rejects(create({ name: 'Workday' }), /exists already/);
	});

	test('without a class name or with a blank name asks the service nothing', async () => {
		await assert.rejects(create({ name: 'No Class', className: ' ' }), /Enter a Java class/);
		await assert.rejects(create({ name: '  ' }), /Enter a name/);
		assert.deepEqual(writes(tenant()), []);
	});

	test('of which the answer got lost does not pass for created, nor for not created', async () => {
		tenant().sample.fault({ method: 'POST', operation: 'createCustomConnector' }, { kind: 'reset-after' });
		await assert.rejects(
			create({ name: 'Lost Answer' }),
			/did not answer, but now has a connector named Lost Answer \(lost-answer\)/,
		);
		tenant().sample.fault({ method: 'POST', operation: 'createCustomConnector' }, { kind: 'reset-before' });
		await assert.rejects(create({ name: 'Never Arrived' }), /may still create Never Arrived/);
		assert.equal(
			writes(tenant()).filter(request => request.startsWith('POST')).length,
			2,
			'no POST is repeated',
		);
	});

	test('in a tenant that is read-only here sends nothing', async () => {
		const other = await addTenant({ rateLimit: false }, { access: 'read-only' });
		await assert.rejects(run('create', { tenant: other.id, className, name: 'New' }), /read-only/);
		assert.deepEqual(writes(other), []);
		await other.sample.stop();
	});

	test('in a tenant that asks creates nothing without an answer', async () => {
		const other = await addTenant({ rateLimit: false }, { access: 'ask' });
		// The driver of these tests shows no dialog.
		await assert.rejects(run('create', { tenant: other.id, className, name: 'New' }), /Create New in/);
		assert.deepEqual(writes(other), []);
		await other.sample.stop();
	});
});

suite('Cloning a connector', () => {
	const tenant = useTenant({ rateLimit: false });

	test('copies its documents byte by byte, its locales and its metadata', async () => {
		tenant().sample.change('servicenow-saas', connector => {
			connector.sourceConfig = Buffer.concat([connector.sourceConfig, Buffer.from('<!-- \r\n -->\r\n')]);
			connector.connectorMetadata = { ...connector.connectorMetadata, nested: { list: [1, 'two'] } };
		});
		const { id } = tenant();
		const handle = await run('clone', {
			tenant: id,
			scriptName: 'servicenow-saas',
			name: 'Our ServiceNow',
			className: 'a.B',
		});
		assert.equal(handle.scriptName, 'our-servicenow');
		const [one, other] = ['servicenow-saas', 'our-servicenow'].map(name => tenant().sample.connector(name));
		assert.deepEqual(
			[other?.sourceConfig, other?.sourceTemplate, other?.correlationConfig].map(bytes =>
				Buffer.from(bytes!),
			),
			[one?.sourceConfig, one?.sourceTemplate, one?.correlationConfig].map(bytes => Buffer.from(bytes!)),
		);
		assert.deepEqual(textsOf(other?.translations), textsOf(one?.translations));
		assert.deepEqual(other?.connectorMetadata, one?.connectorMetadata);
	});

	test('that has no class name, which the service would not create, says so', async () => {
		const options = { tenant: tenant().id, scriptName: 'servicenow-saas', name: 'Classless' };
		await assert.rejects(run('clone', options), /Classless has no Java class/);
	});

	test('into another tenant asks that one, and leaves the first as it is', async () => {
		const other = await addTenant({ rateLimit: false });
		other.sample.remove('jdbc-angularsc');
		await vscode.commands.executeCommand('iscConnectors.tenants.refresh');
		const options = { tenant: tenant().id, toTenant: other.id, scriptName: 'jdbc-angularsc', name: 'JDBC' };
		const { scriptName } = await run('clone', options);
		assert.deepEqual(writes(tenant()), []);
		assert.deepEqual(
			Buffer.from(other.sample.connector(scriptName).sourceConfig),
			Buffer.from(tenant().sample.connector('jdbc-angularsc').sourceConfig),
		);
		await other.sample.stop();
	});

	test('can be undone as a whole: the new connector goes, and a copy of it is kept', async () => {
		const { id, sample } = tenant();
		await run('clone', { tenant: id, scriptName: 'jdbc-angularsc', name: 'Short-lived' });
		assert.ok(sample.connector('short-lived'));
		await vscode.commands.executeCommand('iscConnectors.transfer.undo', { tenant: id });
		assert.throws(() => sample.connector('short-lived'));
		const { scriptName } = await run('restoreDeleted', { tenant: id, name: 'Short-lived' });
		assert.equal(scriptName, 'short-lived');
	});
});

suite('Deleting a connector', () => {
	const tenant = useTenant({ rateLimit: false });
	const badge = '6f2c1b7e-93d4-4a58-8e0b-2d7f5c9a1e36';
	const remove = (options: object) =>
		run<object>('delete', { tenant: tenant().id, acceptEffects: true, ...options });
	const nameOf = (scriptName: string) => tenant().sample.connector(scriptName).name;

	test('wants its name, exactly', async () => {
		await assert.rejects(remove({ scriptName: badge, name: 'badge' }), /The name does not match/);
		assert.deepEqual(writes(tenant()), []);
	});

	test('keeps all of it first, so that it can be created again, byte by byte', async () => {
		const before = tenant().sample.connector(badge);
		await remove({ scriptName: badge, name: before.name });
		assert.throws(() => tenant().sample.connector(badge));
		assert.ok(!(await scriptNames(tenant())).includes(badge));
		const handle = await run('restoreDeleted', { tenant: tenant().id, name: before.name });
		const after = tenant().sample.connector(handle.scriptName);
		assert.deepEqual(Buffer.from(after.sourceConfig), Buffer.from(before.sourceConfig));
		assert.deepEqual(textsOf(after.translations), textsOf(before.translations));
		assert.deepEqual(after.connectorMetadata, before.connectorMetadata);
		assert.equal(after.className, before.className);
	});

	test('keeps also a document that the service does not find by itself, as its detail tells it', async () => {
		const handle = await run('create', { tenant: tenant().id, name: 'Half Found', className: 'a.B' });
		const before = tenant().sample.connector(handle.scriptName);
		tenant().sample.fault({ operation: 'getConnectorSourceTemplate' }, gone);
		await remove({ scriptName: handle.scriptName, name: 'Half Found' });
		const { scriptName } = await run('restoreDeleted', { tenant: tenant().id, name: 'Half Found' });
		const after = tenant().sample.connector(scriptName);
		assert.deepEqual(Buffer.from(after.sourceTemplate), Buffer.from(before.sourceTemplate));
	});

	test('whose script name another connector has by now deletes nothing', async () => {
		const handle = await run('create', { tenant: tenant().id, name: 'Replaced', className: 'a.B' });
		tenant().sample.change(handle.scriptName, connector => (connector.name = 'Somebody Else’s'));
		await assert.rejects(
			remove({ scriptName: handle.scriptName, name: 'Replaced' }),
			/no longer has the connector Replaced/,
		);
		assert.ok(tenant().sample.connector(handle.scriptName));
	});

	test('of the product is refused by the service, in its words, and no copy is left', async () => {
		await assert.rejects(remove({ scriptName: 'workday', name: 'Workday' }), /not a custom one/);
		await assert.rejects(
			run('restoreDeleted', { tenant: tenant().id, name: 'Workday' }),
			/no backup of Workday/,
		);
	});

	test('that is gone already says so', async () => {
		const parking = 'northwind-parking-8842';
		const name = nameOf(parking);
		assert.ok((await scriptNames(tenant())).includes(parking));
		tenant().sample.remove(parking);
		await assert.rejects(
			remove({ scriptName: parking, name }),
			/no longer has the connector Northwind Parking/,
		);
		assert.ok(!(await scriptNames(tenant())).includes(parking));
	});

	test('of which the answer got lost is looked up', async () => {
		const handle = await run('create', { tenant: tenant().id, name: 'Lost', className: 'a.B' });
		tenant().sample.fault({ method: 'DELETE' }, { kind: 'reset-after' });
		await remove({ scriptName: handle.scriptName, name: 'Lost' });
		assert.throws(() => tenant().sample.connector(handle.scriptName));
		assert.equal(writes(tenant()).filter(request => request.startsWith('DELETE')).length, 1);
	});

	test('leaves unsaved texts in their editors', async () => {
		const handle = await run('create', { tenant: tenant().id, name: 'Edited', className: 'a.B' });
		const document = await open(uriOf(tenant(), handle.scriptName, 'source-config'));
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, new vscode.Position(0, 0), '<!-- mine -->');
		await vscode.workspace.applyEdit(edit);
		await remove({ scriptName: handle.scriptName, name: nameOf(handle.scriptName) });
		assert.ok(document.isDirty);
		assert.match(document.getText(), /mine/);
		await closeEditors();
	});
});

function textsOf(translations: Readonly<Record<string, Uint8Array>> | undefined): Record<string, string> {
	return Object.fromEntries(
		Object.entries(translations ?? {}).map(([locale, bytes]) => [locale, Buffer.from(bytes).toString()]),
	);
}
