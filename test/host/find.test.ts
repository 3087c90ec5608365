import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RecentDocuments } from '../../src/documents/recentDocuments';
import { Memory } from './memory';
import { aMoment, asked, folderOf, open, until, uriOf, useTenant, type AddedTenant } from './studio';

const run = (command: string, ...args: unknown[]) =>
	Promise.resolve(vscode.commands.executeCommand(`iscConnectors.${command}`, ...args));
const shownUri = () => vscode.window.activeTextEditor?.document.uri.toString();

/** The filters that the tenant was asked to list by, each once. */
function filtersAsked({ sample }: AddedTenant): (string | null)[] {
	const queries = sample.requests
		.filter(({ operation }) => operation === 'getConnectorList')
		.map(({ path }) => new URL(path, sample.url).searchParams.get('filters'));
	return [...new Set(queries)];
}

suite('Opening', () => {
	const tenant = useTenant({ rateLimit: false });
	const hidden = 'northwind-parking-8842';
	const sourceConfig = (scriptName: string) => uriOf(tenant(), scriptName, 'source-config');
	const place = (scriptName: string) => ({ tenant: tenant().id, scriptName });
	const listed = async () =>
		(await vscode.workspace.fs.readDirectory(folderOf(tenant()))).map(([name]) => name);

	suiteSetup(() => tenant().sample.change(hidden, connector => (connector.status = 'DEVELOPMENT')));

	test('a connector opens its source-config without asking', async () => {
		await run('connector.open', place('jdbc-angularsc'));
		assert.equal(shownUri(), sourceConfig('jdbc-angularsc').toString());
	});

	test('a document is opened by its URI, or by what a URI looks like as text', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'translations/de');
		await run('document.open', uri);
		assert.equal(shownUri(), uri.toString());
		const other = uriOf(tenant(), 'servicenow-saas', 'correlation-config');
		await run('document.open', other.toString());
		assert.equal(shownUri(), other.toString());
		await run('connector.open', uri);
		assert.equal(shownUri(), uri.toString());
	});

	test('a document costs one GET', async () => {
		await run('document.open', sourceConfig('workday'));
		await aMoment();
		assert.deepEqual(asked(tenant()), ['GET /workday/source-config']);
	});

	test('what cannot be opened is told to the caller, in a sentence', async () => {
		const { name } = tenant();
		for (const [argument, sentence] of [
			[{ tenant: 'nobody.example', scriptName: 'jdbc-angularsc' }, /Unknown tenant nobody\.example/],
			[{ tenant: tenant().id }, /"scriptName" is missing/],
			[{ scriptName: 'jdbc-angularsc' }, /"tenant" is missing/],
			[place('no-such'), new RegExp(`${name} has no document no-such/source-config\\.xml`)],
			[place('JDBC-angularsc'), /has no document JDBC-angularsc/],
			[uriOf(tenant(), 'jdbc-angularsc', 'translations/ko'), /has no document .*ko\.properties/],
			[vscode.Uri.file('/x.xml'), /Not a connector document/],
			['jdbc-angularsc', /Not a connector document: jdbc-angularsc/],
			[42, /Not a connector document: 42/],
		] as const) {
			await assert.rejects(run('connector.open', argument), sentence);
			await assert.rejects(run('document.open', argument), sentence);
		}
		assert.equal(shownUri(), undefined);
	});

	test('by script name costs one GET of the detail while the list is in memory', async () => {
		await listed();
		tenant().sample.forgetRequests();
		assert.deepEqual(await run('connector.openByScriptName', place(hidden)), {
			...place(hidden),
			name: tenant().sample.connector(hidden).name,
		});
		await aMoment();
		assert.equal(shownUri(), sourceConfig(hidden).toString());
		assert.deepEqual(asked(tenant()), [`GET /${hidden}`, `GET /${hidden}/source-config`]);
	});

	test('by script name keeps a connector that is not listed, over a refresh', async () => {
		await run('connector.openByScriptName', place(hidden));
		assert.ok((await listed()).includes(hidden));
		await run('tenant.refresh', tenant().id);
		assert.ok((await listed()).includes(hidden));
	});

	test('by script name asks nothing of the detail for a connector that is listed', async () => {
		await listed();
		await run('connector.open', place('jdbc-angularsc')); // It is expanded in the tree from here on.
		await aMoment();
		tenant().sample.forgetRequests();
		await run('connector.openByScriptName', place('jdbc-angularsc'));
		assert.deepEqual(asked(tenant()), []);
	});

	test('by script name tells the caller what is wrong', async () => {
		for (const [argument, sentence] of [
			[place('no-such'), /has no connector with the script name no-such/],
			[place(hidden.toUpperCase()), /has no connector with the script name NORTHWIND.*case/],
			[place('..'), /has no connector with the script name \.\./],
			[place(' '), /"scriptName" is missing/],
			[{ tenant: tenant().id }, /"scriptName" is missing/],
			[{ tenant: 'nobody.example', scriptName: hidden }, /Unknown tenant nobody\.example/],
			['nobody.example', /Unknown tenant nobody\.example/],
		] as const) {
			await assert.rejects(run('connector.openByScriptName', argument), sentence);
		}
		tenant().sample.fault({ operation: 'getConnector' }, { kind: 'answer', status: 403, body: '{}' });
		await assert.rejects(run('connector.openByScriptName', place('other')), /does not allow this/);
		assert.ok(!(await listed()).includes('no-such'));
	});

	test('an unlisted connector can be removed from the view, a listed one cannot', async () => {
		await assert.rejects(run('connector.hide', place('jdbc-angularsc')), /cannot be removed from the view/);
		await assert.rejects(run('connector.hide', { tenant: tenant().id }), /"scriptName" is missing/);
		await run('connector.openByScriptName', place(hidden));
		await run('connector.hide', place(hidden));
		assert.ok(!(await listed()).includes(hidden));
		assert.equal(tenant().sample.connector(hidden).scriptName, hidden);
		await assert.rejects(run('connector.hide', place(hidden)), /cannot be removed from the view/);
	});

	test('a connector that has been released is no longer one that the view keeps', async () => {
		await run('connector.openByScriptName', place(hidden));
		tenant().sample.change(hidden, connector => (connector.status = 'RELEASED'));
		await run('tenant.refresh', tenant().id);
		assert.equal((await listed()).filter(name => name === hidden).length, 1);
		await assert.rejects(run('connector.hide', place(hidden)), /cannot be removed from the view/);
		tenant().sample.change(hidden, connector => (connector.status = 'DEVELOPMENT'));
	});
});

suite('Filtering', () => {
	const tenant = useTenant({ rateLimit: false });
	const filter = 'name co "jdbc"';
	const show = (scriptName: string) => run('connector.open', { tenant: tenant().id, scriptName });

	setup(async () => {
		await run('tenant.clearFilter', tenant().id);
		await show('jdbc-angularsc'); // The tenant is expanded in the tree from here on.
		tenant().sample.forgetRequests();
	});

	suiteTeardown(() => run('tenant.clearFilter', tenant().id));

	test('asks the tenant for one row, then lists by the filter', async () => {
		await run('tenant.filter', tenant().id, `  ${filter} `);
		const check = tenant().sample.requests.find(({ operation }) => operation === 'getConnectorList');
		const query = new URL(check?.path ?? '', tenant().sample.url).searchParams;
		assert.deepEqual([query.get('filters'), query.get('limit')], [filter, '1']);
		await show('jdbc-angularsc');
		assert.deepEqual(filtersAsked(tenant()), [filter]);
		assert.ok(tenant().sample.requests.some(({ path }) => path.includes('limit=250')));
	});

	test('a filter that the tenant refuses leaves the old one, and says what the tenant says', async () => {
		await run('tenant.filter', tenant().id, filter);
		for (const [text, words] of [
			['name eq "JDBC"', /rejected the request\. Message: .*"name" does not support the operator "eq"/],
			['name co "a', /rejected the request\. Message: .*cannot be read/],
			['status eq "DEMO"', /Message: .*"status" cannot be filtered by/],
		] as const) {
			await assert.rejects(run('tenant.filter', tenant().id, text), words);
		}
		tenant().sample.forgetRequests();
		await run('tenant.refresh', tenant().id);
		await show('jdbc-angularsc');
		assert.deepEqual(filtersAsked(tenant()), [filter]);
	});

	test('a filter is kept when the tenant does not answer the question', async () => {
		await run('tenant.filter', tenant().id, filter);
		tenant().sample.fault({ operation: 'getConnectorList' }, { kind: 'answer', status: 500 });
		await assert.rejects(run('tenant.filter', tenant().id, 'name co "x"'), /reported a server error/);
		tenant().sample.forgetRequests();
		await run('tenant.refresh', tenant().id);
		await show('jdbc-angularsc');
		assert.deepEqual(filtersAsked(tenant()), [filter]);
	});

	test('clearing it shows everything again, and a blank one clears it', async () => {
		for (const clear of [
			() => run('tenant.clearFilter', tenant().id),
			() => run('tenant.clearFilter'), // No other tenant has a filter.
			() => run('tenant.filter', tenant().id, ' '),
		]) {
			await run('tenant.filter', tenant().id, filter);
			await clear();
			await run('tenant.refresh', tenant().id);
			tenant().sample.forgetRequests();
			await show('jdbc-angularsc');
			assert.deepEqual(
				filtersAsked(tenant()).filter(asked => asked !== null),
				[],
			);
		}
	});

	test('a connector that the filter hides is opened all the same', async () => {
		await run('tenant.filter', tenant().id, filter);
		await show('workday');
		assert.equal(shownUri(), uriOf(tenant(), 'workday', 'source-config').toString());
	});

	test('does not hide a connector from the file system', async () => {
		await run('tenant.filter', tenant().id, filter);
		const names = await vscode.workspace.fs.readDirectory(folderOf(tenant()));
		assert.ok(names.some(([name]) => name === 'workday'));
	});

	test('a tenant that is not there, and a filter that is no text, are the mistake of the caller', async () => {
		await assert.rejects(run('tenant.filter', tenant().id, 42), /filter must be a string/);
		await assert.rejects(run('tenant.filter', 'nobody.example', filter), /Unknown tenant nobody\.example/);
		await assert.rejects(run('tenant.clearFilter', 'nobody.example'), /Unknown tenant nobody\.example/);
	});
});

suite('What was opened lately', () => {
	const tenant = useTenant({ rateLimit: false });

	test('comes latest first, each once, over a restart', async () => {
		const memory = new Memory();
		const recent = new RecentDocuments(memory);
		const parts = ['source-config', 'source-template', 'translations/en', 'source-config'] as const;
		for (const part of parts) {
			await open(uriOf(tenant(), 'jdbc-angularsc', part));
		}
		await until(() => recent.ids()[0]?.part === 'source-config' && recent.ids().length === 3, 'it is noted');
		recent.dispose();
		const again = new RecentDocuments(memory);
		assert.deepEqual(
			again.ids().map(({ tenant: id, scriptName, part }) => [id, scriptName, part]),
			['source-config', 'translations/en', 'source-template'].map(part => [
				tenant().id,
				'jdbc-angularsc',
				part,
			]),
		);
		again.dispose();
	});
});
