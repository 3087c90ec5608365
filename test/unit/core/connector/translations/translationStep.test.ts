import assert from 'node:assert/strict';
import { textOf, type ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import {
	addKeyEdits,
	removeKeyEdits,
	setTextEdits,
	type TranslationEdits,
} from '../../../../../src/core/connector/translations/translationEdits';
import {
	editsTo,
	stepBetween,
	stepOf,
	type Step,
} from '../../../../../src/core/connector/translations/translationStep';
import { parseProperties } from '../../../../../src/core/properties/parse';
import { connectorOf } from '../completion/completing';
import { edited } from '../smallConnector';

suite('A step of editing translations', () => {
	const texts = (documents: ConnectorDocuments) =>
		[...documents.translations.keys()].map(locale => textOf(documents, `translations/${locale}`));
	const changed = (locale: string): never => {
		throw new Error(`changed in ${locale}`);
	};
	const back = (documents: ConnectorDocuments, { key, before, after }: Step) =>
		edited(documents, editsTo(documents, key, after, before, changed));
	const forth = (documents: ConnectorDocuments, { key, before, after }: Step) =>
		edited(documents, editsTo(documents, key, before, after, changed));
	const withText = (documents: ConnectorDocuments, locale: string, text: string) => ({
		...documents,
		translations: new Map(documents.translations).set(locale, parseProperties(text)),
	});

	const some = () =>
		connectorOf({
			translations: {
				en: 'a=1\na=2\n# about b\nb=2\n\nc=3',
				de: 'a : x\\=\\\n   y\\u00e4\r\nb=2\r\n',
				fr: 'b=deux',
			},
		});
	const all: readonly (readonly [string, (documents: ConnectorDocuments) => TranslationEdits])[] = [
		['a', documents => removeKeyEdits(documents, 'a')],
		['b', documents => removeKeyEdits(documents, 'b')],
		['a', documents => setTextEdits(documents, 'a', 'de', 'z')],
		['a', documents => setTextEdits(documents, 'a', 'fr', 'un')],
		['n', documents => addKeyEdits(documents, 'n', 'new')],
	];

	test('leads back to the very texts that were there, and forth again', () => {
		for (const [key, edits] of all) {
			const before = some();
			const step = stepOf(before, key, edits(before));
			const after = edited(before, edits(before));
			assert.notDeepEqual(texts(after), texts(before));
			assert.deepEqual(texts(back(after, step)), texts(before), key);
			assert.deepEqual(texts(forth(back(after, step), step)), texts(after), key);
		}
	});

	test('of whole translations leads back and forth, and nowhere over what has been changed', () => {
		const before = some();
		const after = withText(before, 'fr', 'b=two');
		const step = stepBetween(new Map([['translations/fr', { before: 'b=deux', after: 'b=two' }]]));
		assert.deepEqual(texts(back(after, step)), texts(before));
		assert.deepEqual(texts(forth(before, step)), texts(after));
		assert.deepEqual(texts(back(before, step)), texts(before));
		assert.throws(() => back(withText(before, 'fr', 'b=two\nc=3'), step), /changed in fr/);
	});

	test('leads back one by one', () => {
		let documents = some();
		const seen = all.map(([key, edits]) => {
			const before = documents;
			const made = edits(before);
			documents = edited(before, made);
			return { before, step: stepOf(before, key, made) };
		});
		for (const { before, step } of seen.toReversed()) {
			documents = back(documents, step);
			assert.deepEqual(texts(documents), texts(before));
		}
	});

	test('leads to the text of its key where there is more in the document by now', () => {
		const before = some();
		const step = stepOf(before, 'b', setTextEdits(before, 'b', 'fr', 'two'));
		const typedOn = withText(before, 'fr', 'b=two\nz=26');
		assert.equal(textOf(back(typedOn, step), 'translations/fr'), 'b=deux\nz=26');
	});

	test('leaves what people have taken back in an editor', () => {
		const before = some();
		const step = stepOf(before, 'b', removeKeyEdits(before, 'b'));
		assert.equal(editsTo(before, 'b', step.after, step.before, changed).size, 0);
		const after = edited(before, step.after.edits);
		const half = withText(after, 'fr', 'b=deux');
		assert.deepEqual(texts(back(half, step)), texts(before));
		assert.equal(
			editsTo(withText(before, 'fr', 'x=y\nb=deux'), 'b', step.after, step.before, changed).size,
			0,
		);
	});

	test('leads nowhere over what has been changed since', () => {
		const before = some();
		const step = stepOf(before, 'b', setTextEdits(before, 'b', 'fr', 'two'));
		assert.throws(() => back(withText(before, 'fr', 'b=three'), step), /changed in fr/);
	});
});
