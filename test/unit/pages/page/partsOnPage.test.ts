import assert from 'node:assert/strict';
import type { Entered } from '../../../../src/core/connector/form/entered';
import { pictureOf } from '../../../../src/core/connector/form/pictureOf';
import { shownOnCard, shownParts } from '../../../../src/core/connector/form/formState';
import {
	emptyFields,
	isSeen,
	pathTo,
	seenFields,
	shownMark,
} from '../../../../src/pages/form/page/partsOnPage';
import { connectorOf } from '../../core/connector/completion/completing';
import { namesOnCard } from '../../core/connector/form/picturing';

const picture = pictureOf(
	connectorOf({
		form: `<Form type="SourceConfig" name="F">
			<BaseConfig><Field name="version" displayName="V" type="text" hidden="true" required="true"/></BaseConfig>
			<Menu name="m" label="M"><Section name="s" label="S">
				<Field name="host" displayName="H" type="text" required="true"/>
				<Field name="port" displayName="P" type="number" required="true" defaultValue="80"/>
				<Field name="tls" displayName="T" type="boolean" required="true"/>
				<Field name="path" displayName="P" type="text" required="true" parentKey="tls" parentValue="true"/>
				<Field name="pools" displayName="Pools" type="cardList">
					<Field name="kind" displayName="K" type="text"/>
					<Field name="size" displayName="S" type="number" parentKey="kind" parentValue="fixed"/>
					<Field name="cert" displayName="C" type="text" parentKey="tls" parentValue="true"/>
					<Field name="secretly" displayName="S" type="text" hidden="true" value="x"/>
				</Field>
			</Section></Menu>
			<Menu name="none" label="None"/>
		</Form>`,
	}),
	'en',
);
assert.ok(picture);
const [base, menu, none] = picture.steps;
assert.ok(base && menu && none);

suite('The parts of a form preview', () => {
	test('have a path from their step', () => {
		const ids = (id: string) => pathTo(picture, id).map(part => part.id);
		assert.deepEqual(ids('step:none#1'), ['step:none#1']);
		assert.deepEqual(ids('field:size#1'), ['step:m#1', 'section:m/s#1', 'field:pools#1', 'field:size#1']);
		assert.deepEqual(ids('field:other#1'), []);
	});

	test('count as empty while people see them, have to fill them in and have not', () => {
		const count = (entered: Parameters<typeof shownParts>[1]) =>
			emptyFields(menu, shownParts(picture, entered), entered);
		assert.equal(count({}), 1);
		assert.equal(count({ host: 'acme.test' }), 0);
		assert.equal(count({ host: 'acme.test', tls: true }), 1);
		assert.equal(emptyFields(base, shownParts(picture, {}), {}), 0);
	});

	test('count in each card', () => {
		const cards = pictureOf(
			connectorOf({
				form: `<Form><Menu name="m"><Field name="l" type="cardList"><Field name="a" required="true"/>
					<Field name="b" required="true" parentKey="a" parentValue="1"/><Field name="c" required="true" hidden="true"/>
					</Field></Menu></Form>`,
			}),
			'en',
		);
		assert.ok(cards?.steps[0]);
		const entered = { l: { cards: [{}, { a: '1' }, { a: '2' }] } };
		assert.equal(emptyFields(cards.steps[0], shownParts(cards, entered), entered), 2);
	});

	test('make no step of a base configuration that is hidden; a menu is one even while it is empty', () => {
		const shown = shownParts(picture, {});
		assert.deepEqual(
			[base, menu, none].map(step => isSeen(step, shown, false)),
			[false, true, true],
		);
		assert.ok(isSeen(base, shown, true));
	});

	test('are shown in a card by what that card and what is around the cards say', () => {
		const pools = menu.sections[0]?.fields.find(({ name }) => name === 'pools');
		assert.ok(pools);
		const names = (card: Record<string, string>, tls: boolean) =>
			namesOnCard(pools, card, shownParts(picture, { tls }));
		assert.deepEqual(names({}, false), ['kind', 'secretly']);
		assert.deepEqual(names({ kind: 'fixed' }, false), ['kind', 'size', 'secretly']);
		assert.deepEqual(names({ kind: 'other' }, true), ['kind', 'cert', 'secretly']);
		const onCard = shownOnCard(pools.fields, {}, shownParts(picture, {}));
		const seen = (showHidden: boolean) =>
			seenFields(pools.fields, onCard, showHidden).map(({ name }) => name);
		assert.deepEqual([seen(false), seen(true)], [['kind'], ['kind', 'secretly']]);
	});

	test('are marked where they are shown, and else by what is around them', () => {
		const mark = (id: string, entered: Entered = {}, showHidden = false) =>
			shownMark(picture, `field:${id}#1`, { shown: shownParts(picture, entered), entered, showHidden });
		assert.equal(mark('host'), 'field:host#1');
		assert.equal(mark('path'), 'section:m/s#1');
		assert.equal(mark('path', { tls: true }), 'field:path#1');
		assert.equal(mark('kind'), 'field:pools#1');
		assert.equal(mark('kind', { pools: { cards: [{}] } }), 'field:kind#1');
		assert.equal(mark('size', { pools: { cards: [{}] } }), 'field:pools#1');
		assert.equal(mark('size', { pools: { cards: [{}, { kind: 'fixed' }] } }), 'field:size#1');
		assert.equal(mark('secretly', { pools: { cards: [{}] } }), 'field:pools#1');
		assert.equal(mark('version'), undefined);
		assert.equal(mark('version', {}, true), 'field:version#1');
		assert.equal(mark('gone'), undefined);
	});
});
