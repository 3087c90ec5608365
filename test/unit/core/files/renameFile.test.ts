import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renameFile, renameFileNow } from '../../../../src/core/files/renameFile';

suite('Giving a file another name', () => {
	let folder: string;
	let from: string;
	let to: string;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-rename-'));
		from = path.join(folder, 'new');
		to = path.join(folder, 'old');
		fs.writeFileSync(from, 'new');
		fs.writeFileSync(to, 'old');
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	/** Fails so many times, as Windows does while a virus scanner looks at the file. */
	function scanned(code: string, times: number): () => void {
		let left = times;
		return () => {
			if (left-- > 0) {
				throw Object.assign(new Error(code), { code });
			}
		};
	}

	async function renameScanned(scan: () => void): Promise<void> {
		await renameFile(from, to, async (...args) => {
			scan();
			await fs.promises.rename(...args);
		});
	}

	for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
		test(`is tried again after ${code}`, async () => {
			await renameScanned(scanned(code, 3));
			assert.equal(fs.readFileSync(to, 'utf8'), 'new');
		});

		test(`is tried again after ${code}, also where nobody can wait for a promise`, () => {
			const scan = scanned(code, 3);
			renameFileNow(from, to, (...args) => {
				scan();
				fs.renameSync(...args);
			});
			assert.equal(fs.readFileSync(to, 'utf8'), 'new');
		});
	}

	test('is given up after a while, and at once for every other reason', async () => {
		const begin = Date.now();
		await assert.rejects(renameScanned(scanned('EBUSY', 1000)), /EBUSY/);
		assert.ok(Date.now() - begin >= 1000);
		let tries = 0;
		const full = () => {
			tries++;
			scanned('ENOSPC', 1000)();
		};
		await assert.rejects(renameScanned(full), /ENOSPC/);
		assert.throws(() => renameFileNow(from, to, full), /ENOSPC/);
		assert.equal(tries, 2);
		assert.equal(fs.readFileSync(to, 'utf8'), 'old');
	});
});
