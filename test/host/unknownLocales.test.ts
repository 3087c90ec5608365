import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { nodeFetch } from '../../src/core/api/send/nodeFetch';
import { toDetail } from '../../src/sample/service/connectorDto';
import { Catalog } from '../../src/catalog/catalog';
import { CatalogMemory } from '../../src/catalog/catalogMemory';
import { clientOf } from '../unit/core/api/sample';
import { Memory } from './memory';
import { append, asked, folderOf, letProgramsWrite, open, uriOf, useTenant } from './studio';

suite('A connector whose detail tells no locales', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();
	const jdbc = 'jdbc-angularsc';
	const de = () => uriOf(tenant(), jdbc, 'translations/de');
	const nl = () => uriOf(tenant(), jdbc, 'translations/nl');
	const translations = () => tenant().sample.connector(jdbc).translations;
	const stored = (locale: 'de' | 'nl') =>
		translations()[locale] && Buffer.from(translations()[locale]!).toString();
	const puts = () => asked(tenant()).filter(request => request.startsWith('PUT'));

	/** From here on the tenant says this of the connector's translations. */
	async function tell(fields: object): Promise<void> {
		const detail = { ...toDetail(tenant().sample.connector(jdbc)), ...fields };
		const match = { operation: 'getConnector', path: new RegExp(`/${jdbc}$`) };
		tenant().sample.fault(match, { kind: 'answer', status: 200, body: JSON.stringify(detail) }, 1000);
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
	}

	for (const [what, fields] of [
		['has no field for them', { translationProperties: undefined }],
		['says null', { translationProperties: null }],
		['says null of each', { translationProperties: { en: null, de: null } }],
	] as const) {
		test(`and ${what} opens each of its translations, and saves it like any other`, async () => {
			await tell(fields);
			const document = await open(de());
			assert.equal(document.getText(), stored('de')?.replace(/^\uFEFF/, ''));
			await append(document, `\nown.${what.length}=1\n`);
			assert.equal(await document.save(), true);
			assert.match(stored('de') ?? '', new RegExp(`own.${what.length}=1`));
			assert.equal(puts().length, 1);
		});
	}

	test('is asked for each translation once, however many want to know at the same time', async () => {
		await tell({ translationProperties: null });
		const paths: string[] = [];
		const client = clientOf(tenant().sample, {
			send: request => {
				paths.push(request.url.pathname);
				return nodeFetch(request);
			},
		});
		const catalog = new Catalog(() => Promise.resolve(client), new CatalogMemory(new Memory()));
		await Promise.all([catalog.detail('t', jdbc), catalog.detail('t', jdbc), catalog.locales('t', jdbc)]);
		catalog.dispose();
		assert.equal(paths.filter(path => path.endsWith('/translations/de')).length, 1);
	});

	test('does not lose what somebody else has written into one', async () => {
		await tell({ translationProperties: null });
		const document = await open(de());
		await append(document, '\nmine=1\n');
		tenant().sample.change(jdbc, connector => (connector.translations.de = Buffer.from('theirs=1\n')));
		assert.equal(await document.save(), false);
		assert.equal(stored('de'), 'theirs=1\n');
		assert.deepEqual(puts(), []);
	});

	test('creates none where the tenant answers something', async () => {
		await tell({ translationProperties: null });
		const edit = new vscode.WorkspaceEdit();
		edit.createFile(nl(), { contents: Buffer.from('mine=1\n') });
		assert.equal(await vscode.workspace.applyEdit(edit), false);
		await assert.rejects(
			Promise.resolve(
				vscode.commands.executeCommand('iscConnectors.connector.addTranslation', {
					tenant: tenant().id,
					scriptName: jdbc,
					locale: 'nl',
				}),
			),
		);
		assert.equal(stored('nl'), undefined);
		assert.deepEqual(puts(), []);
	});

	test('creates one where the tenant says that there is none', async () => {
		tenant().sample.change(jdbc, connector => (connector.translations = {}));
		await tell({ translationProperties: null });
		await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(nl())), { code: 'FileNotFound' });
		await vscode.workspace.fs.writeFile(nl(), Buffer.from('mine=1\n'));
		assert.equal(stored('nl'), 'mine=1\n');
	});

	test('shows those that are not the English text', async () => {
		tenant().sample.change(jdbc, connector => {
			connector.translations = { en: Buffer.from('a=b'), de: Buffer.from('a=c'), fr: Buffer.from('a=d') };
		});
		await tell({ translationProperties: undefined });
		const folder = vscode.Uri.joinPath(folderOf(tenant(), jdbc), 'translations');
		assert.deepEqual(
			(await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name),
			['de.properties', 'en.properties', 'fr.properties'],
		);
	});
});

suite('A connector that says its status in lower case', () => {
	const tenant = useTenant({ rateLimit: false });
	const scriptName = 'jdbc-angularsc';

	/** The connector as it is opened by its script name, and which ones are kept though they are not listed. */
	async function opened(status: unknown) {
		const { id, sample } = tenant();
		const body = JSON.stringify({ ...toDetail(sample.connector(scriptName)), status });
		sample.fault({ operation: 'getConnector' }, { kind: 'answer', status: 200, body });
		const catalog = new Catalog(() => Promise.resolve(clientOf(sample)), new CatalogMemory(new Memory()));
		const connector = await catalog.open(id, scriptName);
		const unlisted = catalog.unlistedNames(id);
		catalog.dispose();
		return { status: connector?.status, unlisted };
	}

	test('is one of those that the service lists, if it is released', async () => {
		assert.deepEqual(await opened('released'), { status: 'RELEASED', unlisted: [] });
		assert.deepEqual(await opened('development'), { status: 'DEVELOPMENT', unlisted: [scriptName] });
		assert.deepEqual(await opened(null), { status: undefined, unlisted: [scriptName] });
	});
});
