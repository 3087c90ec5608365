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
	['no exclamation mark', /!(?!-)/],
	['language', /(?<![."])\blocales?\b(?!")/i],
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
	['already', 'yet'],
	['', 'a', 'an', 'the', 'this', 'that', 'its', 'their', 'your'],
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
