import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { connectorDefaults } from '../../../../../src/core/sources/defaults/connectorDefaults';
import { defaultsListing } from '../../../../../src/core/sources/defaults/defaultsListing';
import { sourceCopies } from '../../../../../src/core/sources/defaults/sourceCopies';
import { parseXml } from '../../../../../src/core/xml/parse';

const template = `<Application connector="sailpoint.connector.A" type="A" featuresString="UNLOCK, ENABLE"><Schemas>
	<Schema objectType="account" identityAttribute="id">
		<AttributeDefinition name="mail" type="secret"><Description>Work: "private"</Description></AttributeDefinition>
		<AttributeDefinition name="id" multi="true"/>
	</Schema>
</Schemas></Application>`;
const correlation = `<CorrelationConfig><AttributeAssignments>
	<Filter property="email" value="mail" ignoreCase="true"/>
	<Filter property="alias" value="id"/>
</AttributeAssignments></CorrelationConfig>`;

suite('The text of the defaults', () => {
	const { text, lineOf } = defaultsListing(connectorDefaults(parseXml(template), parseXml(correlation)));

	test('is sorted where the order means nothing, and says what cannot be compared', () => {
		assert.equal(
			text,
			`connector:
  class: sailpoint.connector.A
  type: A
features:
  - ENABLE
  - UNLOCK
schema account:
  identityAttribute: id
  attribute id:
    type: string
    multi: true
  attribute mail:
    type: secret # cannot be compared
    description: "Work: \\"private\\""
correlation:
  criterion email = mail:
    operation: EQ
    ignoreCase: true
  criterion alias = id:
    operation: EQ
`,
		);
	});

	test('is the same for a source that has the same', () => {
		const copies = sourceCopies(
			{ connectorClass: 'sailpoint.connector.A', type: 'A', features: ['ENABLE', 'UNLOCK'] },
			[
				{
					name: 'account',
					identityAttribute: 'id',
					attributes: [
						{ name: 'id', type: 'STRING', isMulti: true },
						{ name: 'mail', type: 'SECRET', description: 'Work: "private"' },
					],
				},
			],
			{
				attributeAssignments: [
					{ property: 'email', value: 'mail', operation: 'EQ', ignoreCase: true },
					{ property: 'alias', value: 'id', operation: 'EQ' },
				],
			},
		);
		assert.equal(defaultsListing(copies).text, text);
	});

	test('knows the line of each part, and where one would be that is not there', () => {
		const lines = text.split('\n');
		const account = { kind: 'schema', name: 'account' } as const;
		const at = (...path: Parameters<typeof lineOf>[0]) => lines[lineOf(path)]?.trim();
		assert.equal(
			at(account, { kind: 'attribute', name: 'mail' }, { name: 'type' }),
			'type: secret # cannot be compared',
		);
		assert.equal(at(account, { kind: 'attribute', name: 'mail' }, { name: 'multi' }), 'attribute mail:');
		assert.equal(at({ name: 'features' }, { name: 'UNLOCK' }), '- UNLOCK');
		assert.equal(at({ kind: 'schema', name: 'group' }), 'connector:');
	});

	test('is YAML, whatever the names are', () => {
		const names = [
			'a: b',
			'- x',
			'#',
			'"',
			"it's",
			'line\nbreak',
			'{',
			'&a',
			'*a',
			'!tag',
			'@',
			'`',
			'%',
			'?',
			'日本',
			'e:',
		];
		const copies = sourceCopies(
			{ connectorClass: undefined, type: undefined, features: names },
			names.map(name => ({ name, nativeObjectType: name })),
			undefined,
		);
		const read = load(defaultsListing(copies).text) as Record<string, unknown>;
		assert.deepEqual(read['features'], names.toSorted());
		for (const name of names) {
			assert.deepEqual(read[`schema ${name}`], { nativeObjectType: name });
		}
	});
});
