import assert from 'node:assert/strict';
import fs from 'node:fs';
import { loadedWith } from '../loadedWith';
import { runProgram } from '../processGroup';
import { asTest } from '../testResult';
import type { Step } from './step';
import { filesInZip } from './zip';

export const vsix = 'out/isc-connector-studio.vsix';

const required = [
	'extension/package.json',
	'extension/dist/extension.js',
	'extension/readme.md',
	'extension/changelog.md',
	'extension/LICENSE.txt',
	...fs.readdirSync('.').flatMap(file => (file.startsWith('package.nls.') ? [`extension/${file}`] : [])),
	...fs.readdirSync('l10n').map(file => `extension/l10n/${file}`),
	...fs.readdirSync('media/help').map(file => `extension/media/help/${file}`),
];

const allowed = [
	/^extension\/dist\/[^/]+\.js$/,
	/^extension\/(media|l10n)\//,
	/^extension\/package\.nls(\.[\w-]+)?\.json$/,
	/^extension\.vsixmanifest$/,
	/^\[Content_Types\]\.xml$/,
];

/** Makes the .vsix as for a release, and looks into it. */
export const packageStep: Step = {
	name: 'package',
	limit: 180,
	after: ['build'],
	run: async report => {
		fs.rmSync('out/installed', { recursive: true, force: true });
		const made = await asTest('the package is made', async () => {
			await runProgram('npm', ['run', 'package', '--', '--out', vsix], {
				shell: process.platform === 'win32',
			});
		});
		report(made);
		if (!made.ok) {
			return;
		}
		report(
			await asTest('the package holds what a person needs and nothing else', () => {
				const files = filesInZip(vsix);
				const missing = required.filter(file => !files.includes(file));
				const superfluous = files.filter(
					file => !required.includes(file) && !allowed.some(pattern => pattern.test(file)),
				);
				assert.deepEqual({ missing, superfluous }, { missing: [], superfluous: [] });
				return Promise.resolve();
			}),
		);
		report(
			await asTest('activation loads little, in few files', () => {
				const files = loadedWith('extension.js');
				const bytes = files.reduce((sum, file) => sum + fs.statSync(`dist/${file}`).size, 0);
				assert.ok(files.length <= 2 && bytes <= 42_000, `${files.join(', ')}: ${bytes} bytes`);
				return Promise.resolve();
			}),
		);
	},
};
