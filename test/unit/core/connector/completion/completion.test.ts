import assert from 'node:assert/strict';
import { chosen, connectorOf, labels, proposal, proposals, type Typing } from './completing';

const form = (text: string): Typing => ({ kind: 'source-config', text });
const template = (text: string): Typing => ({ kind: 'source-template', text });
const correlation = (text: string): Typing => ({ kind: 'correlation-config', text });

suite('Completion of elements', () => {
	test('proposes what may stand in the element around it, and that one’s end', () => {
		assert.deepEqual(labels(form('<Form><|</Form>')), ['BaseConfig', 'Menu', '/Form']);
		assert.deepEqual(labels(form('<Form><Menu><Section><F|</Section></Menu></Form>')), ['Field', '/Section']);
		assert.deepEqual(
			labels(
				correlation(
					'<CorrelationConfig><AttributeAssignments>\n<|\n</AttributeAssignments></CorrelationConfig>',
				),
			),
			['Filter', 'CompositeFilter', '/AttributeAssignments'],
		);
		assert.deepEqual(labels(template('<Application><Attributes><Map><entry><value><|')), [
			'String',
			'Integer',
			'Long',
			'Boolean',
			'List',
			'Map',
			'Date',
			'Set',
			'Float',
			'DynamicValue',
			'Script',
			'Filter',
			'null',
			'/value',
		]);
		assert.deepEqual(labels(form('<Form><Menu><Section><Field><AllowedValues><Option><|')), ['/Option']);
	});

	test('begins a document with its root, and proposes no second one', () => {
		assert.deepEqual(labels(form('<|')), ['Form']);
		assert.deepEqual(labels(template('<?xml version="1.0"?>\n|')), ['Application']);
		assert.deepEqual(labels(correlation('<Cor|')), ['CorrelationConfig']);
		assert.deepEqual(labels(form('<Form/><|')), []);
		assert.deepEqual(labels(form('<Form/>\n|')), []);
	});

	test('writes the attributes that an element needs, and its end', () => {
		const section = '<Form><Menu><Section><|</Section></Menu></Form>';
		assert.equal(
			chosen(form(section), 'Field'),
			'<Form><Menu><Section><Field name="|" displayName="|" type="|text"|/></Section></Menu></Form>',
		);
		assert.equal(
			chosen(form('<Form><Menu><|</Menu></Form>'), 'Section'),
			'<Form><Menu><Section name="|" label="|">\n\t|\n</Section></Menu></Form>',
		);
		assert.equal(
			chosen(template('<Application><Attributes><Map><entry><value><|</value>'), 'Boolean'),
			'<Application><Attributes><Map><entry><value><Boolean>|true,false</Boolean>|</value>',
		);
		assert.equal(
			chosen(template('<Application><Schemas><Schema><AttributeDefinition><D|'), 'Description'),
			'<Application><Schemas><Schema><AttributeDefinition><Description>|</Description>|',
		);
		assert.match(
			chosen(form('<|'), 'Form'),
			/^<Form xmlns="http:\/\/www\.sailpoint\.com\/xsd\/sailpoint_form_2_0\.xsd" type="SourceConfig" name="\|" connectorName="\|">\n\t\|\n<\/Form>$/,
		);
	});

	test('writes the < as well where none has been typed', () => {
		assert.equal(
			chosen(form('<Form>\n\t|\n</Form>'), 'Menu'),
			'<Form>\n\t<Menu name="|" label="|">\n\t|\n</Menu>\n</Form>',
		);
		assert.equal(
			chosen(form('<Form>Me|</Form>'), 'BaseConfig'),
			'<Form><BaseConfig>\n\t|\n</BaseConfig></Form>',
		);
	});

	test('changes the name only where the rest of the tag is there', () => {
		assert.equal(
			chosen(form('<Form><Me|nu name="x"/></Form>'), 'BaseConfig'),
			'<Form><BaseConfig name="x"/></Form>',
		);
		assert.equal(chosen(form('<Form><|></Form>'), 'Menu'), '<Form><Menu></Form>');
		assert.ok(!labels(form('<Form><Me|nu name="x"/></Form>')).includes('/Form'));
	});

	test('closes the element that is open', () => {
		assert.equal(
			chosen(form('<Form><Menu></|</Form>'), 'Menu'),
			'<Form><Menu></Menu></Form>'.replace('</Form>', '') + '</Form>',
		);
		assert.equal(chosen(form('<Form><Menu></M|>'), 'Menu'), '<Form><Menu></Menu>');
		assert.equal(chosen(form('<Form><Menu><|'), '/Menu'), '<Form><Menu></Menu>');
		assert.deepEqual(labels(form('</|')), []);
	});

	test('proposes the texts that an element may have, and no elements in it', () => {
		assert.deepEqual(labels(template('<Application><Attributes><Map><entry><value><Boolean>|')), [
			'true',
			'false',
		]);
		assert.equal(
			chosen(template('<Attributes><Map><entry><value><Boolean>tr|</Boolean></value>'), 'true'),
			'<Attributes><Map><entry><value><Boolean>true</Boolean></value>',
		);
		assert.deepEqual(
			labels(template('<Application><Schemas><Schema><AttributeDefinition><Description>The |')),
			[],
		);
	});

	test('learns elements that other connectors have, and puts them behind those that are known', () => {
		const neighbours = ['<Form><Extra/><Menu/></Form>', '<Form><Extra/><Other/></Form>'].map(text =>
			connectorOf({ form: text }),
		);
		const typing = { ...form('<Form><|</Form>'), neighbours };
		assert.deepEqual(labels(typing), ['Menu', 'BaseConfig', 'Extra', 'Other', '/Form']);
		assert.equal(proposal(typing, 'Extra').connectors, 2);
		assert.equal(proposal(typing, 'BaseConfig').connectors, 0);
		assert.equal(chosen(typing, 'Extra'), '<Form><Extra|></Form>');
	});

	test('begins a reference with the class that belongs where it stands', () => {
		const inside = (parent: string) =>
			chosen(template(`<Application><${parent}><|</${parent}></Application>`), 'Reference');
		assert.match(inside('Owner'), /<Reference class="sailpoint\.object\.Identity" name="\|"\|\/>/);
		assert.match(inside('AccountCorrelationConfig'), /class="sailpoint\.object\.CorrelationConfig" name/);
		assert.match(inside('CustomizationRule'), /class="sailpoint\.object\.Rule" name/);
		assert.match(chosen(template('<Application><|'), 'Owner'), /<Owner>\n\t\|\n<\/Owner>/);
	});

	test('keeps to the prefix that is typed, or that the element around has', () => {
		const root = '<sp:Form xmlns:sp="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"';
		const both = `${root} xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" xmlns:x="urn:x"`;
		assert.deepEqual(labels(form(`${root}><sp:Menu><sp:|</sp:Menu></sp:Form>`)), ['sp:Section', '/sp:Menu']);
		assert.deepEqual(labels(form(`${root}><sp:Menu><|</sp:Menu></sp:Form>`)), ['sp:Section', '/sp:Menu']);
		assert.deepEqual(labels(form(`${root}><sp:Menu>|</sp:Menu></sp:Form>`)), ['sp:Section']);
		assert.deepEqual(labels(form(`${both}><Menu><sp:|</Menu></sp:Form>`)), ['sp:Section', '/Menu']);
		assert.deepEqual(labels(form(`${both}><Menu><x:|</Menu></sp:Form>`)), ['/Menu']);
		assert.deepEqual(labels(form(`<Form><Menu><sp:|</Menu></Form>`)), ['/Menu']);
		assert.deepEqual(labels(form('<sp:|')), ['sp:Form']);
		assert.equal(
			chosen(form(`${root}><sp:Menu><sp:S|</sp:Menu></sp:Form>`), 'sp:Section'),
			`${root}><sp:Menu><sp:Section name="|" label="|">\n\t|\n</sp:Section></sp:Menu></sp:Form>`,
		);
	});

	test('learns from documents with other prefixes, and proposes their words with its own', () => {
		const neighbours = [connectorOf({ form: '<f:Form><f:Extra size="1"/></f:Form>' })];
		assert.ok(labels({ ...form('<sp:Form><|</sp:Form>'), neighbours }).includes('sp:Extra'));
		assert.deepEqual(labels({ ...form('<sp:Form><sp:Extra |/></sp:Form>'), neighbours }), ['size']);
		assert.deepEqual(labels({ ...form('<sp:Form><sp:Extra size="|"/></sp:Form>'), neighbours }), ['1']);
	});

	test('knows nothing in comments, CDATA and DOCTYPE', () => {
		for (const text of ['<Form><!-- <| --></Form>', '<Form><![CDATA[<|]]></Form>', '<!DOCTYPE |']) {
			assert.equal(proposals(form(text)), undefined);
		}
	});
});

suite('Completion of attributes', () => {
	test('proposes those that are not there, the required ones first', () => {
		const section = form('<Form><Menu><Section label="x" |/></Menu></Form>');
		assert.deepEqual(labels(section), ['name', 'sectionInfo', 'docLink', 'docLinkLabel']);
		assert.deepEqual(labels(correlation('<Filter op| value="x" matchMode="EXACT"/>')), [
			'operation',
			'property',
			'ignoreCase',
			'joinProperty',
			'subqueryClass',
			'subqueryProperty',
		]);
	});

	test('writes quotes, and a value that is the only one', () => {
		assert.equal(chosen(form('<Form><Field na|'), 'name'), '<Form><Field name="|"|');
		assert.equal(chosen(form('<Form |>'), 'type'), '<Form type="SourceConfig"|>');
		assert.ok(proposal(form('<Field |/>'), 'type').goesOn);
		assert.ok(proposal(form('<Field |/>'), 'parentKey').goesOn);
		assert.ok(!proposal(form('<Form |>'), 'type').goesOn);
		assert.ok(!proposal(form('<Field |/>'), 'maxFiles').goesOn);
	});

	test('changes the name only where a value is there, and keeps a distance in front of another one', () => {
		assert.equal(chosen(form('<Field hid|="true"/>'), 'hidden'), '<Field hidden="true"/>');
		assert.equal(chosen(form('<Field |name="x"/>'), 'hidden'), '<Field hidden="|"| name="x"/>');
	});

	test('learns those that other connectors have', () => {
		const neighbours = ['<Form><Field colour="red" hidden="true"/></Form>'].map(text =>
			connectorOf({ form: text }),
		);
		const found = labels({
			...form('<Form><Field name="x" displayName="x" type="text" |/></Form>'),
			neighbours,
		});
		assert.deepEqual([found[0], found.at(-1)], ['hidden', 'colour']);
		assert.deepEqual(labels({ ...form('<Form><Field |/></Form>'), neighbours }).slice(0, 4), [
			'name',
			'displayName',
			'type',
			'hidden',
		]);
	});

	test('does not propose what is only being typed', () => {
		assert.ok(!labels(form('<Form><Field colou|/></Form>')).includes('colou'));
		assert.ok(!labels(form('<Form><Fiel|</Form>')).includes('Fiel'));
	});
});
