import assert from 'node:assert/strict';
import type { FormPicture } from '../../../src/core/connector/form/formPicture';
import { reuse } from '../../../src/pages/form/formReuse';
import { received, toSend } from '../../../src/pages/form/sentPicture';
import { pictured } from '../core/connector/form/picturing';

suite('A picture on its way to its page', () => {
	const form = (label: string) =>
		`<Menu name="m"><Section name="s"><Field name="a" displayName="${label}"/><Field name="b" type="cardList">
			<Field name="c"/></Field></Section><Section name="t"/></Menu><Menu name="n"/>`;
	/** What is sent of a picture to a page that has another one, and what the page then has. */
	function send(known: FormPicture | undefined, next: FormPicture) {
		const sent = toSend(reuse(known, next), known);
		return { sent, page: received(JSON.parse(JSON.stringify(sent)) as typeof sent, known) };
	}
	const withoutPlaces = (picture: FormPicture) =>
		JSON.stringify(picture, (name, value: unknown) =>
			name === 'start' || name === 'end' ? undefined : value,
		);

	test('has everything for a page that has nothing', () => {
		const picture = pictured(form('A'));
		assert.deepEqual(send(undefined, picture).sent, picture);
	});

	test('names what has not changed', () => {
		const { sent } = send(pictured(form('A')), pictured(form('Longer')));
		const [m, n] = sent.steps;
		assert.equal(n, 'step:n#1');
		assert.ok(typeof m === 'object');
		const [s, t] = m.sections;
		assert.equal(t, 'section:m/t#1');
		assert.ok(typeof s === 'object');
		assert.deepEqual(
			s.fields.map(field => (typeof field === 'string' ? field : field.label?.text)),
			['Longer', 'field:b#1'],
		);
	});

	const others = [
		form('B'),
		'',
		form('A').replace('<Section name="t"/>', ''),
		form('A').replace('name="c"', 'name="d"'),
	];
	for (const [index, other] of [...others, `<Menu name="new"/>${form('A')}`].entries()) {
		test(`is the same once it is there, change ${index + 1}`, () => {
			const next = pictured(other);
			assert.equal(withoutPlaces(send(pictured(form('A')), next).page), withoutPlaces(next));
		});
	}
});
