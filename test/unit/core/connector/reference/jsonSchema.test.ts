import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import type { FormPicture } from '../../../../../src/core/connector/form/formPicture';
import { pictureOf } from '../../../../../src/core/connector/form/pictureOf';
import { connectorAttributes } from '../../../../../src/core/connector/form/submitted';
import { jsonSchema } from '../../../../../src/core/connector/reference/jsonSchema';
import { below, oneOf, seeded, seededTest, type Random } from '../../../../seeds';
import { everyTypeXml } from '../../../../ui/everyTypeForm';
import { connectorOf, sampleDocuments } from '../completion/completing';
import { pictured, sectionsOf } from '../form/picturing';
import { canSubmit, changed, isComplete, randomEntries } from './submitting';

suite('The JSON Schema of a form', () => {
	/** As people use it, who have it as a text. */
	function compiled(picture: FormPicture): ValidateFunction {
		const text = JSON.stringify(jsonSchema(picture, 'Connector'));
		return new Ajv2020({ strict: true }).compile(JSON.parse(text) as object);
	}

	/** Of what random entries submit the schema accepts what is complete, and of changes to it what some other entries submit. */
	function assertExact(
		picture: FormPicture,
		random: Random,
		rounds: number,
		validate = compiled(picture),
	): Record<'good' | 'bad', number> {
		const fields = sectionsOf(picture).flatMap(section => section.fields);
		const counts = { good: 0, bad: 0 };
		const assertAccepted = (attributes: object, isGood: boolean) => {
			const problems = () => JSON.stringify([attributes, validate.errors]);
			assert.equal(validate(attributes), isGood, `${isGood ? 'accepts' : 'rejects'} ${problems()}`);
			counts[isGood ? 'good' : 'bad']++;
		};
		for (let round = 0; round < rounds; round++) {
			const entered = randomEntries(random, fields, round % 2 === 0);
			const attributes = connectorAttributes(picture, entered);
			assertAccepted(attributes, isComplete(picture, entered));
			let other = attributes;
			for (let change = 0; change < 5; change++) {
				other = changed(random, fields, other);
				assertAccepted(other, canSubmit(picture, other));
			}
		}
		return counts;
	}

	seededTest('accepts exactly what the forms of the sample tenant submit', 1, seeds => {
		const forms = sampleDocuments(40).map(each => {
			const picture = pictureOf(each, 'en');
			assert.ok(picture);
			return { picture, validate: compiled(picture) };
		});
		for (const seed of seeds) {
			const random = seeded(seed);
			for (const { picture, validate } of forms) {
				const { good, bad } = assertExact(picture, random, 6, validate);
				assert.ok(good > 0 && bad > 0, `${picture.name}: ${good} good, ${bad} bad`);
			}
		}
	});

	seededTest('accepts exactly what other forms submit', 50, seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			assertExact(pictured(randomForm(random)), random, 8);
		}
	});

	test('accepts exactly what a form with every type of field submits', () => {
		const picture = pictureOf(connectorOf({ form: everyTypeXml }), 'en');
		assert.ok(picture);
		const { good, bad } = assertExact(picture, seeded(1), 100);
		assert.ok(good > 50 && bad > 50, `${good} good, ${bad} bad`);
	});

	test('accepts exactly what alternatives of the same name submit', () => {
		const mode = `<Field name="mode" type="select" defaultValue="a"><AllowedValues>
			<Option label="A" value="a"/><Option label="B" value="b"/></AllowedValues></Field>`;
		const picture = pictured(`${mode}
			<Field name="at" type="toggle" parentKey="mode" parentValue="a"/>
			<Field name="at" type="list" parentKey="mode" parentValue="b" required="true"/>
			<Field name="then" parentKey="at" required="true"/>`);
		const { good, bad } = assertExact(picture, seeded(1), 200);
		assert.ok(good > 50 && bad > 50, `${good} good, ${bad} bad`);
	});

	const accepts = (form: string, attributes: object) => compiled(pictured(form))(attributes);

	test('takes the values that a form offers, and what it starts with; any, if the options come from elsewhere', () => {
		const select = (options: string) =>
			`<Field name="a" type="select" defaultValue="odd"><AllowedValues>${options}</AllowedValues></Field>`;
		const options = '<Option label="X" value="x"/><Option label="None" value=""/>';
		assert.ok(accepts(select(options), { a: 'x' }));
		assert.ok(accepts(select(options), { a: 'odd' }));
		assert.ok(!accepts(select(options), { a: 'y' }));
		assert.ok(accepts(select('<Option label="X" value="%%X%%"/>'), { a: 'y' }));
		assert.ok(accepts(select(''), { a: 'y' }));
	});

	test('leaves it open whether a field is there that waits for the text of a secret', () => {
		const form =
			'<Field name="a" type="secret"/><Field name="b" type="toggle" parentKey="a" parentValue="x"/>';
		assert.ok(accepts(form, { a: '••••••••' }));
		assert.ok(accepts(form, { a: '••••••••', b: true }));
		assert.ok(!accepts(form, { b: true }));
	});

	test('says what the form says of a field, and of a secret no more than that one is written', () => {
		const form = `<Field name="a" displayName="A" helpKey="H" type="number" defaultValue="7"/>
			<Field name="b" type="secret" value="hush" defaultValue="hush"/>
			<Field name="c" type="cardList" defaultValue="[{&quot;pin&quot;:&quot;hush&quot;}]"><Field name="pin" type="password"/></Field>`;
		const { properties, ...rest } = jsonSchema(
			pictured(form, { translations: { en: 'A=Port\nH=As the server has it' } }),
			'Connector',
		);
		const card = { pin: { type: 'string', minLength: 1, writeOnly: true } };
		assert.deepEqual(rest, {
			$schema: 'https://json-schema.org/draft/2020-12/schema',
			title: 'Connector',
			type: 'object',
			additionalProperties: false,
		});
		assert.deepEqual(properties, {
			a: { title: 'Port', description: 'As the server has it', type: 'number', default: 7 },
			b: { type: 'string', minLength: 1, writeOnly: true },
			c: {
				type: 'array',
				minItems: 1,
				items: { type: 'object', properties: card, additionalProperties: false },
			},
		});
	});
});

const types = 'text number secret toggle select radio list keyValue fileupload cardList riddle'.split(' ');

/** Fields with conditions on each other, some of them on cards. */
function randomForm(random: Random): string {
	const section = () => `<Section name="s"${condition(random, around)}>${fields(around).join('')}</Section>`;
	const fields = (level: Level): string[] =>
		[...level.types].map(([name, type]) => {
			const inner = levelIn(random, level);
			const content = type === 'cardList' && inner ? fields(inner).join('') : optionsOf(random, type);
			const attributes = [
				`name="${name}" type="${type}"`,
				condition(random, level),
				random() < 0.3 ? 'required="true"' : '',
				random() < 0.1 ? 'hidden="true"' : '',
				random() < 0.3 ? `defaultValue="${oneOf(random, ['a', 'true', '7', 'x'])}"` : '',
			];
			return `<Field ${attributes.join(' ')}>${content}</Field>`;
		});
	const around = levelIn(random, undefined)!;
	return `<Menu name="m">${section()}</Menu>`;
}

/** The types of the fields of a form or card, by name, and what is around it. */
interface Level {
	readonly types: ReadonlyMap<string, string>;
	readonly outer: Level | undefined;
}

function levelIn(random: Random, outer: Level | undefined): Level | undefined {
	if (outer?.outer?.outer || (outer && random() < 0.2)) {
		return undefined;
	}
	const count = outer ? 1 + below(random, 3) : 3 + below(random, 5);
	const first = below(random, 3); // Some names are there on several levels.
	const names = Array.from({ length: count }, (_, index) => `f${first + index}`);
	return { types: new Map(names.map(name => [name, oneOf(random, types)])), outer };
}

function condition(random: Random, level: Level): string {
	if (random() < 0.5) {
		return '';
	}
	const at = oneOf(
		random,
		[level, level.outer, level.outer?.outer].filter(each => each !== undefined),
	);
	const [name, type] = oneOf(random, [...at.types]);
	const wanted = oneOf(random, ['a', 'x', 'true', 'false', 'a, b', '7']);
	const value = type === 'secret' || random() < 0.3 ? '' : ` parentValue="${wanted}"`;
	return ` parentKey="${name}"${value}`;
}

function optionsOf(random: Random, type: string): string {
	return (type === 'select' || type === 'radio') && random() < 0.8
		? '<AllowedValues><Option label="A" value="a"/><Option label="B" value="b"/><Option label="C" value="x"/></AllowedValues>'
		: '';
}
