import assert from 'node:assert/strict';
import type { FormPicture } from '../../../../../src/core/connector/form/formPicture';
import { pictureOf } from '../../../../../src/core/connector/form/pictureOf';
import { partAt, partsOf } from '../../../../../src/core/connector/form/pictureParts';
import { parseXml } from '../../../../../src/core/xml/parse';

suite('The parts of a form', () => {
	const text = [
		'<Form><BaseConfig><Field name="base"/></BaseConfig>',
		'<Menu name="menu"><Section name="section"><Field name="one"/><Field name="two">',
		'<AllowedValues><Option value="x"/></AllowedValues></Field></Section></Menu></Form>',
	].join('\n');
	const picture = pictureOf(
		{
			sourceConfig: parseXml(text),
			sourceTemplate: undefined,
			correlationConfig: undefined,
			translations: new Map(),
		},
		'en',
	) as FormPicture;

	/** Which element the part at a place in the text is, by the beginning of its tag. */
	function assertAt(place: string, tag: string): void {
		const part = partAt(picture, text.indexOf(place));
		assert.ok(part && text.startsWith(tag, part.start), JSON.stringify(part));
	}

	test('come in the order of the text, what holds others before them', () => {
		const tags = [...partsOf(picture)].map(({ start }) => /^<[^/>]*/.exec(text.slice(start))?.[0]);
		assert.deepEqual(
			tags.filter((tag, index) => tags.indexOf(tag) === index),
			[
				'<BaseConfig',
				'<Field name="base"',
				'<Menu name="menu"',
				'<Section name="section"',
				'<Field name="one"',
				'<Field name="two"',
			],
		);
	});

	test('at a place are the innermost that it is in', () => {
		assertAt('name="one"', '<Field name="one"');
		assertAt('value="x"', '<Field name="two"');
		assertAt('name="section"', '<Section');
		assertAt('name="menu"', '<Menu');
		assert.equal(partAt(picture, 2), undefined);
	});

	test('that touch give the place between them to the second', () => {
		assertAt('<Field name="two"', '<Field name="two"');
	});

	test('that have just ended still have the caret behind them', () => {
		const part = partAt(picture, text.indexOf('</Section>'));
		assert.ok(part && text.startsWith('<Field name="two"', part.start), JSON.stringify(part));
	});
});
