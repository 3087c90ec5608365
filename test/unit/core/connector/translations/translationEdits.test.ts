import assert from 'node:assert/strict';
import { textOf, type ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import type { DocumentEdits } from '../../../../../src/core/connector/fixes/fix';
import { textsIn } from '../../../../../src/core/connector/translations/translation';
import { labelTexts } from '../../../../../src/core/connector/model/labels';
import {
	addKeyEdits,
	removeKeyEdits,
	removeTextEdits,
	setTextEdits,
} from '../../../../../src/core/connector/translations/translationEdits';
import { oneOf, seeded, seededTest } from '../../../../seeds';
import { evenText, randomText } from '../../properties/randomTexts';
import { connectorOf } from '../completion/completing';
import { edited } from '../smallConnector';

suite('Edits of a text of a connector', () => {
	const locale = (documents: ConnectorDocuments, name: string) =>
		textOf(documents, `translations/${name}`) ?? '';
	const said = (documents: ConnectorDocuments, key: string, name: string) =>
		labelTexts(documents, key).find(each => each.locale === name)?.text;
	const names = (edits: DocumentEdits) => [...edits.keys()];
	const some = () =>
		connectorOf({
			translations: {
				de: '# Deutsch\r\na = 1\r\n\r\nd : \\u00e4\\u00f6 \\\r\n   weiter\r\n',
				en: 'a=one\nb=two\nc=three\nd=four',
				fr: 'c=trois\na=un\na=une\n! fin',
			},
		});

	test('change the line of the entry alone', () => {
		const documents = some();
		const edits = setTextEdits(documents, 'a', 'de', 'eins');
		assert.deepEqual(names(edits), ['translations/de']);
		const result = edited(documents, edits);
		assert.equal(locale(result, 'de'), locale(documents, 'de').replace('a = 1', 'a = eins'));
	});

	test('change the entry that counts', () => {
		const result = edited(some(), setTextEdits(some(), 'a', 'fr', 'un seul'));
		assert.equal(locale(result, 'fr'), 'c=trois\na=un\na=un seul\n! fin');
	});

	test('are spelled as the locale spells its texts', () => {
		const result = edited(some(), setTextEdits(some(), 'a', 'de', 'Ü'));
		assert.match(locale(result, 'de'), /^a = \\u00dc\r$/m);
	});

	test('are spelled as most texts of the locale are', () => {
		const lines = [...Array(20).keys()].map(index => `k${index}=\\u00e4\n`).join('');
		const documents = connectorOf({ translations: { en: 'new=New\n', de: `${lines}raw=ö\n` } });
		const result = edited(documents, setTextEdits(documents, 'k3', 'de', 'Größe'));
		assert.match(locale(result, 'de'), /^k3=Gr\\u00f6\\u00dfe$/m);
		const added = edited(documents, setTextEdits(documents, 'new', 'de', 'Neü'));
		assert.match(locale(added, 'de'), /^new=Ne\\u00fc$/m);
		assert.match(locale(added, 'de'), /^raw=ö$/m);
	});

	test('are spelled as the other locales are where the locale has shown no spelling', () => {
		assert.match(locale(edited(some(), setTextEdits(some(), 'a', 'en', 'Ü')), 'en'), /^a=\\u00dc$/m);
		const added = edited(some(), addKeyEdits(some(), 'new', 'Café'));
		assert.match(locale(added, 'en'), /^new=Caf\\u00e9$/m);
	});

	test('change nothing if the text is the same, however it is spelled, or the locale is not there', () => {
		assert.deepEqual(names(setTextEdits(some(), 'd', 'de', 'äö weiter')), []);
		assert.deepEqual(names(setTextEdits(some(), 'a', 'it', 'uno')), []);
		assert.deepEqual(names(removeTextEdits(some(), 'b', 'de')), []);
		assert.deepEqual(names(removeKeyEdits(some(), 'z')), []);
	});

	test('add a key where en has it', () => {
		const result = edited(some(), setTextEdits(some(), 'b', 'de', 'zwei'));
		assert.equal(locale(result, 'de'), locale(some(), 'de').replace('a = 1\r\n', 'a = 1\r\nb = zwei\r\n'));
	});

	test('add a key to en where another locale has it', () => {
		const documents = connectorOf({ translations: { en: 'a=1\nc=3\n', de: 'a=1\nb=2\nc=3\n' } });
		assert.equal(locale(edited(documents, setTextEdits(documents, 'b', 'en', '2')), 'en'), 'a=1\nb=2\nc=3\n');
	});

	test('add a key that en lacks where another locale has it', () => {
		const documents = connectorOf({
			translations: { en: 'c=3\na=1\n', de: 'a=1\nc=3\n', fr: 'a=1\nb=2\nc=3\n' },
		});
		assert.equal(locale(edited(documents, setTextEdits(documents, 'b', 'de', '2')), 'de'), 'a=1\nb=2\nc=3\n');
	});

	test('add a key that no locale has to its family', () => {
		const documents = connectorOf({ translations: { en: 'menuLabel_a=1\nb=2\n' } });
		const result = edited(documents, setTextEdits(documents, 'menuLabel_c', 'en', '3'));
		assert.equal(locale(result, 'en'), 'menuLabel_a=1\nmenuLabel_c=3\nb=2\n');
	});

	test('add a key that no locale has where the form has it', () => {
		const field = (label: string) => `<Field name="${label}" displayName="${label}"/>`;
		const documents = connectorOf({
			form: `<Form>${field('A')}${field('B')}${field('C')}</Form>`,
			translations: { en: 'Y=0\nA=1\nC=3\nZ=9\n' },
		});
		const result = edited(documents, setTextEdits(documents, 'B', 'en', '2'));
		assert.equal(locale(result, 'en'), 'Y=0\nA=1\nB=2\nC=3\nZ=9\n');
	});

	test('add a key with its text to en alone, so that it is missing in the other locales', () => {
		const edits = addKeyEdits(some(), 'new', 'New');
		assert.deepEqual(names(edits), ['translations/en']);
		assert.match(locale(edited(some(), edits), 'en'), /^new=New$/m);
		assert.deepEqual(names(addKeyEdits(some(), 'b', 'zwei')), []);
	});

	test('add a key to the first locale where there is no en, and give a key that repeats itself a text', () => {
		const documents = connectorOf({ translations: { fr: 'a=a\n', de: 'a=A\n' } });
		assert.deepEqual(names(addKeyEdits(documents, 'b', 'B')), ['translations/fr']);
		assert.equal(locale(edited(documents, addKeyEdits(documents, 'a', 'un')), 'fr'), 'a=un\n');
		assert.deepEqual(names(addKeyEdits(connectorOf({}), 'a', 'A')), []);
	});

	test('take a key away from every locale, with all its entries', () => {
		const result = edited(some(), removeKeyEdits(some(), 'a'));
		assert.equal(locale(result, 'en'), 'b=two\nc=three\nd=four');
		assert.equal(locale(result, 'de'), locale(some(), 'de').replace('a = 1\r\n', ''));
		assert.equal(locale(result, 'fr'), 'c=trois\n! fin');
	});

	test('take a key away from one locale', () => {
		const edits = removeTextEdits(some(), 'a', 'fr');
		assert.deepEqual(names(edits), ['translations/fr']);
		assert.equal(locale(edited(some(), edits), 'fr'), 'c=trois\n! fin');
	});

	/** Puts back what a locale said before. */
	function undone(before: ConnectorDocuments, after: ConnectorDocuments, key: string, name: string) {
		const text = said(before, key, name);
		return edited(
			after,
			text === undefined ? removeTextEdits(after, key, name) : setTextEdits(after, key, name, text),
		);
	}

	test('can be taken back', () => {
		for (const [key, name] of [
			['a', 'en'],
			['b', 'de'],
			['a', 'fr'],
		] as const) {
			const after = edited(some(), setTextEdits(some(), key, name, 'other'));
			assert.equal(said(after, key, name), 'other');
			assert.equal(locale(undone(some(), after, key, name), name), locale(some(), name));
		}
		assert.equal(said(some(), 'a', 'it'), undefined);
		assert.equal(said(some(), '__proto__', 'en'), undefined);
	});

	const strange = [
		...['', ' ', '  a ', '\t', '#', '!a', '=', ':b', 'a=b:c', '\\', 'a\\', '\\u00fc', 'a\nb', '\r\n', '\n'],
		...['😀', '\ud83d', 'ü', '\0', '\f', '<b>x</b>', '{0}', "it's", '\u2028', 'a\\\nb'],
	];

	function assertReadBack(text: string, seed: number): void {
		const file = evenText(seed, 12);
		const documents = connectorOf({ translations: { en: 'k=1\nb=2\na=3', de: file } });
		const before = textsIn(documents.translations.get('de')!);
		const keys = ['k', 'strange key=:', before.size > 0 ? oneOf(seeded(seed), [...before.keys()]) : 'a'];
		for (const key of keys) {
			const about = JSON.stringify([file, key, text]);
			const edits = setTextEdits(documents, key, 'de', text);
			const after = edited(documents, edits);
			assert.equal(said(after, key, 'de'), text, about);
			for (const [other, { value }] of before) {
				assert.equal(said(after, other, 'de'), other === key ? text : value, about);
			}
			const [edit] = edits.get('translations/de') ?? [];
			const entry = before.get(key);
			if (edit && entry) {
				assert.ok(entry.start <= edit.start && edit.end <= entry.end, about);
			} else if (edit) {
				assert.equal(edit.start, edit.end, about);
			}
			assert.equal(said(undone(documents, after, key, 'de'), key, 'de'), entry?.value, about);
			const gone = edited(documents, removeKeyEdits(documents, key));
			assert.equal(said(gone, key, 'de'), undefined, about);
			assert.equal(said(gone, key, 'en'), undefined, about);
		}
	}

	seededTest('are read back as they were entered, and leave all other lines as they are', 600, seeds => {
		strange.forEach(assertReadBack);
		for (const seed of seeds) {
			assertReadBack(randomText(seed, 6), seed);
		}
	});
});
