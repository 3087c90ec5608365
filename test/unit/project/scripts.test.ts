import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runProgram } from '../../rig/processGroup';

suite('The scripts for a release', () => {
	let folder: string;
	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-release-'));
		fs.copyFileSync('package.json', path.join(folder, 'package.json'));
		write(
			'CHANGELOG.md',
			'# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-12-01\n\n### Added\n\n- All.\n\n## [0.0.9] - 2026-11-01\n',
		);
		change({ version: '0.1.0', repository: undefined });
	});
	teardown(() => fs.rmSync(folder, { recursive: true }));

	const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
	const manifest = () =>
		JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
	const change = (values: object) => write('package.json', JSON.stringify({ ...manifest(), ...values }));
	const run = (script: string, argument: string) =>
		runProgram(process.execPath, [path.resolve('scripts', script), argument], { cwd: folder });

	for (const address of [
		'https://github.com/acme/studio',
		'https://github.com/acme/studio.git',
		'https://github.com/acme/studio/',
	]) {
		test(`${address} is where the project lives, and the switches for a missing one go`, async () => {
			const { scripts, repository, ...before } = manifest();
			assert.equal(repository, undefined);
			await run('owner.js', address);
			const after = manifest();
			assert.deepEqual(after, {
				...before,
				repository: { type: 'git', url: 'https://github.com/acme/studio.git' },
				bugs: { url: 'https://github.com/acme/studio/issues' },
				homepage: 'https://github.com/acme/studio#readme',
				scripts: {
					...(scripts as object),
					package: 'vsce package --no-dependencies --out isc-connector-studio.vsix',
				},
			});
			await run('owner.js', 'https://github.com/other/place');
			assert.deepEqual(manifest()['homepage'], 'https://github.com/other/place#readme');
		});
	}

	for (const address of [
		'',
		'acme/studio',
		'https://github.com/acme',
		'https://github.com/acme/studio/issues',
	]) {
		test(`"${address}" is no repository, and nothing is changed`, async () => {
			const before = manifest();
			await assert.rejects(run('owner.js', address), /Give the address of a GitHub repository/);
			assert.deepEqual(manifest(), before);
		});
	}

	test('a release has the notes of its version', async () => {
		await run('owner.js', 'https://github.com/acme/studio');
		assert.equal(await run('releaseNotes.js', 'v0.1.0'), '### Added\n\n- All.\n');
	});

	test('a version that is not ready is not released, and why is said', async () => {
		await assert.rejects(run('releaseNotes.js', 'v0.1.0'), /Nobody has said where the project lives/);
		await run('owner.js', 'https://github.com/acme/studio');
		await assert.rejects(
			run('releaseNotes.js', 'v0.2.0'),
			/The tag is "v0\.2\.0", but package\.json has the version 0\.1\.0/,
		);
		change({ version: '0.2.0' });
		await assert.rejects(run('releaseNotes.js', 'v0.2.0'), /no section "## \[0\.2\.0\] - <date>"/);
		write('CHANGELOG.md', '## [0.2.0]\n\n- All.\n');
		await assert.rejects(run('releaseNotes.js', 'v0.2.0'), /no date for 0\.2\.0/);
	});
});
