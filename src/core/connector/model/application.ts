import { childElements, elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { isLabelAttribute } from './sayings';
import { localName, mentionIn, mentionOf, type Mention } from './mention';
import { perDocument, type Growing } from '../perDocument';

/** What a source-template says: the Application object that a source starts from. */
export interface Application {
	/** Undefined if the document is no Application. */
	readonly root: XmlElement | undefined;
	/** The Map of `entries`. */
	readonly map: XmlElement | undefined;
	/** What a source starts with: Attributes > Map > entry, not those within their values. */
	readonly entries: readonly Mention[];
	readonly schemas: readonly Schema[];
	/** Fields by which accounts and the like are made; their names are attributes of the schemas. */
	readonly provisioningFields: readonly ProvisioningField[];
	/** In the forms of those fields: plain words, unless a translation has them as keys. */
	readonly provisioningLabels: readonly Mention[];
	/** The name of the correlation-config that the accounts of a source are matched by. */
	readonly correlation: Mention | undefined;
}

export interface Schema {
	readonly element: XmlElement;
	readonly objectType: Mention | undefined;
	readonly attributes: readonly SchemaAttribute[];
	/** Attributes that the schema itself names: as its `identityAttribute` and the like. */
	readonly roles: readonly SchemaRole[];
}

export interface SchemaAttribute extends Mention {
	/** The schema whose objects are the values. */
	readonly schemaObjectType: Mention | undefined;
}

/** An attribute to which a schema gives a role. */
export interface SchemaRole extends Mention {
	/** Such as `identityAttribute`. */
	readonly role: string;
}

export interface ProvisioningField extends Mention {
	/** Of the schema; `account` if the form names none. */
	readonly objectType: string;
}

export const readApplication = perDocument((document: XmlDocument): Application => {
	const { text, root } = document;
	const application: Growing<Application> = {
		root: undefined,
		map: undefined,
		entries: [],
		schemas: [],
		provisioningFields: [],
		provisioningLabels: [],
		correlation: undefined,
	};
	if (!root || localName(root) !== 'Application') {
		return application;
	}
	application.root = root;
	const schemas = new Map<XmlElement, Growing<Schema>>();
	const objectTypes = new Map<XmlElement, string>();
	const inForms = new Set<XmlElement>();
	for (const element of elementsOf(document)) {
		const { parent } = element;
		const made = madeBy(text, element) ?? (parent && objectTypes.get(parent));
		if (made !== undefined) {
			objectTypes.set(element, made);
		}
		if (formElements.has(localName(element)) || (parent && inForms.has(parent))) {
			inForms.add(element);
			for (const attribute of element.attributes) {
				const label = isLabelAttribute(attribute.name) ? mentionOf(text, element, attribute) : undefined;
				application.provisioningLabels.push(...(label ? [label] : []));
			}
		}
		switch (localName(element)) {
			case 'Map':
				application.map ??= isBelow(element, ['Attributes', 'Application']) ? element : undefined;
				break;
			case 'entry': {
				const key = parent && parent === application.map ? mentionIn(text, element, 'key') : undefined;
				if (key) {
					application.entries.push(key);
				}
				break;
			}
			case 'Schema': {
				const schema = readSchema(text, element);
				schemas.set(element, schema);
				application.schemas.push(schema);
				break;
			}
			case 'AttributeDefinition': {
				const name = mentionIn(text, element, 'name');
				if (name && parent) {
					const schemaObjectType = mentionIn(text, element, 'schemaObjectType');
					schemas.get(parent)?.attributes.push({ ...name, schemaObjectType });
				}
				break;
			}
			case 'Reference':
				if (isBelow(element, ['AccountCorrelationConfig', 'Application'])) {
					application.correlation ??= mentionIn(text, element, 'name');
				}
				break;
			case 'Field': {
				const name = mentionIn(text, element, 'name');
				if (name) {
					application.provisioningFields.push({ ...name, objectType: made ?? 'account' });
				}
				break;
			}
		}
	}
	return application;
});

/** Elements in which labels of provisioning stand. */
const formElements: ReadonlySet<string> = new Set(['ProvisioningForms', 'Field']);

/** The schema of the objects that are correlated to identities. */
export function accountSchema({ schemas }: Application): Schema | undefined {
	return schemas.find(({ objectType }) => objectType?.name === 'account');
}

function readSchema(text: string, element: XmlElement): Growing<Schema> {
	return {
		element,
		objectType: mentionIn(text, element, 'objectType'),
		attributes: [],
		roles: [...rolesOf(text, element)],
	};
}

function isBelow(element: XmlElement, names: readonly string[]): boolean {
	let at = element.parent;
	for (const name of names) {
		if (!at || localName(at) !== name) {
			return false;
		}
		at = at.parent;
	}
	return true;
}

/** The type of the objects that a provisioning form makes. */
function madeBy(text: string, element: XmlElement): string | undefined {
	switch (localName(element)) {
		case 'Form':
			return mentionIn(text, element, 'objectType')?.name;
		case 'Template':
			return mentionIn(text, element, 'schemaObjectType')?.name;
		default:
			return undefined;
	}
}

/** Attributes of a Schema that name one of its own attributes. */
export const roleAttributes: readonly string[] = [
	'identityAttribute',
	'displayAttribute',
	'groupAttribute',
	'hierarchyAttribute',
	'descriptionAttribute',
	'instanceAttribute',
];

/** Keys of entries below a Schema: they name the attribute, of the group or of its accounts, that lists its members. */
const inEntries: ReadonlySet<string> = new Set(['groupMemberAttribute', 'memberAttribute']);

/** The attributes that a Schema names, in its tag and in its Attributes > Map. */
function rolesOf(text: string, schema: XmlElement): readonly SchemaRole[] {
	const entries = childrenNamed(schema, 'Attributes')
		.flatMap(each => childrenNamed(each, 'Map'))
		.flatMap(each => childrenNamed(each, 'entry'));
	return [
		...roleAttributes.flatMap(role => asRole(role, mentionIn(text, schema, role))),
		...entries.flatMap(entry => {
			const key = mentionIn(text, entry, 'key')?.name ?? '';
			return inEntries.has(key) ? asRole(key, mentionIn(text, entry, 'value')) : [];
		}),
	];
}

/** The schema that has the attribute of a role: for the members of a group, it may be the account schema. */
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
