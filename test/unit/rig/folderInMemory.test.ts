import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { folderInMemory } from '../../rig/folderInMemory';

suite('A folder in memory for the files of tests', () => {
	test('is not made where there is no such place', () => {
		assert.equal(folderInMemory(path.join(os.tmpdir(), 'not', 'there')), undefined);
	});

	test('goes with the process, and with it what is in there', () => {
		const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-memory-'));
		const program = `
			const folder = require(${JSON.stringify(path.resolve('out/rig/folderInMemory.js'))}).folderInMemory(process.argv[1]);
			require('node:fs').writeFileSync(folder + '/file', folder);
			console.log(folder);`;
		const { stdout } = spawnSync(process.execPath, ['--eval', program, parent], { encoding: 'utf8' });
		assert.equal(path.dirname(stdout), parent);
		assert.deepEqual(fs.readdirSync(parent), []);
		fs.rmdirSync(parent);
	});
});
