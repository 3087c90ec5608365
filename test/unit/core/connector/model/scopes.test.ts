import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import { textOf, type ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import type { DocumentName } from '../../../../../src/core/connector/documentName';
import { fixesOf } from '../../../../../src/core/connector/fixes/fixes';
import { formNamespace } from '../../../../../src/core/connector/vocabulary/vocabularyForm';
import { shownOnCard, shownParts } from '../../../../../src/core/connector/form/formState';
import { definitionsOf, namedAt, usesOf } from '../../../../../src/core/connector/names/references';
import { renameAt } from '../../../../../src/core/connector/names/rename';
import { connectorOf } from '../completion/completing';
import { fieldsOf, namesOnCard, pictured } from '../form/picturing';
import { behind, edited } from '../smallConnector';

/** A cardList has a `name` of its own, and so have the cards on its cards. */
const form = `<Form xmlns="${formNamespace}">
	<Field name="name" type="text"/>
	<Field name="kind" type="radio"><AllowedValues><Option value="a"/><Option value="b"/></AllowedValues></Field>
	<Field name="note" parentKey="name" parentValue="outer"/>
	<Field name="pools" type="CardList">
		<subfields>
			<Field name="name" type="text"/>
			<Field name="size" parentKey="name" parentValue="card"/>
			<Field name="max" parentKey="kind" parentValue="a"/>
			<Field name="hosts" type="cardlist">
				<Field name="name" type="text"/>
				<Field name="port" parentKey="name" parentValue="host"/>
				<Field name="limit" parentKey="size" parentValue="1"/>
			</Field>
		</subfields>
	</Field>
</Form>
`;
const template = `<Application>
	<Attributes><Map>
		<entry key="name" value="x"/>
		<entry key="kind" value="a"/>
		<entry key="note" value=""/>
		<entry key="pools"><value><List>
			<Map><entry key="name" value="1"/><entry key="hosts"><value><List><Map><entry key="name" value="h"/></Map></List></value></entry></Map>
			<Map><entry key="name" value="2"/><entry key="size" value=""/></Map>
		</List></value></entry>
	</Map></Attributes>
</Application>
`;
const documents = connectorOf({ form, template });

suite('The fields of cards', () => {
	const changed = (from: string, to: string, whole = form) => {
		assert.ok(whole.includes(from), from);
		return connectorOf({ form: whole.replace(from, to), template });
	};
	const found = (connector: ConnectorDocuments) =>
		checkConnector(connector).map(({ code, document, start, end }) =>
			[code, textOf(connector, document)?.slice(start, end)].join(' '),
		);

	test('have their names among each other', () => {
		assert.deepEqual(found(documents), []);
		assert.deepEqual(found(changed('<Field name="max"', '<Field name="size"/><Field name="max"')), [
			'field-name-repeated size',
		]);
	});

	test('are meant by the conditions of their card first, and never by those beside it', () => {
		assert.deepEqual(found(changed('parentKey="kind"', 'parentKey="note"')), []);
		assert.deepEqual(found(changed('parentKey="kind"', 'parentKey="port"')), ['parent-key-unknown port']);
		assert.deepEqual(found(changed('parentKey="name" parentValue="outer"', 'parentKey="size"')), [
			'parent-key-unknown size',
		]);
		const own = '<Field name="kind" type="toggle"/><Field name="max"';
		assert.deepEqual(found(changed('<Field name="max"', own)), ['parent-value-unknown a']);
	});

	test('that are misspelt in a condition are looked for on the card and around it', () => {
		const names = (wrong: string, right: string) => {
			const connector = changed(
				`parentKey="${right}"`,
				`parentKey="${wrong}"`,
				form.replace(/.*note.*\n/, ''),
			);
			const problem = checkConnector(connector).find(({ code }) => code === 'parent-key-unknown');
			assert.ok(problem);
			return fixesOf(connector, problem).map(fix => (fix.code === 'use-name' ? fix.name : fix.code));
		};
		assert.deepEqual(names('sise', 'size'), ['size']);
		assert.deepEqual(names('kinds', 'kind'), ['kind']);
	});

	test('have no entry of their own in the template, and no fix gives them one', () => {
		const connector = changed('<Field name="max"', '<Field name="new"/><Field name="max"');
		assert.deepEqual(found(connector), []);
		const entry = template.replace('<entry key="note"', '<entry key="sizes" value=""/><entry key="note"');
		const other = connectorOf({ form, template: entry });
		const problem = checkConnector(other).find(({ code }) => code === 'entry-without-field');
		assert.ok(problem);
		assert.deepEqual(
			fixesOf(other, problem).map(({ code }) => code),
			['remove-entry'],
		);
	});

	test('do not stand for a field of their name that has no entry', () => {
		const connector = connectorOf({
			form: form.replace(/(\t<Field name="pools".*<\/Field>\n)(<\/Form>)/s, '$1\t<Field name="size"/>\n$2'),
			template,
		});
		const problem = checkConnector(connector).find(({ code }) => code === 'field-without-entry');
		assert.ok(problem);
		const [fix] = fixesOf(connector, problem);
		assert.ok(fix?.code === 'add-entry');
		const result = textOf(edited(connector, fix.edits), 'source-template') ?? '';
		assert.match(
			result,
			/<\/List><\/value><\/entry>\n\t\t<entry key="size" value=""\/>\n\t<\/Map><\/Attributes>/,
		);
	});

	/** Where something is named, as the line and what is before it there. */
	const places = (ranges: readonly { readonly document: DocumentName; readonly start: number }[]) =>
		ranges.map(({ document, start }) => {
			const text = textOf(documents, document) ?? '';
			return `${document}:${text.slice(0, start).split('\n').length}`;
		});
	const named = (document: DocumentName, before: string) => {
		const subject = namedAt(documents, document, behind(documents, document, before))?.subject;
		assert.ok(subject, before);
		return {
			definitions: places(definitionsOf(documents, subject)),
			uses: places(usesOf(documents, subject)),
		};
	};

	test('are defined and used apart from those around them', () => {
		assert.deepEqual(named('source-config', '<Form xmlns="' + formNamespace + '">\n\t<Field name="'), {
			definitions: ['source-config:2'],
			uses: ['source-config:4', 'source-template:3'],
		});
		assert.deepEqual(named('source-config', '<subfields>\n\t\t\t<Field name="'), {
			definitions: ['source-config:7'],
			uses: ['source-config:8', 'source-template:7', 'source-template:8'],
		});
		assert.deepEqual(named('source-config', '<Field name="port" parentKey="'), {
			definitions: ['source-config:11'],
			uses: ['source-config:12', 'source-template:7'],
		});
		assert.deepEqual(named('source-config', '<Field name="limit" parentKey="'), {
			definitions: ['source-config:8'],
			uses: ['source-config:13', 'source-template:8'],
		});
		assert.deepEqual(named('source-config', '<Field name="max" parentKey="').definitions, [
			'source-config:3',
		]);
		assert.deepEqual(named('source-config', 'parentKey="kind" parentValue="').definitions, [
			'source-config:3',
		]);
	});

	const renamed = (before: string, newName: string, connector = documents) => {
		const offset = behind(connector, 'source-config', before);
		const result = renameAt(connector, 'source-config', offset, newName);
		return 'code' in result ? result.code : edited(connector, result.edits);
	};
	const textsOf = (result: ConnectorDocuments | string) =>
		typeof result === 'string'
			? [result]
			: [textOf(result, 'source-config') ?? '', textOf(result, 'source-template') ?? ''];

	test('are renamed with the conditions and the entries of their cards, and nothing around them is', () => {
		const result = renamed('<subfields>\n\t\t\t<Field name="', 'title');
		assert.deepEqual(textsOf(result), [
			form
				.replace('<subfields>\n\t\t\t<Field name="name"', '<subfields>\n\t\t\t<Field name="title"')
				.replace('name="size" parentKey="name"', 'name="size" parentKey="title"'),
			template
				.replace('<entry key="name" value="1"', '<entry key="title" value="1"')
				.replace('<entry key="name" value="2"', '<entry key="title" value="2"'),
		]);
		assert.deepEqual(typeof result === 'string' ? result : found(result), []);
	});

	test('keep their names when a field around them is renamed', () => {
		assert.deepEqual(textsOf(renamed('<Form xmlns="' + formNamespace + '">\n\t<Field name="', 'title')), [
			form
				.replace('<Field name="name"', '<Field name="title"')
				.replace('parentKey="name"', 'parentKey="title"'),
			template.replace('key="name"', 'key="title"'),
		]);
	});

	test('may get the name of a field around them, unless a condition would then mean another field', () => {
		assert.notEqual(renamed('<subfields>\n\t\t\t<Field name="', 'note'), 'name-exists');
		assert.equal(renamed('<subfields>\n\t\t\t<Field name="', 'kind'), 'name-exists');
		assert.equal(renamed('<subfields>\n\t\t\t<Field name="', 'size'), 'name-exists');
		assert.equal(renamed('\t<Field name="k', 'name'), 'name-exists');
		assert.equal(renamed('\t<Field name="k', 'size'), 'name-exists');
		assert.notEqual(renamed('\t<Field name="k', 'port'), 'name-exists');
		assert.notEqual(renamed('<Field name="no', 'size'), 'name-exists');
	});

	test('are shown by their own card, by the cards around it and by the form', () => {
		const inner = form.replace(/<\/?Form[^>]*>/g, '');
		const picture = pictured(inner);
		const [pools] = fieldsOf(picture).filter(({ name }) => name === 'pools');
		const [hosts] = fieldsOf(picture).filter(({ name }) => name === 'hosts');
		assert.ok(pools && hosts);
		const shown = (
			entered: Record<string, string>,
			card: Record<string, string>,
			host: Record<string, string>,
		) => {
			const parts = shownParts(picture, entered);
			const onCard = shownOnCard(pools.fields, card, parts);
			return [namesOnCard(pools, card, parts), namesOnCard(hosts, host, onCard)].map(names =>
				names.join(' '),
			);
		};
		assert.deepEqual(shown({ name: 'card' }, {}, {}), ['name hosts', 'name']);
		assert.deepEqual(shown({ kind: 'a' }, { name: 'card', size: '2' }, { name: 'card' }), [
			'name size max hosts',
			'name',
		]);
		assert.deepEqual(shown({}, { name: 'card', size: '1' }, { name: 'host' }), [
			'name size hosts',
			'name port limit',
		]);
		assert.deepEqual(
			shown({}, { name: 'x', size: '1' }, {}),
			['name hosts', 'name'],
			'what is hidden has no value',
		);
	});

	test('are not shown while their cardList is hidden by a field whose name they have, too', () => {
		const picture = pictured(
			`<Field name="a"/><Field name="l" type="cardList" parentKey="a" parentValue="1"><Field name="a"/><Field name="b"/></Field>`,
		);
		const shown = (entered: Record<string, string>) => {
			const parts = shownParts(picture, entered);
			return fieldsOf(picture).flatMap(({ id, name }) => (parts.has(id) ? [name] : []));
		};
		assert.deepEqual(shown({}), ['a']);
		assert.deepEqual(shown({ a: '1' }), ['a', 'l', 'a', 'b']);
		const [, l] = fieldsOf(picture);
		assert.deepEqual(namesOnCard(l!, {}, shownParts(picture, { a: '1' })), ['a', 'b']);
	});

	test('have no value for others of their card while what is around the card hides them', () => {
		const picture = pictured(
			`<Field name="a"/><Field name="l" type="cardList"><Field name="b" value="1" parentKey="a" parentValue="1"/>
			<Field name="c" parentKey="b" parentValue="1"/></Field>`,
		);
		const [, l] = fieldsOf(picture);
		const shown = (entered: Record<string, string>) => namesOnCard(l!, {}, shownParts(picture, entered));
		assert.deepEqual([shown({}), shown({ a: '1' })], [[], ['b', 'c']]);
	});

	test('are on the card, whatever groups them there', () => {
		const grouped = `<Field name="l" type="cardList"><Menu name="m"><Section name="s"><Field name="a"/></Section></Menu></Field>`;
		const picture = pictured(`<Menu name="n"><Section name="t">${grouped}<Field name="a"/></Section></Menu>`);
		assert.deepEqual(
			picture.steps.map(({ sections }) => sections.map(({ fields }) => fields.map(({ name }) => name))),
			[[['l', 'a']]],
		);
		const text = `<Form xmlns="${formNamespace}">${grouped}<Field name="a"/></Form>`;
		assert.deepEqual(found(connectorOf({ form: text })), []);
	});
});
