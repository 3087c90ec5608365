import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ExportReport } from '../../src/commands/transfer/exporting';
import type { ImportReport } from '../../src/commands/transfer/importing';
import { sampleConnectors } from '../../src/sample/data/sampleConnectors';
import type { SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant, asked, folderOf, useTenant, type AddedTenant } from './studio';

const run = <T>(command: string, options: object) =>
	Promise.resolve(vscode.commands.executeCommand<T>(`iscConnectors.${command}`, options));

const writes = (tenant: AddedTenant) =>
	asked(tenant).filter(request => /^(PUT|PATCH|POST \/[^o]|DELETE)/.test(request));

const allScriptNames = sampleConnectors(0).map(({ scriptName }) => scriptName);
const customOnes = sampleConnectors(0)
	.filter(({ custom, status }) => custom && status === 'RELEASED')
	.map(({ scriptName }) => scriptName)
	.slice(0, 3);

function removeOthers(sample: SampleTenant, kept: readonly string[]): void {
	for (const scriptName of allScriptNames.filter(name => !kept.includes(name))) {
		sample.remove(scriptName);
	}
}

suite('Exporting and importing connectors', () => {
	const tenant = useTenant({ rateLimit: false });
	let folder: string;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-archives-'));
		tenant().sample.changeDetail = undefined;
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	const exportTo = (name: string, options: object = {}, from = tenant()) =>
		run<ExportReport>('tenant.export', { tenant: from.id, target: path.join(folder, name), ...options });
	const importInto = (to: AddedTenant, name: string, send: boolean) =>
		run<ImportReport>('tenant.import', { tenant: to.id, source: path.join(folder, name), send });
	const filesIn = (name: string) => {
		const root = path.join(folder, name);
		const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
		return Object.fromEntries(
			files
				.filter(file => fs.statSync(path.join(root, file)).isFile())
				.sort()
				.map(file => [file.split(path.sep).join('/'), fs.readFileSync(path.join(root, file), 'base64')]),
		);
	};

	/** Names with letters, marks and blanks of all kinds, full forms, many locales and none. */
	const kept = ['jdbc-angularsc', 'active-directory-angularsc', 'servicenow-saas', ...customOnes];

	async function emptyTenant(): Promise<AddedTenant> {
		const other = await addTenant({ rateLimit: false });
		removeOthers(other.sample, []);
		return other;
	}

	suiteSetup(() => {
		removeOthers(tenant().sample, [...kept, 'workday']);
		for (const scriptName of kept) {
			// The service creates none without a class name, so neither does an import.
			tenant().sample.change(scriptName, each => (each.className ??= 'a.B'));
		}
		tenant().sample.change('jdbc-angularsc', each => {
			each.sourceConfig = Buffer.concat([each.sourceConfig, Buffer.from('<!-- mixed \r\n ends -->\r\n\n')]);
			each.connectorMetadata = { ...each.connectorMetadata, nested: { list: [1, 'two', { three: null }] } };
		});
	});

	test('a connector is a folder of its documents as they are, with one small JSON beside them', async () => {
		const report = await exportTo('one', { scriptNames: ['jdbc-angularsc'] });
		assert.deepEqual(report, { connectors: ['JDBC'], failed: [] });
		const files = filesIn('one');
		const { sourceConfig, translations } = tenant().sample.connector('jdbc-angularsc');
		assert.equal(files['JDBC/source-config.xml'], Buffer.from(sourceConfig).toString('base64'));
		assert.equal(
			files['JDBC/translations/en.properties'],
			Buffer.from(translations.en ?? []).toString('base64'),
		);
		const about = JSON.parse(Buffer.from(files['JDBC/connector.json'] ?? '', 'base64').toString()) as object;
		assert.deepEqual(Object.keys(about), ['name', 'type', 'className', 'directConnect', 'status']);
	});

	test('everything exported, imported into an empty tenant and exported again is byte-equal', async function () {
		this.timeout(120_000);
		const { connectors, failed } = await exportTo('folder', { scriptNames: kept });
		assert.deepEqual(failed, []);
		assert.equal(connectors.length, kept.length);
		const other = await emptyTenant();
		const { problems, result } = await importInto(other, 'folder', true);
		assert.deepEqual([problems, result?.failed], [[], []]);
		await exportTo('again', {}, other);
		assert.deepEqual(filesIn('again'), filesIn('folder'));
		await exportTo('one.zip', { scriptNames: kept });
		await exportTo('other.zip', {}, other);
		const [one, two] = ['one.zip', 'other.zip'].map(name => fs.readFileSync(path.join(folder, name)));
		assert.ok(one?.equals(two!), 'as a zip, too');
		const { plan } = await importInto(other, 'one.zip', false);
		const states = plan.flatMap(({ documents }) => documents.map(({ state }) => state));
		assert.deepEqual([plan.length, new Set(states)], [kept.length, new Set(['same'])]);
		await other.sample.stop();
	});

	test('asks for a document by itself where the details of connectors have other texts, or if it is to be exact', async () => {
		const { sample } = tenant();
		const own = () => sample.requests.filter(({ operation }) => operation !== 'getConnector').length;
		await exportTo('trusting', { scriptNames: kept });
		const looked = own();
		sample.forgetRequests();
		await exportTo('exact', { scriptNames: kept, exact: true });
		const documents = kept.map(name => 3 + Object.keys(sample.connector(name).translations).length);
		assert.equal(
			own(),
			documents.reduce((sum, each) => sum + each, 0),
		);
		assert.ok(looked < own() / 2, `${looked} documents`);
		sample.changeDetail = detail => ({
			...detail,
			sourceConfigXml: detail.sourceConfigXml?.replace(/\r?\n/g, '\n '),
			...(detail.scriptName === kept[0] && { translationProperties: null }),
		});
		await exportTo('differing', { scriptNames: kept });
		assert.deepEqual(filesIn('trusting'), filesIn('exact'));
		assert.deepEqual(filesIn('differing'), filesIn('exact'));
	});

	test('has the translations of languages that the service has no request for, where their names are names for files', async () => {
		const { sample } = tenant();
		sample.changeDetail = detail => ({
			...detail,
			translationProperties: {
				...detail.translationProperties,
				xx: 'a=\u00e4',
				'zh_CN_#Hans': 'a=c',
				XX: 'a=d',
				'../../evil': 'a=b',
				con: 'a=b',
			},
		});
		await exportTo('languages', { scriptNames: ['workday'] });
		const { failed } = await exportTo('languages', { scriptNames: ['workday'] });
		assert.deepEqual(
			failed.map(({ name, message }) => [name, /"(.+?)"/.exec(message)?.[1]]),
			[
				['Workday', 'XX'],
				['Workday', '../../evil'],
				['Workday', 'con'],
			],
		);
		assert.ok(filesIn('languages')['Workday/translations/zh_CN_#Hans.properties']);
		assert.equal(
			Buffer.from(filesIn('languages')['Workday/translations/xx.properties'] ?? '', 'base64').toString(),
			'a=\u00e4',
		);
		assert.deepEqual(
			Object.keys(filesIn('languages')).filter(file => /evil|con\.p/.test(file)),
			[],
		);
		assert.ok(!fs.existsSync(path.join(folder, 'evil.properties')));
	});

	test('an import tells what it would do, document by document, before anything is sent', async () => {
		await exportTo('three', { scriptNames: ['jdbc-angularsc', 'workday', 'active-directory-angularsc'] });
		const other = await addTenant({ rateLimit: false });
		other.sample.remove('workday');
		fs.appendFileSync(path.join(folder, 'three/JDBC/source-config.xml'), '<!-- changed -->');
		const { plan, result } = await importInto(other, 'three', false);
		const states = (name: string) =>
			plan.find(each => each.name === name)?.documents.map(({ state }) => state);
		assert.equal(result, undefined);
		assert.deepEqual(new Set(states('Active Directory')), new Set(['same']));
		assert.deepEqual(new Set(states('Workday')), new Set(['new']));
		assert.equal(plan.find(({ name }) => name === 'Workday')?.scriptName, undefined);
		assert.equal(
			plan.find(({ name }) => name === 'JDBC')?.documents.find(each => each.state === 'changed')?.document,
			'source-config.xml',
		);
		assert.deepEqual(writes(other), []);
		await other.sample.stop();
	});

	test('an import in which something fails says what was sent, and the next one goes on', async () => {
		await exportTo('two', { scriptNames: ['jdbc-angularsc', 'workday'] });
		for (const name of ['JDBC', 'Workday']) {
			fs.appendFileSync(path.join(folder, `two/${name}/correlation-config.xml`), '<!-- changed -->');
		}
		fs.appendFileSync(path.join(folder, 'two/JDBC/source-config.xml'), '<open>');
		const other = await addTenant({ rateLimit: false });
		const first = await importInto(other, 'two', true);
		assert.ok(first.result);
		assert.ok(first.result.sent.includes('JDBC/correlation-config'));
		assert.ok(first.result.sent.includes('Workday/correlation-config'));
		assert.match(first.result.failed[0]?.message ?? '', /Not saved: .*line \d+, column \d+/);
		const file = path.join(folder, 'two/JDBC/source-config.xml');
		fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('<open>', '<!-- mended -->'));
		other.sample.forgetRequests();
		const second = await importInto(other, 'two', true);
		assert.deepEqual([second.result?.sent, second.result?.failed], [['JDBC/source-config'], []]);
		assert.deepEqual(writes(other), ['PUT /jdbc-angularsc/source-config']);
		await other.sample.stop();
	});

	test('a connector without a class name is not created, and says why', async () => {
		await exportTo('classless', { scriptNames: ['servicenow-saas'] });
		const about = path.join(
			folder,
			'classless',
			fs.readdirSync(path.join(folder, 'classless'))[0]!,
			'connector.json',
		);
		const { name } = JSON.parse(fs.readFileSync(about, 'utf8')) as { readonly name: string };
		fs.writeFileSync(about, JSON.stringify({ name }));
		const other = await addTenant({ rateLimit: false });
		other.sample.remove('servicenow-saas');
		const reason = `${name} has no Java class, which ${other.name} needs to create a connector.`;
		for (const send of [false, true]) {
			const { problems, result } = await importInto(other, 'classless', send);
			assert.deepEqual(problems, [reason]);
			assert.deepEqual(result?.sent ?? [], []);
		}
		assert.deepEqual(writes(other), []);
		await other.sample.stop();
	});

	test('nothing is imported into a connector of another name that has the script name', async () => {
		await exportTo('other', { scriptNames: ['jdbc-angularsc', 'workday'] });
		for (const name of ['JDBC', 'Workday']) {
			fs.appendFileSync(path.join(folder, `other/${name}/correlation-config.xml`), '<!-- changed -->');
		}
		const other = await addTenant({ rateLimit: false });
		await vscode.workspace.fs.readDirectory(folderOf(other));
		other.sample.change('jdbc-angularsc', each => (each.name = 'Somebody Else'));
		const { problems, result } = await importInto(other, 'other', true);
		assert.deepEqual(problems, [
			`JDBC cannot be imported, because the script name jdbc-angularsc belongs to another connector in ${other.name}: Somebody Else.`,
		]);
		assert.deepEqual(result?.sent, ['Workday/correlation-config']);
		assert.deepEqual(writes(other), ['PUT /workday/correlation-config']);
		await other.sample.stop();
	});

	test('an import of a zip that leads out of its folder, or of no zip, is refused, and nothing is asked', async () => {
		await exportTo('ok.zip', { scriptNames: ['jdbc-angularsc'] });
		const good = fs.readFileSync(path.join(folder, 'ok.zip'));
		fs.writeFileSync(path.join(folder, 'text.zip'), 'no zip');
		tenant().sample.forgetRequests();
		await assert.rejects(importInto(tenant(), 'text.zip', true), /zip/i);
		const escaping = Buffer.from(
			good.toString('latin1').replaceAll('JDBC/source-config', '../C/source-config'),
			'latin1',
		);
		fs.writeFileSync(path.join(folder, 'escaping.zip'), escaping);
		await assert.rejects(importInto(tenant(), 'escaping.zip', true), /\.\.\/C\/source-config\.xml/);
		assert.deepEqual(asked(tenant()), []);
	});

	test('a folder without connectors, and one that is not there, say so', async () => {
		fs.mkdirSync(path.join(folder, 'empty'));
		await assert.rejects(importInto(tenant(), 'empty', false), /No connector found in/);
		await assert.rejects(importInto(tenant(), 'nowhere', false));
	});

	test('an export goes on when a connector cannot be read, and says which one', async () => {
		tenant().sample.fault({ path: /workday\/source-config/ }, { kind: 'answer', status: 500 }, 9);
		const report = await exportTo('partly', { scriptNames: ['workday', 'jdbc-angularsc'] });
		assert.deepEqual(report.connectors, ['JDBC']);
		assert.equal(report.failed[0]?.name, 'Workday');
	});

	test('an export touches no file that is the same, and removes what the connector no longer has', async () => {
		await exportTo('again', { scriptNames: ['jdbc-angularsc'] });
		const config = path.join(folder, 'again/JDBC/source-config.xml');
		const old = path.join(folder, 'again/JDBC/translations/sv.properties');
		fs.writeFileSync(old, 'old=1');
		fs.writeFileSync(path.join(folder, 'again/JDBC/notes.md'), 'mine');
		fs.utimesSync(config, 1, 1);
		await exportTo('again', { scriptNames: ['jdbc-angularsc'] });
		assert.equal(fs.statSync(config).mtimeMs, 1000);
		assert.ok(!fs.existsSync(old));
		assert.ok(fs.existsSync(path.join(folder, 'again/JDBC/notes.md')));
	});
});
