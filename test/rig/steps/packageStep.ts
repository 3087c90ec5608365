import assert from 'node:assert/strict';
import fs from 'node:fs';
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
	run: async report => {
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
			await asTest('no class is in two bundles, which would be two classes', () => {
				const bundles = JSON.parse(fs.readFileSync('out/bundles.json', 'utf8')) as Record<string, string[]>;
				const modules = Object.values(bundles).flat();
				const twice = modules.filter((module, index) => modules.indexOf(module) < index);
				const withClass = twice.filter(module => /^export class /m.test(fs.readFileSync(module, 'utf8')));
				assert.ok(modules.includes('src/extension.ts'));
				assert.deepEqual(withClass, []);
				return Promise.resolve();
			}),
		);
	},
};
