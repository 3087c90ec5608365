import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadedWith } from '../loadedWith';
import { runProgram } from '../processGroup';
import { asTest } from '../testResult';
import type { Step } from './step';
import { filesInZip, textInZip } from './zip';

export const vsix = 'out/isc-connector-studio.vsix';

const required = [
	'extension/package.json',
	'extension/dist/extension.js',
	'extension/readme.md',
	'extension/changelog.md',
	'extension/LICENSE.txt',
	...fs.readdirSync('.').flatMap(file => (file.startsWith('package.nls.') ? [`extension/${file}`] : [])),
	// That in English is for translators: VS Code finds its texts in the code.
	...fs.readdirSync('l10n').flatMap(file => (file === 'bundle.l10n.json' ? [] : [`extension/l10n/${file}`])),
	...fs.readdirSync('media/help').map(file => `extension/media/help/${file}`),
];

const allowed = [
	/^extension\/dist\/[^/]+\.js$/,
	/^extension\/media\//,
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
				const files = [...filesInZip(vsix).keys()];
				const missing = required.filter(file => !files.includes(file));
				const superfluous = files.filter(
					file => !required.includes(file) && !allowed.some(pattern => pattern.test(file)),
				);
				assert.deepEqual({ missing, superfluous }, { missing: [], superfluous: [] });
				return Promise.resolve();
			}),
		);
		report(
			await asTest('the package is small without its pictures', () => {
				const pictures = [...filesInZip(vsix)].filter(
					([name]) => /\.(png|gif|webp)$/.test(name) && name !== 'extension/media/icon.png',
				);
				const bytes = fs.statSync(vsix).size - pictures.reduce((sum, [, size]) => sum + size, 0);
				assert.ok(bytes <= 630_000, `${bytes} bytes`);
				return Promise.resolve();
			}),
		);
		report(
			await asTest(
				'the README leads to the repository, and shows pictures from there, once it is known',
				async () => {
					const readme = textInZip(
						await packageOfOwner('https://github.com/acme/studio'),
						'extension/readme.md',
					);
					const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
					const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
					assert.ok(pictures.length > 0);
					for (const picture of pictures) {
						assert.match(picture, /^https:\/\/github\.com\/acme\/studio\/raw\/HEAD\/docs\/images\//);
					}
					assert.deepEqual(
						targets.filter(target => !/^(https:\/\/|#)/.test(target)),
						[],
					);
				},
			),
		);
		report(
			await asTest('activation loads little, in one file', () => {
				const files = loadedWith('extension.js');
				const bytes = files.reduce((sum, file) => sum + fs.statSync(`dist/${file}`).size, 0);
				assert.ok(files.length === 1 && bytes <= 10_000, `${files.join(', ')}: ${bytes} bytes`);
				return Promise.resolve();
			}),
		);
	},
};

/** A .vsix as it is made once the project has a home, of a copy without its code. */
async function packageOfOwner(address: string): Promise<string> {
	const folder = 'out/owned';
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	for (const file of [
		'package.json',
		'package.nls.json',
		'README.md',
		'CHANGELOG.md',
		'LICENSE',
		'media',
		'dist',
	]) {
		fs.cpSync(file, path.join(folder, file), { recursive: true });
	}
	fs.copyFileSync('.vscodeignore', path.join(folder, '.vscodeignore'));
	const inFolder = { cwd: folder, shell: process.platform === 'win32' };
	await runProgram(process.execPath, [path.resolve('scripts/owner.js'), address], { cwd: folder });
	await runProgram('npm', ['pkg', 'delete', 'scripts.vscode:prepublish'], inFolder); // It is built already.
	await runProgram('npm', ['run', 'package', '--', '--out', 'owned.vsix'], inFolder);
	return path.join(folder, 'owned.vsix');
}
