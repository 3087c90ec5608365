import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ArchiveError, type ArchiveProblem } from '../../../../src/core/transfer/archive/archiveError';
import type { ConnectorBundle } from '../../../../src/core/transfer/archive/bundle';
import { suffixedFolder } from '../../../../src/core/transfer/archive/connectorFolders';
import { countChanges, planFolder, writeFolder } from '../../../../src/core/transfer/archive/folderPlan';
import { bundleOf } from './bundles';
import { diskFiles, diskTexts, linksCanBeMade, putOnDisk } from './diskFiles';

const about = (name: string) => `{\n\t"name": "${name}"\n}\n`;
const jdbc = bundleOf({ name: 'JDBC' }, { 'source-config': '<Form/>', 'translations/de': 'a=b' });
const jdbcTexts = {
	'connector.json': about('JDBC'),
	'source-config.xml': '<Form/>',
	'translations/de.properties': 'a=b',
};

suite('Writing connectors into a folder', () => {
	let root: string;

	setup(() => {
		root = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-export-'));
	});

	teardown(() => fs.rmSync(root, { recursive: true, force: true }));

	async function write(...bundles: readonly ConnectorBundle[]) {
		const files = diskFiles(root);
		const plan = await planFolder(files, bundles);
		assert.deepEqual(files.touched, [], 'before it is applied');
		await writeFolder(files, plan);
		return { ...countChanges(plan), touched: files.touched, problems: plan.problems };
	}

	async function assertRefused(problem: ArchiveProblem, ...bundles: readonly ConnectorBundle[]) {
		const before = await diskTexts(root);
		await assert.rejects(write(...bundles), (error: unknown) => {
			assert.ok(error instanceof ArchiveError, String(error));
			assert.deepEqual(error.problem, problem);
			return true;
		});
		assert.deepEqual(await diskTexts(root), before);
	}

	function inFolder(folder: string, texts: Readonly<Record<string, string>> = jdbcTexts) {
		return Object.fromEntries(Object.entries(texts).map(([file, text]) => [`${folder}/${file}`, text]));
	}

	test('makes a folder for each, its connector.json last', async () => {
		const { created, touched } = await write(jdbc, bundleOf({ name: 'AD' }));
		assert.equal(created, 5);
		assert.deepEqual(
			touched.map(file => path.basename(file)).indexOf('connector.json'),
			2,
			'the third of three files',
		);
		assert.deepEqual(await diskTexts(root), {
			...inFolder('JDBC'),
			'AD/connector.json': about('AD'),
			'AD/source-config.xml': '<Form/>',
		});
	});

	test('touches nothing the second time', async () => {
		await write(jdbc);
		assert.deepEqual(await write(jdbc), {
			...{ created: 0, changed: 0, removed: 0, same: 3 },
			...{ touched: [], problems: [] },
		});
	});

	test('writes what differs, removes documents that the connector no longer has, and leaves the rest', async () => {
		await putOnDisk(root, {
			...inFolder('JDBC', {
				...jdbcTexts,
				'source-config.xml': '<Farm/>',
				'source-template.xml': 'old',
				'translations/fr.properties': 'old',
				'translations/xx.properties': 'mine',
				'README.md': 'mine',
				'more/source-config.xml': 'mine',
			}),
			'Other/connector.json': about('Other'),
			'Other/source-template.xml': 'mine',
			'notes.txt': 'mine',
		});
		const before = await diskTexts(root);
		assert.deepEqual(await write(jdbc), {
			...{ created: 0, changed: 1, removed: 2, same: 2, problems: [] },
			touched: ['JDBC/source-config.xml', 'JDBC/source-template.xml', 'JDBC/translations/fr.properties'],
		});
		delete before['JDBC/source-template.xml'];
		delete before['JDBC/translations/fr.properties'];
		assert.deepEqual(await diskTexts(root), { ...before, 'JDBC/source-config.xml': '<Form/>' });
	});

	test('uses the folder that is the connector’s, whatever its name is', async () => {
		await putOnDisk(root, inFolder('Our databases', { ...jdbcTexts, 'connector.json': '{"name":"jdbc"}' }));
		assert.deepEqual((await write(jdbc)).touched, ['Our databases/connector.json']);
	});

	test('uses the folder itself if that is the connector’s', async () => {
		await putOnDisk(root, { 'connector.json': about('JDBC') });
		await write(jdbc);
		assert.deepEqual(await diskTexts(root), jdbcTexts);
	});

	test('does not take the folder of a tool for the connector’s', async () => {
		const texts = { '.history/connector.json': about('JDBC'), 'node_modules/connector.json': about('JDBC') };
		await putOnDisk(root, texts);
		await write(jdbc);
		assert.deepEqual(await diskTexts(root), { ...texts, ...inFolder('JDBC') });
	});

	test('uses a folder of its name that is nobody’s', async () => {
		await putOnDisk(root, { 'JDBC/README.md': 'mine' });
		await write(jdbc);
		assert.deepEqual(await diskTexts(root), { ...inFolder('JDBC'), 'JDBC/README.md': 'mine' });
	});

	test('takes another folder where its name is another connector’s, also in other letters', async () => {
		for (const [folder, owner] of [
			['JDBC', 'AD'],
			['jdbc', 'AD'],
		] as const) {
			fs.rmSync(root, { recursive: true });
			await putOnDisk(root, { [`${folder}/connector.json`]: about(owner) });
			await write(jdbc);
			assert.deepEqual(await diskTexts(root), {
				[`${folder}/connector.json`]: about(owner),
				...inFolder(suffixedFolder('JDBC')),
			});
			assert.equal((await write(jdbc)).same, 3);
		}
	});

	test('tells two connectors apart whose names differ in case, also when they are there', async () => {
		const bundles = [bundleOf({ name: 'A' }), bundleOf({ name: 'a' })];
		await write(...bundles);
		assert.deepEqual(Object.keys(await diskTexts(root)).length, 4);
		assert.equal((await write(...bundles.toReversed())).same, 4);
	});

	test('replaces a connector.json that is broken in a folder of the connector’s name, and tells of others', async () => {
		await putOnDisk(root, { 'JDBC/connector.json': '<<<<<<< HEAD', 'Old/connector.json': '{}' });
		const { changed, problems } = await write(jdbc);
		assert.equal(changed, 1);
		assert.deepEqual(problems, [{ kind: 'about-without-name', path: 'Old/connector.json' }]);
		assert.deepEqual(await diskTexts(root), { ...inFolder('JDBC'), 'Old/connector.json': '{}' });
	});

	test('is refused if two folders are the connector’s', async () => {
		await putOnDisk(root, { 'a/connector.json': about('JDBC'), 'b/connector.json': about('jdbc') });
		await assertRefused(
			{ kind: 'connector-repeated', name: 'JDBC', other: 'a/connector.json', path: 'b/connector.json' },
			jdbc,
		);
	});

	test('is refused for two connectors of one name', async () => {
		await assertRefused({ kind: 'name-repeated', name: 'JDBC' }, jdbc, jdbc);
	});

	test('is refused through a link', async function () {
		if (!(await linksCanBeMade())) {
			this.skip();
		}
		const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-elsewhere-'));
		await putOnDisk(elsewhere, { secret: 'x' });
		const secret = path.join(elsewhere, 'secret');
		for (const [link, target] of [
			['JDBC', elsewhere],
			['jdbc', elsewhere],
			['JDBC/connector.json', secret],
			['JDBC/source-config.xml', secret],
			['JDBC/SOURCE-CONFIG.xml', secret],
			['JDBC/source-template.xml', secret],
			['JDBC/translations', elsewhere],
			['JDBC/translations/fr.properties', secret],
		] as const) {
			fs.rmSync(root, { recursive: true });
			fs.mkdirSync(path.dirname(path.join(root, link)), { recursive: true });
			fs.symlinkSync(target, path.join(root, link));
			await assert.rejects(
				write(jdbc),
				(error: unknown) => error instanceof ArchiveError && error.problem.kind === 'link-in-the-way',
				link,
			);
		}
		assert.deepEqual(await diskTexts(elsewhere), { secret: 'x' });
		fs.rmSync(elsewhere, { recursive: true });
	});

	test('is refused where something else is in the place of a file or a folder', async () => {
		for (const [file, inTheWay] of [
			['JDBC', 'JDBC'],
			['JDBC/source-config.xml/x', 'JDBC/source-config.xml'],
			['JDBC/translations', 'JDBC/translations'],
			['JDBC/Translations/de.properties', 'JDBC/Translations'],
			['JDBC/connector.json/x', 'JDBC/connector.json'],
		] as const) {
			fs.rmSync(root, { recursive: true });
			await putOnDisk(root, { [file]: '' });
			await assertRefused({ kind: 'in-the-way', path: inTheWay }, jdbc);
		}
	});

	test('is refused if the folder was changed after it was planned', async () => {
		const files = diskFiles(root);
		const plan = await planFolder(files, [jdbc]);
		await putOnDisk(root, { 'JDBC/source-config.xml': 'mine' });
		await assert.rejects(
			writeFolder(files, plan),
			(error: unknown) => error instanceof ArchiveError && error.problem.kind === 'changed-meanwhile',
		);
		assert.deepEqual(await diskTexts(root), { 'JDBC/source-config.xml': 'mine' });
	});
});
