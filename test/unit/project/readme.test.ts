import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runProgram } from '../../rig/processGroup';

const readText = (file: string) => fs.readFileSync(file, 'utf8');
const readme = readText('README.md');
const [beforeReference = '', reference = ''] = readme.split(/^## Reference$/m);

/** The words that one reads: no code blocks, no pictures, of links their text alone. */
function wordsOf(markdown: string): readonly string[] {
	return markdown
		.replace(/^```[^]*?^```/gm, '')
		.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
		.replace(/\]\([^)]*\)/g, ']')
		.split(/\s+/)
		.filter(word => /[\p{L}\p{N}]/u.test(word));
}

/** The rows of the table below a heading, each with its cells. */
function tableBelow(heading: string): readonly (readonly string[])[] {
	const [, section = ''] = readme.split(new RegExp(`^#+ ${heading}$`, 'm'));
	const [first = ''] = section.split(/^#/m);
	const rows = first.split('\n').filter(line => line.startsWith('| '));
	return rows.slice(2).map(row => row.split(/(?<!\\)\|/).map(cell => cell.trim()));
}

suite('The README', () => {
	test('can be read in a few minutes before its reference begins', () => {
		assert.ok(reference.length > 0);
		const { length } = wordsOf(beforeReference);
		assert.ok(length > 400 && length <= 900, `${length} words`);
	});

	test('has the commands from source on its first screens', () => {
		for (const command of ['npm ci && npm start', 'npm ci && npm test']) {
			const before = readme.slice(0, readme.indexOf(command));
			assert.ok(readme.includes(command) && wordsOf(before.replace(/```sh[^]*$/, '')).length <= 250, command);
		}
	});

	test('has all settings as package.json has them: npm run settings-table', async () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-readme-'));
		try {
			for (const file of ['README.md', 'package.json', 'package.nls.json', '.oxfmtrc.json']) {
				fs.copyFileSync(file, path.join(folder, file));
			}
			await runProgram(process.execPath, [path.resolve('scripts/settingsTable.js')], { cwd: folder });
			assert.equal(readText(path.join(folder, 'README.md')), readme);
		} finally {
			fs.rmSync(folder, { recursive: true });
		}
	});

	test('explains messages that the extension has, in their own words', () => {
		const messages = Object.keys(JSON.parse(readText('l10n/bundle.l10n.json')) as object).map(message => {
			const parts = message.split(/\{\d\}/).map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
			return { message, pattern: new RegExp(`^${parts.join('.+')}$`), plain: parts.join('').length };
		});
		const explained = tableBelow('Troubleshooting').map(([, message = '']) => message);
		assert.ok(explained.length > 10);
		for (const text of explained) {
			// Of which "{0}: {1}" alone says nothing.
			assert.ok(
				messages.some(({ pattern, plain }) => plain > 15 && pattern.test(text)),
				text,
			);
		}
	});

	test('says of each file and folder in the storage of the extension where it is, and how it is deleted', () => {
		const sources = [
			'src/browsing.ts',
			'src/tenants/embeddedSample.ts',
			'src/commands/transfer/transferDesk.ts',
		].map(readText);
		const names = sources.flatMap(text =>
			[...text.matchAll(/\bstorage, '([^']+)'|\bfolder\('([^']+)'|'([\w-]+\.json)'/g)].map(
				match => match.slice(1).find(Boolean) ?? '',
			),
		);
		assert.deepEqual([...new Set(names)].sort(), [
			'deleted',
			'history',
			'sample-production.json',
			'sample-tenant.json',
			'tenants.json',
			'transfers',
		]);
		const places = tableBelow('What is kept, where, and how to delete it').map(([, , place = '']) => place);
		for (const name of names) {
			assert.ok(
				places.some(place => place.includes(`\`${name}\``)),
				name,
			);
		}
	});

	test('leads to every document for readers, so that none is forgotten', () => {
		for (const name of fs.readdirSync('docs').filter(file => file.endsWith('.md'))) {
			assert.ok(readme.includes(`(docs/${name})`), name);
		}
	});
});

suite('The pictures of the README', () => {
	const shown = [...readme.matchAll(/!\[[^\]]+\]\((docs\/images\/[^)]+)\)/g)].map(([, file]) => String(file));

	test('are those that the folder has', () => {
		const files = fs.readdirSync('docs/images').map(name => `docs/images/${name}`);
		assert.deepEqual([...shown].sort(), files.sort());
	});

	for (const file of shown.filter(name => name.endsWith('.png'))) {
		test(`${file} is sharp on a fine screen, and small`, () => {
			const png = fs.readFileSync(file);
			assert.ok(png.readUInt32BE(16) >= 2000, 'pixels from left to right'); // in a PNG's header
			assert.ok(png.length <= 400_000, `${png.length} bytes`);
		});
	}

	test('have one that moves, not too large to be loaded', () => {
		const [moving, ...others] = shown.filter(name => name.endsWith('.gif'));
		assert.ok(moving !== undefined && others.length === 0);
		const gif = fs.readFileSync(moving);
		assert.equal(gif.toString('latin1', 0, 6), 'GIF89a');
		assert.ok(gif.length <= 1_500_000, `${gif.length} bytes`);
		assert.ok(moved(gif) > 9_000 && moved(gif) < 16_000, `${moved(gif)} milliseconds`);
	});
});

/** How long a GIF moves, in milliseconds, by its graphic control extensions, each with hundredths of a second. */
function moved(gif: Buffer): number {
	let sum = 0;
	for (let at = gif.indexOf('21f904', 0, 'hex'); at >= 0; at = gif.indexOf('21f904', at + 8, 'hex')) {
		if (gif[at + 7] === 0 && gif[at + 8] === 0x2c) {
			sum += 10 * gif.readUInt16LE(at + 4);
		}
	}
	return sum;
}
