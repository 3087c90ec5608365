import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addFormWithSources, field, form, secret } from './formWithSources';
import { addTenant, asked, letProgramsWrite, open, set, uriOf, useTenant, type AddedTenant } from './studio';

/** Each test has a connector of its own, so that no editor of the one before shows its text. */
let connector = '';
let count = 0;
const [a, b] = [field('host'), field('port')];

function withSources({ sample }: AddedTenant): void {
	addFormWithSources(sample, { scriptName: connector, name: `Badges ${count}` });
}

const run = async <T>(command: string, options: object): Promise<T> =>
	vscode.commands.executeCommand<T>(`iscConnectors.${command}`, options);

suite('What a save does to sources', () => {
	const tenant = useTenant({ rateLimit: false });
	const uri = () => uriOf(tenant(), connector, 'source-config');
	const stored = () => Buffer.from(tenant().sample.connector(connector).sourceConfig).toString();
	const lists = () => asked(tenant()).filter(request => request.includes('/sources')).length;
	const puts = () => asked(tenant()).filter(request => request.startsWith('PUT')).length;

	letProgramsWrite();
	// What is beside the code reads the list when a form is shown.
	suiteSetup(() => set('sources.codeLens', false));
	suiteTeardown(() => set('sources.codeLens', undefined));

	setup(async () => {
		connector = `badges-${++count}`;
		withSources(tenant());
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		tenant().sample.forgetRequests();
		Object.assign(tenant().sample.user, { level: 'ORG_ADMIN', missingScopes: [] });
	});
	teardown(() => set('sources.beforeSaving', undefined));

	async function save(text: string): Promise<boolean> {
		const document = await open(uri());
		const edit = new vscode.WorkspaceEdit();
		edit.replace(uri(), new vscode.Range(0, 0, document.lineCount, 0), text);
		assert.ok(await vscode.workspace.applyEdit(edit));
		return document.save();
	}

	// The test driver answers no question, as if there was nobody.
	test('is asked about where something is lost, and not sent without an answer', async () => {
		assert.equal(await save(form(a)), false);
		assert.equal(stored(), form(a, b));
		assert.deepEqual([puts(), lists()], [0, 1]);
	});

	test('is not asked about where nothing is lost, and the list is not read for what cannot matter', async () => {
		assert.ok(await save(form(a, b, field('more'))));
		assert.deepEqual([puts(), lists()], [1, 0]);
	});

	test('is not asked about where no source has a value, with one look at the sources', async () => {
		for (const { id } of tenant().sample.sources.filter(({ fields }) => fields.connector === connector)) {
			tenant().sample.changeSource(id, source => {
				source.attributes = { ...source.attributes, port: null };
			});
		}
		assert.ok(await save(form(a)));
		assert.ok(await save(form(a, field('needed', 'required="true"'))));
		assert.deepEqual([puts(), lists()], [2, 1]);
	});

	for (const [what, user] of [
		['the scope is missing', { missingScopes: ['idn:sources:read'] }],
		['the sources cannot be read', {}],
	] as const) {
		test(`keeps nobody from saving where ${what}`, async () => {
			Object.assign(tenant().sample.user, user);
			tenant().sample.fault({ operation: 'listSources' }, { kind: 'answer', status: 500, body: '{}' }, 9);
			assert.ok(await save(form(a)));
			const asking = lists();
			assert.ok(await save(form()));
			assert.deepEqual([puts(), lists()], [2, asking]);
		});
	}

	for (const value of ['tell', 'off'] as const) {
		test(`is sent without a question where people set "${value}"`, async () => {
			await set('sources.beforeSaving', value);
			assert.ok(await save(form(a)));
			assert.deepEqual([puts(), lists()], [1, value === 'tell' ? 1 : 0]);
		});
	}

	test('is asked about where another extension writes the file', async () => {
		await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(uri(), Buffer.from(form(a)))));
		assert.equal(puts(), 0);
		await vscode.workspace.fs.writeFile(uri(), Buffer.from(form(b, a)));
		assert.equal(puts(), 1);
	});
});

suite('What programs learn of sources', () => {
	const tenant = useTenant({ rateLimit: false });
	let target: AddedTenant;
	const options = (more: object = {}) => ({ tenant: tenant().id, scriptName: connector, ...more });

	suiteSetup(async () => {
		target = await addTenant({ rateLimit: false });
	});
	suiteTeardown(() => target.sample.stop());
	setup(async () => {
		connector = `badges-${++count}`;
		for (const each of [tenant(), target]) {
			withSources(each);
			await vscode.commands.executeCommand('iscConnectors.tenant.refresh', each.id);
			each.sample.forgetRequests();
		}
	});

	test('the sources of a connector', async () => {
		const sources = await run<readonly object[]>('connector.sources', options());
		assert.deepEqual(
			sources.map(each => ({ ...each, id: undefined, healthy: undefined, status: undefined })),
			['North', 'South'].map(name => ({ name, id: undefined, healthy: undefined, status: undefined })),
		);
		assert.deepEqual(
			await run('connector.sources', options({ scriptName: 'northwind-lockers-1' })).then(
				() => 0,
				() => 1,
			),
			1,
		);
	});

	test('what a text does to them', async () => {
		const impact = await run<readonly object[]>(
			'connector.impact',
			options({
				text: form(field('hostname'), field('more', 'required="true"').replace('"text"', '"number"')),
			}),
		);
		const own = tenant().sample.sources.filter(({ fields }) => fields.connector === connector);
		const idOf = (name: string) => own.find(each => each.fields.name === name)?.id;
		const names = (...all: string[]) => all.map(name => ({ id: idOf(name), name }));
		assert.deepEqual(impact, [
			{ effect: 'removed', field: 'port', sources: names('North') },
			{ effect: 'renamed', field: 'host', to: 'hostname', sources: names('North', 'South') },
			{ effect: 'required', field: 'more', sources: names('North', 'South') },
		]);
		await assert.rejects(run('connector.impact', options({ text: '<Form>' })), /not well-formed/);
		await assert.rejects(run('connector.impact', options()), /"text" is missing/);
	});

	test('that a scope is missing, which is never an empty list', async () => {
		Object.assign(tenant().sample.user, { missingScopes: ['idn:sources:read'] });
		await assert.rejects(run('connector.sources', options()), /idn:sources:read/);
		Object.assign(tenant().sample.user, { missingScopes: [] });
	});

	test('what a SOURCE_SUBADMIN may see', async () => {
		Object.assign(tenant().sample.user, { level: 'SOURCE_SUBADMIN' });
		assert.ok(Array.isArray(await run('connector.sources', options())));
		assert.ok(tenant().sample.requests.some(({ path }) => path.includes('for-subadmin=me')));
		Object.assign(tenant().sample.user, { level: 'ORG_ADMIN' });
	});

	test('a promotion that loses something is theirs to accept, and undoing it as well', async () => {
		tenant().sample.change(connector, each => {
			each.sourceConfig = Buffer.from(form(a));
		});
		const promote = (more: object = {}) =>
			run(
				'connector.promote',
				options({ otherTenant: target.id, documents: ['source-config.xml'], ...more }),
			);
		const stored = () => Buffer.from(target.sample.connector(connector).sourceConfig).toString();
		await assert.rejects(promote(), /Removes "port".*North.*"acceptEffects": true/);
		assert.equal(stored(), form(a, b));
		await promote({ acceptEffects: true });
		assert.equal(stored(), form(a));
		target.sample.change(connector, () => undefined);
		await run('transfer.undo', { tenant: target.id });
		assert.equal(stored(), form(a, b));
	});

	test('an undo that loses something is theirs to accept', async () => {
		tenant().sample.change(connector, each => {
			each.sourceConfig = Buffer.from(form(a, b, field('token')));
		});
		await run('connector.promote', options({ otherTenant: target.id, documents: ['source-config.xml'] }));
		await assert.rejects(run('transfer.undo', { tenant: target.id }), /Removes "token".*North/);
		await run('transfer.undo', { tenant: target.id, acceptEffects: true });
		assert.equal(Buffer.from(target.sample.connector(connector).sourceConfig).toString(), form(a, b));
	});

	test('a deletion that leaves sources behind is theirs to accept', async () => {
		await assert.rejects(
			run('connector.delete', options({ name: `Badges ${count}` })),
			/which sources use: North, South/,
		);
		assert.ok(tenant().sample.connector(connector));
		await run('connector.delete', options({ name: `Badges ${count}`, acceptEffects: true }));
		assert.throws(() => tenant().sample.connector(connector));
	});

	test('a restored connector has its sources again, which lose nothing by that', async () => {
		const name = `Badges ${count}`;
		await run('connector.delete', options({ name, acceptEffects: true }));
		const { scriptName } = await run<{ scriptName: string }>('connector.restoreDeleted', {
			tenant: tenant().id,
			name,
		});
		assert.equal(scriptName, connector);
		const sources = await run<readonly { name: string }[]>('connector.sources', options());
		assert.deepEqual(
			sources.map(each => each.name),
			['North', 'South'],
		);
		assert.equal(Buffer.from(tenant().sample.connector(connector).sourceConfig).toString(), form(a, b));
	});

	test('no value of a source', async () => {
		const told = JSON.stringify([
			await run('connector.sources', options()),
			await run('connector.impact', options({ text: form() })),
		]);
		assert.ok(!told.includes('example.com') && !told.includes(secret), told);
	});
});
