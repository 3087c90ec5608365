import assert from 'node:assert/strict';
import type { AttributeDefinitionDto, SchemaDto } from '../../../../../src/core/api/sourcesWire';
import { defaultDifferences, pathText } from '../../../../../src/core/sources/defaults/defaultDifferences';
import { connectorDefaults } from '../../../../../src/core/sources/defaults/connectorDefaults';
import { sourceCopies } from '../../../../../src/core/sources/defaults/sourceCopies';
import { parseXml } from '../../../../../src/core/xml/parse';

/** What is told of a connector and a source, each difference as "path: connector | source", with "?" if it cannot be compared. */
function told({
	application = '',
	inside = '',
	correlation,
	source = {},
	schemas = [],
	assignments,
}: {
	readonly application?: string;
	readonly inside?: string;
	readonly correlation?: string;
	readonly source?: { connectorClass?: string; type?: string; features?: readonly string[] };
	readonly schemas?: unknown;
	readonly assignments?: unknown;
}): readonly string[] {
	const template = parseXml(`<Application ${application}><Schemas>${inside}</Schemas></Application>`);
	const config =
		correlation === undefined
			? undefined
			: parseXml(
					`<CorrelationConfig name="mine"><AttributeAssignments>${correlation}</AttributeAssignments></CorrelationConfig>`,
				);
	const differences = defaultDifferences(
		connectorDefaults(template, config),
		sourceCopies(
			{ connectorClass: undefined, type: undefined, features: [], ...source },
			schemas as readonly SchemaDto[],
			{ id: '7', name: 'theirs', attributeAssignments: assignments as [] },
		),
	);
	return differences.map(
		each =>
			`${each.isComparable ? '' : '? '}${pathText(each)}: ${each.connector ?? '–'} | ${each.source ?? '–'}`,
	);
}

/** The same of one schema. */
const ofSchema = (written: string, schema: object) =>
	told({
		inside: `<Schema objectType="account" ${written}/>`,
		schemas: [{ id: '1', name: 'account', ...schema }],
	});

/** The same of one attribute in it, after the path of the schema. */
const ofAttribute = (written: string, attribute: object, schema = '') =>
	told({
		inside: `<Schema objectType="account" ${schema}>${written}</Schema>`,
		schemas: [{ id: '1', name: 'account', attributes: [attribute] }],
	}).map(each => each.replace('schema account › attribute mail', 'mail'));

/** The same of the criteria by which accounts are matched. */
const ofCorrelation = (correlation: string | undefined, assignments: unknown) =>
	told({ ...(correlation !== undefined && { correlation }), assignments });

const mail = '<AttributeDefinition name="mail"/>';
const byMail = '<Filter operation="EQ" property="email" value="mail"/>';
const byNumber = '<Filter operation="EQ" property="employeeNumber" value="number"/>';
const mailRow = { property: 'email', value: 'mail', operation: 'EQ' };
const numberRow = { property: 'employeeNumber', value: 'number', operation: 'EQ' };

suite('The defaults of a connector beside what a source has', () => {
	test('are equal where the two only say it in other words', () => {
		const equal: Readonly<Record<string, readonly string[]>> = {
			'nothing on either side': told({}),
			'answers without lists': told({ schemas: null, assignments: null }),
			'schemas and attributes in another order': told({
				inside:
					'<Schema objectType="group"/><Schema objectType="account"><AttributeDefinition name="a"/><AttributeDefinition name="b"/></Schema>',
				schemas: [{ name: 'account', attributes: [{ name: 'b' }, { name: 'a' }] }, { name: 'group' }],
			}),
			'absent, null, empty and false of a schema': ofSchema(
				'displayAttribute="" includePermissions="false"',
				{
					nativeObjectType: '',
					identityAttribute: null,
					hierarchyAttribute: false,
					includePermissions: null,
					features: null,
					attributes: null,
				},
			),
			'a flag as text': ofSchema('includePermissions="true"', { includePermissions: 'true' }),
			'features as a set': told({
				application: 'featuresString="ENABLE, UNLOCK,ENABLE , "',
				source: { features: ['UNLOCK', 'ENABLE'] },
			}),
			'no features and an empty list': ofSchema('featuresString=""', { features: [] }),
			'the case of a type': ofAttribute('<AttributeDefinition name="mail" type="boolean"/>', {
				name: 'mail',
				type: 'BOOLEAN',
			}),
			'no type and a string': ofAttribute(mail, { name: 'mail', type: 'STRING' }),
			'a string and no type': ofAttribute('<AttributeDefinition name="mail" type="string"/>', {
				name: 'mail',
				type: null,
			}),
			'the two names of whole numbers': ofAttribute('<AttributeDefinition name="mail" type="integer"/>', {
				name: 'mail',
				type: 'INT',
			}),
			'absent, null and false of an attribute': ofAttribute(
				'<AttributeDefinition name="mail" multi="false" entitlement="" internalName=""><Description/></AttributeDefinition>',
				{ name: 'mail', nativeName: null, description: null, isMulti: null, isGroup: false, schema: null },
			),
			'a native name that is the name': ofAttribute(mail, { name: 'mail', nativeName: 'mail' }),
			'a description in several lines': ofAttribute(
				'<AttributeDefinition name="mail"><Description>\n\tWork &amp; <![CDATA[private]]>\n</Description></AttributeDefinition>',
				{ name: 'mail', description: 'Work & private' },
			),
			'several values, by the name in the specification’s example': ofAttribute(
				'<AttributeDefinition name="mail" multi="true"/>',
				{ name: 'mail', isMulti: false, isMultiValued: true },
			),
			'the attribute of the groups': ofAttribute(
				mail,
				{ name: 'mail', isGroup: true },
				'groupAttribute="mail"',
			),
			'a schema that is named by its id only': told({
				inside:
					'<Schema objectType="account"><AttributeDefinition name="mail" schemaObjectType="group"/></Schema><Schema objectType="group"/>',
				schemas: [
					{ id: '1', name: 'account', attributes: [{ name: 'mail', schema: { id: '2' } }] },
					{ id: '2', name: 'group' },
				],
			}),
			'what no source has': ofAttribute(
				'<AttributeDefinition name="mail" managed="true" required="true" correlationKey="1" minable="true" indexed="true"/>',
				{ name: 'mail' },
				'aggregationType="group" descriptionAttribute="mail"',
			),
			'an attribute named like a part of every object': ofAttribute(
				'<AttributeDefinition name="__proto__"/>',
				{ name: '__proto__' },
			),
			'no correlation at all': ofCorrelation(undefined, undefined),
			'the names of the correlations': ofCorrelation(byMail, [mailRow]),
			'EXACT and no match mode': ofCorrelation(
				'<Filter operation="EQ" property="email" value="mail" matchMode="EXACT" ignoreCase="false"/>',
				[{ ...mailRow, matchMode: null, complex: false, filterString: '', sequence: 1 }],
			),
			'no operation and the only one that there is': ofCorrelation(
				'<Filter property="email" value="mail"/>',
				[mailRow],
			),
		};
		for (const [what, differences] of Object.entries(equal)) {
			assert.deepEqual(differences, [], what);
		}
	});

	test('differ where the two say something else', () => {
		const different: readonly (readonly [readonly string[], readonly string[]])[] = [
			[
				told({
					application: 'connector="sailpoint.connector.A" type="A"',
					source: { connectorClass: 'sailpoint.connector.B', type: 'A' },
				}),
				['connector › class: sailpoint.connector.A | sailpoint.connector.B'],
			],
			[
				told({
					application: 'featuresString="ENABLE, UNLOCK"',
					source: { features: ['ENABLE', 'OF_THE_FUTURE'] },
				}),
				['features › UNLOCK: UNLOCK | –', 'features › OF_THE_FUTURE: – | OF_THE_FUTURE'],
			],
			[
				ofSchema('featuresString="PROVISIONING"', { features: ['ENABLE'] }),
				[
					'schema account › features › PROVISIONING: PROVISIONING | –',
					'schema account › features › ENABLE: – | ENABLE',
				],
			],
			[
				ofSchema('nativeObjectType="user" identityAttribute="id" displayAttribute="Name"', {
					nativeObjectType: 'person',
					displayAttribute: 'name',
					hierarchyAttribute: 'parent',
					includePermissions: true,
				}),
				[
					'schema account › nativeObjectType: user | person',
					'schema account › identityAttribute: id | –',
					'schema account › displayAttribute: Name | name',
					'schema account › hierarchyAttribute: – | parent',
					'schema account › includePermissions: – | true',
				],
			],
			[
				told({
					inside: `<Schema objectType="group" nativeObjectType="role">${mail}</Schema>`,
					schemas: [{ name: 'Group' }],
				}),
				['schema group: nativeObjectType role, 1 attribute | –', 'schema Group: – | Group'],
			],
			[
				ofAttribute(
					'<AttributeDefinition name="mail" type="date" multi="true"><Description>Work</Description></AttributeDefinition>',
					{ name: 'Mail', type: 'LONG', isEntitlement: true },
				),
				[
					'mail: type date, description Work, multi | –',
					'schema account › attribute Mail: – | type long, entitlement',
				],
			],
			[
				ofAttribute(
					'<AttributeDefinition name="mail" type="int" internalName="m" multi="true" schemaObjectType="group"/>',
					{
						name: 'mail',
						type: 'STRING',
						nativeName: 'e-mail',
						description: 'Of work',
						isEntitlement: true,
						isGroup: true,
						schema: { id: '9', name: 'role' },
					},
				),
				[
					'mail › type: int | string',
					'mail › internalName: m | e-mail',
					'mail › multi: true | –',
					'mail › schemaObjectType: group | role',
					'mail › description: – | Of work',
					'mail › entitlement: – | true',
					'mail › group: – | true',
				],
			],
			[
				ofCorrelation(byMail, [{ ...mailRow, ignoreCase: true, matchMode: 'START' }]),
				[
					'correlation › criterion email = mail › ignoreCase: – | true',
					'correlation › criterion email = mail › matchMode: – | START',
				],
			],
			[ofCorrelation(byMail, undefined), ['correlation › criterion email = mail: operation EQ | –']],
			[
				ofCorrelation(byMail.replace('EQ', 'LIKE'), [mailRow]),
				['correlation › criterion email = mail › operation: LIKE | EQ'],
			],
			[
				ofCorrelation(
					`${byNumber}<CompositeFilter operation="OR">${byMail}${byMail.replace('email', 'alias')}</CompositeFilter>`,
					[{ ...mailRow, property: 'alias' }, mailRow, numberRow],
				).filter(each => !each.startsWith('?')),
				[
					'correlation › order: employeeNumber = number, email = mail, alias = mail | alias = mail, email = mail, employeeNumber = number',
				],
			],
			[
				ofCorrelation(byMail + byNumber, [numberRow, mailRow]),
				[
					'correlation › order: email = mail, employeeNumber = number | employeeNumber = number, email = mail',
				],
			],
		];
		for (const [differences, expected] of different) {
			assert.deepEqual(differences, expected);
		}
	});

	test('are said to be incomparable where the other side knows nothing of the kind', () => {
		const group = `<CompositeFilter operation="AND">${byMail}<CompositeFilter operation="NOT"><Filter operation="ISNULL" property="city"/></CompositeFilter></CompositeFilter>`;
		const lines = [
			...ofCorrelation(group + byNumber, [mailRow, numberRow]),
			...ofCorrelation('', [{ ...mailRow, complex: true }, { filterString: 'email == "x"' }, {}, null]),
			...ofAttribute('<AttributeDefinition name="mail" type="secret"/>', { name: 'mail', type: 'STRING' }),
			...ofAttribute('<AttributeDefinition name="mail" type="permission"/>', { name: 'mail' }),
			...told({ application: 'connector="sailpoint.connector.A" type="A"', source: { type: 'B' } }),
		];
		assert.deepEqual(lines, [
			'? correlation › CompositeFilter: AND (EQ email mail, NOT (ISNULL city)) | –',
			'? correlation › criterion email = mail: – | operation EQ',
			'? correlation › complex assignment: – | EQ email mail',
			'? correlation › complex assignment (2): – | filterString email == "x"',
			'? mail › type: secret | string',
			'? mail › type: permission | string',
			'? connector › class: sailpoint.connector.A | –',
			'connector › type: A | B',
		]);
		const direct = parseXml(
			'<CorrelationConfig><DirectAssignments><DirectAssignment><Conditions><Filter operation="EQ" property="job" value="BATCH"/></Conditions><CorrelatedIdentity><Reference class="sailpoint.object.Identity" name="batch"/></CorrelatedIdentity></DirectAssignment></DirectAssignments></CorrelationConfig>',
		);
		const none = { connectorClass: undefined, type: undefined, features: [] };
		const [found] = defaultDifferences(
			connectorDefaults(parseXml('<Application/>'), direct),
			sourceCopies(none, [], undefined),
		);
		assert.equal(found?.isComparable, false);
		assert.equal(found.connector, '((EQ job BATCH), (batch))');
	});

	test('do not tell a criterion that was added in front as a change of all that follow', () => {
		assert.deepEqual(ofCorrelation(byMail + byNumber, [{ ...mailRow, value: 'mail2' }, mailRow, numberRow]), [
			'correlation › criterion email = mail2: – | operation EQ',
		]);
	});

	test('count what is there twice as two', () => {
		assert.deepEqual(ofAttribute(mail + mail, { name: 'mail' }), ['mail (2): type string | –']);
		assert.deepEqual(ofCorrelation(byMail, [mailRow, mailRow]), [
			'correlation › criterion email = mail (2): – | operation EQ',
		]);
	});

	test('survive answers of every type', () => {
		const hostile: readonly unknown[] = [null, true, 7, 'text', [], [[]], {}, { name: {} }, [null, 7, 'x']];
		for (const value of hostile) {
			const attribute = { name: 'mail', type: value, schema: value, description: value, isMulti: value };
			told({ schemas: value, assignments: value });
			told({ schemas: [value], assignments: [value] });
			told({ schemas: [{ name: value, features: value, attributes: value }] });
			ofSchema('', { features: value, nativeObjectType: value, attributes: [value] });
			ofAttribute(mail, attribute satisfies { [Key in keyof AttributeDefinitionDto]: unknown });
			ofCorrelation(byMail, [
				{ property: value, value, operation: value, complex: value, filterString: value },
			]);
		}
	});
});
