import assert from 'node:assert/strict';
import fs from 'node:fs';
import { filledHelp, type HelpFacts } from '../../../src/commands/help/filledHelp';
import { commandIds } from '../../../src/commands/ids';
import { vscodeKeys } from '../../vscodeKeys';

const folder = 'media/help';
const files = fs.readdirSync(folder);
const helps = files.map(file => ({ file, text: fs.readFileSync(`${folder}/${file}`, 'utf8') }));
const readTexts = (file: string) =>
	JSON.parse(fs.readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

/** What a pattern has in its brackets, in order. */
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, part = '']) => part);

/** Of each section, the keys, commands and words that it names, in whatever order the language has them. */
const namesBySections = (text: string) =>
	text.split(/^#+ .*$/m).map(section => found(section, /(`[^`\n]+`|<[^>]+>)/g).sort());

/** The keys that the pages announce to screen readers, as the help writes them. */
function keysOfPages(): readonly string[] {
	const pages = fs
		.readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.tsx'))
		.map(file => fs.readFileSync(`src/pages/${file}`, 'utf8'))
		.join('\n');
	const announced = [
		...found(pages, /aria-keyshortcuts="([^"]+)"/g),
		...found(pages, /partKeys = '([^']+)'/g),
	];
	return announced
		.flatMap(keys => keys.split(' '))
		.map(key => key.replace('Control', 'Ctrl').replace('Arrow', ''));
}

suite('The accessibility help', () => {
	const facts: HelpFacts = {
		titleOf: id => `Title of ${id}`,
		wordOf: english => english.toUpperCase(),
		keybindings: [
			{ command: 'a.save', key: 'ctrl+s', mac: 'cmd+s' },
			{ command: 'a.save', key: 'f9' },
			{ command: 'a.show', key: 'ctrl+k v' },
		],
		tableShortcuts: [['{0}+Z, {0}+Y', 'Undo, redo']],
		isMac: false,
	};

	test('names commands by their titles and first keys, buttons by their words, and the keys of the table', () => {
		const text =
			'# Help\n- <command:a.save>, <command:a.show>, <command:b.c>: `Ctrl+.` <word:Show>\n<table-shortcuts>';
		assert.equal(
			filledHelp(text, facts),
			'# Help\n- Title of a.save (Ctrl+S), Title of a.show (Ctrl+K V), Title of b.c: Ctrl+. SHOW\n' +
				'- Ctrl+Z, Ctrl+Y: Undo, redo',
		);
		assert.equal(
			filledHelp(text, { ...facts, isMac: true }),
			'# Help\n- Title of a.save (Cmd+S), Title of a.show (Ctrl+K V), Title of b.c: Cmd+. SHOW\n' +
				'- Cmd+Z, Cmd+Y: Undo, redo',
		);
	});

	test('is there in every language, with the same sections, commands, words and keys', () => {
		const languages = found(fs.readdirSync('l10n').join('\n'), /^bundle\.l10n\.(.+\.)?json$/gm);
		assert.deepEqual(files.toSorted(), languages.map(language => `accessibility.${language}md`).sort());
		const [english, ...others] = ['', 'de.', 'ja.'].map(
			language => helps.find(({ file }) => file === `accessibility.${language}md`)?.text ?? '',
		);
		for (const other of others) {
			assert.deepEqual(namesBySections(other), namesBySections(english ?? ''));
			assert.deepEqual(found(other, /^(#+|-) /gm), found(english ?? '', /^(#+|-) /gm));
		}
	});

	for (const { file, text } of helps) {
		suite(file, () => {
			test('names commands, words and views that exist', () => {
				const commands = found(text, /<command:([^>]+)>/g);
				const words = found(text, /<word:([^>]+)>/g);
				const bundle = readTexts('l10n/bundle.l10n.json');
				assert.ok(commands.length > 20 && words.length > 0);
				assert.deepEqual(
					commands.filter(id => !commandIds.some(known => known === id)),
					[],
				);
				assert.deepEqual(
					words.filter(word => bundle[word] === undefined),
					[],
				);
				const views = readTexts(`package.nls.${file.replace('accessibility.', '').replace(/md$/, 'json')}`);
				for (const [, name = ''] of Object.entries(views).filter(([key]) => key.startsWith('view.'))) {
					assert.match(text, new RegExp(`^## .*: ${name}$`, 'm'));
				}
			});

			test('names keys that the pages or VS Code have', () => {
				const known = [...keysOfPages(), ...Object.keys(vscodeKeys)];
				const keys = found(text, /`([^`\n]+)`/g);
				assert.ok(keys.length > 20);
				assert.deepEqual(
					keys.filter(key => !known.includes(key)),
					[],
				);
				for (const key of keysOfPages()) {
					assert.ok(keys.includes(key) || key === 'Alt+F1', `${key} is missing`);
				}
			});

			test('leaves nothing open', () => {
				assert.doesNotMatch(filledHelp(text, facts), /[<>`*]/);
			});
		});
	}
});
