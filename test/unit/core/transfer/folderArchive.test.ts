import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { archiveLimits } from '../../../../src/core/transfer/archive/archive';
import { ArchiveError, type ArchiveProblem } from '../../../../src/core/transfer/archive/archiveError';
import { readFolder } from '../../../../src/core/transfer/archive/folderArchive';
import { readBundles } from '../../../../src/core/transfer/archive/readBundles';
import { textsOf } from './bundles';
import { diskFiles, linksCanBeMade, putOnDisk } from './diskFiles';

suite('A folder with connectors', () => {
	let root: string;

	setup(() => {
		root = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-folder-'));
	});

	teardown(() => fs.rmSync(root, { recursive: true, force: true }));

	async function read(limits = archiveLimits) {
		const { entries, problems } = await readFolder(diskFiles(root), limits);
		return { texts: textsOf(entries), problems };
	}

	test('is read as far as it is of connectors', async () => {
		const connector = {
			'repository/AD/connector-metadata.json': '{}',
			'repository/AD/connector.json': '{"name":"AD"}',
			'repository/AD/source-config.xml': '<Form/>',
			'repository/AD/translations/de.properties': 'a=b',
		};
		await putOnDisk(root, {
			...connector,
			'README.md': 'x',
			'.git/connector.json': 'x',
			'node_modules/a/connector.json': 'x',
			'repository/AD/.connector.json.swp': 'x',
			'repository/AD/film.mp4': 'x',
			'1/2/3/4/5/6/7/connector.json': 'x',
		});
		assert.deepEqual(await read(), { texts: connector, problems: [] });
	});

	test('is read as deep as a connector is looked for', async () => {
		const texts = {
			'1/2/3/4/5/6/connector.json': '{"name":"AD"}',
			'1/2/3/4/5/6/translations/de.properties': '',
		};
		await putOnDisk(root, { ...texts, '1/2/3/4/5/6/7/translations/de.properties': '' });
		assert.deepEqual((await read()).texts, texts);
	});

	test('may be a connector itself', async () => {
		await putOnDisk(root, { 'connector.json': '{"name":"AD"}', 'source-config.xml': '' });
		const { bundles } = readBundles((await readFolder(diskFiles(root))).entries);
		assert.deepEqual(
			bundles.map(({ about }) => about.name),
			['AD'],
		);
	});

	test('has links that are not followed, but told', async function () {
		if (!(await linksCanBeMade())) {
			this.skip();
		}
		await putOnDisk(root, { 'AD/connector.json': '{"name":"AD"}', '.git/x': '' });
		const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-elsewhere-'));
		await putOnDisk(elsewhere, { 'connector.json': '{"name":"Other"}', secret: 'x' });
		fs.symlinkSync(elsewhere, path.join(root, 'link'));
		fs.symlinkSync(path.join(elsewhere, 'secret'), path.join(root, 'AD', 'source-config.xml'));
		fs.symlinkSync('nowhere', path.join(root, 'AD', 'source-template.xml'));
		fs.symlinkSync('..', path.join(root, 'AD', 'translations'));
		fs.symlinkSync('.', path.join(root, '.git', 'link'));
		const paths = ['AD/source-config.xml', 'AD/source-template.xml', 'AD/translations', 'link'];
		assert.deepEqual(await read(), {
			texts: { 'AD/connector.json': '{"name":"AD"}' },
			problems: paths.map(link => ({ kind: 'link-passed-over', path: link })),
		});
		fs.rmSync(elsewhere, { recursive: true });
	});

	test('has pipes that are not read, since that would not end', async function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		await putOnDisk(root, { 'AD/connector.json': '{"name":"AD"}' });
		execFileSync('mkfifo', [path.join(root, 'AD', 'source-config.xml')]);
		assert.deepEqual(Object.keys((await read()).texts), ['AD/connector.json']);
	});

	test('is not read beyond the limits, nor is a file before they are known to be kept', async () => {
		const limits = { entries: 5, fileBytes: 100, totalBytes: 150 };
		const assertRefused = async (problem: ArchiveProblem) => {
			const reads: string[] = [];
			const files = diskFiles(root);
			const counting = {
				...files,
				read: (file: string) => {
					reads.push(file);
					return files.read(file);
				},
			};
			await assert.rejects(readFolder(counting, limits), (error: unknown) => {
				assert.ok(error instanceof ArchiveError);
				assert.deepEqual(error.problem, problem);
				return true;
			});
			assert.ok(!('path' in problem) || !reads.includes(problem.path ?? ''));
		};
		await putOnDisk(root, { 'a/connector.json': 'x'.repeat(100), film: 'x'.repeat(1000) });
		await read(limits);
		await putOnDisk(root, { 'a/source-config.xml': 'x'.repeat(101) });
		await assertRefused({ kind: 'too-large', path: 'a/source-config.xml', limit: 100 });
		await putOnDisk(root, { 'a/source-config.xml': 'x'.repeat(51) });
		await assertRefused({ kind: 'too-large-in-all', limit: 150 });
		await putOnDisk(root, { 'a/source-config.xml': '', b: '' });
		await read(limits);
		await putOnDisk(root, { c: '' });
		await assertRefused({ kind: 'too-many-entries', limit: 5 });
	});
});
