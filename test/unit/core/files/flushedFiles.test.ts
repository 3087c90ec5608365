import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createFlushed, flushFolder, replaceFlushed } from '../../../../src/core/files/flushedFiles';

suite('Files that are to survive', () => {
	let folder: string;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-flushed-'));
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	test('are written also where the system cannot flush a folder', async function () {
		if (process.platform !== 'linux') {
			this.skip();
		}
		await flushFolder('/proc'); // Linux says EINVAL, as network drives do.
	});

	test('are not said to be flushed in a folder that is not there', async () => {
		await assert.rejects(flushFolder(path.join(folder, 'none')), { code: 'ENOENT' });
	});

	test('leave nothing behind if they cannot be written', async () => {
		const unreadable = { toString: () => '' } as unknown as string;
		await assert.rejects(createFlushed(path.join(folder, 'one'), unreadable));
		await assert.rejects(replaceFlushed(path.join(folder, 'other'), unreadable));
		fs.mkdirSync(path.join(folder, 'taken', 'already'), { recursive: true });
		await assert.rejects(replaceFlushed(path.join(folder, 'taken'), 'text'));
		assert.deepEqual(fs.readdirSync(folder), ['taken']);
	});

	test('are not touched by another that is to be created', async () => {
		const file = path.join(folder, 'one');
		await createFlushed(file, 'first');
		await assert.rejects(createFlushed(file, 'second'), { code: 'EEXIST' });
		assert.equal(fs.readFileSync(file, 'utf8'), 'first');
	});
});
