import { childElements, type XmlElement } from '../xml/tree';
import type { Application, Schema } from './application';
import { localName, mentionIn, type Mention } from './mention';

/** An attribute that a schema names of itself, and as what. */
export interface SchemaRole extends Mention {
	/** Such as `identityAttribute`. */
	readonly role: string;
}

/** Attributes of a Schema that name one of its own attributes. */
const inTag: readonly string[] = [
	'identityAttribute',
	'displayAttribute',
	'groupAttribute',
	'hierarchyAttribute',
	'descriptionAttribute',
	'instanceAttribute',
];

/** Keys of entries below a Schema: what the members of a group are found by, on the group or on its accounts. */
const inEntries: ReadonlySet<string> = new Set(['groupMemberAttribute', 'memberAttribute']);

/** The attributes that a Schema names, in its tag and in its Attributes > Map. */
export function rolesOf(text: string, schema: XmlElement): readonly SchemaRole[] {
	const entries = childrenNamed(schema, 'Attributes')
		.flatMap(each => childrenNamed(each, 'Map'))
		.flatMap(each => childrenNamed(each, 'entry'));
	return [
		...inTag.flatMap(role => asRole(role, mentionIn(text, schema, role))),
		...entries.flatMap(entry => {
			const key = mentionIn(text, entry, 'key')?.name ?? '';
			return inEntries.has(key) ? asRole(key, mentionIn(text, entry, 'value')) : [];
		}),
	];
}

/** The schema that has the attribute which a role names: members may be known by what only accounts have. */
export function schemaWith({ schemas }: Application, schema: Schema, { role, name }: SchemaRole): Schema {
	const has = ({ attributes }: Schema) => attributes.some(attribute => attribute.name === name);
	const others = inEntries.has(role)
		? schemas.filter(({ objectType }) => objectType?.name === 'account')
		: [];
	return [schema, ...others].find(has) ?? schema;
}

function asRole(role: string, mention: Mention | undefined): readonly SchemaRole[] {
	return mention ? [{ ...mention, role }] : [];
}

function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
	return childElements(element).filter(child => localName(child) === name);
}
