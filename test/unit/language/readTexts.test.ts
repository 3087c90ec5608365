import assert from 'node:assert/strict';
import { ReadTexts } from '../../../src/language/texts/readTexts';

suite('Texts that have been read', () => {
	const folder = 'isc-connector://acme/jdbc';
	const form = `${folder}/source-config.xml`;
	const english = `${folder}/translations/en.properties`;

	test('are read once until they are others', () => {
		const texts = new ReadTexts();
		const first = texts.xml(form, '<Form/>');
		assert.equal(texts.xml(form, '<Form/>'), first);
		assert.equal(texts.xml(form, '<Form />').root?.name, 'Form');
		assert.notEqual(texts.xml(form, '<Form/>'), first);
		assert.equal(texts.properties(english, 'a=b'), texts.properties(english, 'a=b'));
	});

	test('are read again around a change only, also after one that left them malformed', () => {
		const texts = new ReadTexts();
		const first = texts.xml(form, '<Form name="a"><Menu/></Form>');
		texts.xml(form, '<Form name="a"><</Form>');
		const last = texts.xml(form, '<Form name="a"><Menu b="c"/></Form>');
		assert.ok(first.root);
		assert.equal(last.root?.attributes, first.root.attributes);
	});

	test('are not kept of a folder that is forgotten, but for those that are wanted still', () => {
		const texts = new ReadTexts();
		const [one, other] = [texts.xml(form, '<Form/>'), texts.properties(english, 'a=b')];
		const elsewhere = texts.xml(`${folder}2/source-config.xml`, '<Form/>');
		texts.forgetBelow(folder, uri => uri === english);
		assert.notEqual(texts.xml(form, '<Form/>'), one);
		assert.equal(texts.properties(english, 'a=b'), other);
		assert.equal(texts.xml(`${folder}2/source-config.xml`, '<Form/>'), elsewhere);
	});

	test('are not read if they are too long', () => {
		const text = `<a>${' '.repeat(2_000_000)}</b>`;
		assert.deepEqual(new ReadTexts().xml(form, text).problems, []);
	});
});
