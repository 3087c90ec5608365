import assert from 'node:assert/strict';
import fs from 'node:fs';

const readTexts = (file: string) =>
	JSON.parse(fs.readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

const messages = Object.keys(readTexts('l10n/bundle.l10n.json'));
const ofManifest = Object.entries(readTexts('package.nls.json'));
const commandTitles = ofManifest.filter(([key]) => key.startsWith('command.')).map(([, text]) => text);
/** Of settings and the welcome, where there is more to say. */
const descriptions = new Set(
	ofManifest.filter(([key]) => /^(setting|welcome)\./.test(key)).map(([, text]) => text),
);
const all = [...messages, ...ofManifest.map(([, text]) => text)];

/** Words and habits that sound odd, are vague, or have a better word that is used everywhere else. */
const dropped: readonly (readonly [what: string, pattern: RegExp])[] = [
	['immediately', /\bat once\b/i],
	['automatically', /\bby itself\b/i],
	['reported, or shown', /\b(is|are|was|were) told\b/i],
	['received, accepted or saved', /\b(takes?|took|taken) (it|them|these)\b|\bhas taken\b/i],
	['version', /\b(an)?other texts?\b(?! than the key)/i],
	['say when, or leave it out', /\bmeanwhile\b|\bby now\b/i],
	['name the tenant', /\bit says\b/i],
	['computer', /\bmachines?\b/i],
	['leave it out', /\ball the same\b|\bas you wished?\b/i],
	['not a', /(?<!there )\b(is|are) no (?!longer\b)/i],
	['cannot', /\bcan['’]t\b|\bwon['’]t\b|\bdon['’]t\b/i],
	['must', /\b(has|have) to be\b/i],
	['selected', /\b(is|are|was|were) (un)?checked\b|\bchecked documents?\b/i],
	['no longer', /\bany ?more\b/i],
	['such as', /\be\.g\.|\bi\.e\./i],
	['straight quotes', /[“”‘’]/],
	['one space', / {2}/],
	['…', /\.\.\./],
	['no exclamation mark', /(?<!<)!/],
	['language', /(?<![."])\blocales?\b(?!")/i],
	['rejects', /\brefuse[sd]\b(?! the connection)/i],
	['translated into', /\btranslated to\b/i],
	['Java class', /\bclass names?\b/i],
	['another', /\ba different\b/i],
	['unknown', /\b(is|are) not known\b/i],
	['select, enter or change', /\bchoose\b(?!…| Files?…)/i],
	['stay in the editor', /\bunsaved (texts?|documents?|changes)\b.*\b(are|is) kept\b/i],
	['refresh the tenant', /\brefresh the view\b/i],
	['comma only between sentences', /, and (try|import|save|send|undo) again\b/i],
];

/** Words that the product uses for one and the same thing; the first is the one to use. */
const synonyms: readonly (readonly string[])[] = [
	['select', 'choose', 'pick'],
	['enter', 'type', 'give'],
	['must', 'should', 'has to', 'have to'],
	['rejected', 'refused', 'did not take', 'does not take', 'did not accept', 'does not accept'],
	['previous', 'earlier', 'former'],
	['another', 'different', 'other'],
	['contains', 'holds'],
	['start', 'begin'],
	['ends', 'finishes'],
	['show', 'display', 'view'],
	['backup', 'copy kept'],
	['no longer has', 'does not have any more', 'has no more'],
	['is missing', 'lacks', 'is not there'],
	['changed', 'modified'],
	['cannot', 'can not', 'is unable to'],
	['try again', 'retry'],
	['before', 'first'],
	['language', 'locale'],
	['computer', 'machine'],
	['folder', 'directory'],
	['script name', 'scriptname'],
	['no translations', 'no languages'],
	['stay', 'stays', 'keep', 'keeps', 'is kept', 'are kept'],
	['', 'a', 'an', 'the', 'this', 'that', 'it', 'its', 'them', 'their', 'your', 'yet'],
];

/** What a message says, whichever of the words it says it with. */
function meaning(text: string): string {
	let words = ` ${plain(text)
		.replace(/\{\d\}/g, ' # ')
		.replace(/[^\p{L}\p{N}#<>&;/=-]+/gu, ' ')
		.trim()} `;
	for (const [word = '', ...others] of synonyms) {
		for (const other of word === '' ? others : others.toSorted((one, two) => two.length - one.length)) {
			words = words.replaceAll(` ${other} `, word === '' ? ' ' : ` ${word} `);
		}
	}
	return words.trim();
}

/** A message without what a row, a title and a button may differ in: icon, case, dots at the end. */
function plain(text: string): string {
	return text
		.replace(/^\$\([\w-]+\) /, '')
		.replace(/[.?…:]$/, '')
		.trim()
		.toLowerCase();
}

const counted =
	'bytes changes conflicts connectors differences documents errors fields files hints keys languages lines problems results tenants texts versions warnings';
/** A number and what it counts; not of "2 of 3 documents", where it is the number of all. */
const count = new RegExp(`(?<!of )\\{\\d\\} (?:missing )?(?:${counted.replaceAll(' ', '|')})\\b`, 'i');
/** What is said only of several: one has a sentence of its own, with its name or without the number. */
const ofSeveral = new Set([
	'{0} files selected. The limit is {1}.',
	'{0} tenants',
	'{0} connectors of {1}',
	'There are more than {0} files. Select a folder or a ZIP file that contains only connectors.',
	'Add {0} Missing Keys from English',
	'Add {0} Missing Keys from Another Language',
	'Remove {0} from All {1} Languages',
	'{0} is missing {1} keys: {2}, and {3} more.',
	'{0} is missing {1} keys: {2}.',
	'Send {0} documents to {1}?',
	'Sent {0} documents to {1} at {2}',
	'{0} documents return to their previous version, except those changed since.',
	'Create {0} Connectors in {1}',
	'Delete {0} Connectors from {1}',
	'{0} {1} problems, the first with {2}: {3}',
	'{0} → {1} bytes',
]);

/** A message without its arguments and what differs in the plural, "1" in place of the number. */
function singular(text: string): string {
	return text
		.replace(count, counting => counting.replace(/\{\d\}/, '1').replace(/s$/i, ''))
		.replace(/\{\d\}/g, '#')
		.replace(/\bare\b/g, 'is')
		.replace(/\bwere\b/g, 'was')
		.toLowerCase();
}

const isSentence = (text: string) => /[.?]$/.test(text) || /[.?] /.test(text);
const sentencesIn = (text: string) => text.split(/(?<=[^.\s][.?]"?) +(?=["'<{\p{Lu}])/u);
const small = new Set('a an and as at by for from in of on or the to with'.split(' '));

suite('The wording of messages', () => {
	for (const [better, pattern] of dropped) {
		test(`has none of what is said better: ${better}`, () => {
			assert.deepEqual(
				all.filter(text => pattern.test(text)),
				[],
			);
		});
	}

	test('says the same thing in the same words', () => {
		const found = new Map<string, string[]>();
		for (const text of new Set(all)) {
			found.set(meaning(text), [...(found.get(meaning(text)) ?? []), text]);
		}
		const twins = [...found]
			.filter(([key]) => /\p{L}{4}/u.test(key))
			.map(([, texts]) => texts)
			.filter(texts => new Set(texts.map(plain)).size > 1);
		assert.deepEqual(twins, []);
	});

	test('has at most two sentences in a message: what happened, and what to do', () => {
		const long = all.filter(text => !descriptions.has(text) && sentencesIn(text).length > 2);
		assert.deepEqual(long, []);
	});

	test('says one of what it counts in the singular', () => {
		const withOne = new Set(messages.filter(text => /(?<!\{)\b1 /.test(text)).map(singular));
		const only = messages.filter(text => count.test(text) && !withOne.has(singular(text)));
		assert.deepEqual(
			only.filter(text => !ofSeveral.has(text)),
			[],
		);
	});

	test('ends a sentence with a full stop where another one is before it', () => {
		const open = all.filter(text => sentencesIn(text).length > 1 && !/([.?:…)]|\{\d\})$/.test(text));
		assert.deepEqual(open, []);
	});

	test('has commands in title case, beginning with a verb', () => {
		const words = commandTitles.flatMap(title =>
			title
				.replace('…', '')
				.split(' ')
				.map((word, index) => ({ title, word, index })),
		);
		const lower = words.filter(
			({ word, index }) => !/^["\p{Lu}]/u.test(word) && (index === 0 || !small.has(word)),
		);
		assert.deepEqual(
			lower.map(({ title }) => title),
			[],
		);
	});

	test('has messages in sentence case', () => {
		const names = /VS Code|Identity Security Cloud|ISC Connectors|Save without Formatting|[A-Z]{2,}\w*/g;
		const titled = all.filter(text => {
			const words = text.replace(names, '').match(/\p{L}[\p{L}'-]*/gu) ?? [];
			const capital = words.filter(word => /^\p{Lu}/u.test(word));
			return isSentence(text) && words.length > 3 && capital.length > words.length / 2;
		});
		assert.deepEqual(titled, []);
	});
});
