/**
 * Something that a connector gives its sources as a default, or a source has of its own: a schema, an attribute, what is said of it.
 * Both sides are told in the same parts, so that what is equal there is equal.
 */
export interface Part {
	/** What the name is the name of, where that does not go without saying. */
	readonly kind?: 'schema' | 'attribute' | 'criterion';
	/** Of one kind, unique among the parts beside it. */
	readonly name: string;
	/** Undefined for what says all by being there. */
	readonly value?: string;
	/** Below a schema, an attribute or a criterion; absent for what can have none. */
	readonly parts?: readonly Part[];
	/** The parts count in their order. */
	readonly isOrdered?: true;
	/** Where it differs, that says nothing: always, or if only one side has it. Absent: it is a difference. */
	readonly incomparable?: 'always' | 'alone';
	/** The names of parts that stand within it, so that nobody knows whether such a part of the other side comes from there. */
	readonly holds?: readonly string[];
}

/** "attribute mail" */
export function titleOf({ kind, name }: Pick<Part, 'kind' | 'name'>): string {
	return kind === undefined ? name : `${kind} ${name}`;
}

/** A part that says something; none if there is nothing to say, so that absent, null, "" and false are equal. */
function fact(name: string, value: string | undefined): readonly Part[] {
	return value === undefined || value === '' ? [] : [{ name, value }];
}

function flag(name: string, isSet: boolean): readonly Part[] {
	return fact(name, isSet ? 'true' : undefined);
}

/** What a source or a schema can do: a set. */
export function featuresPart(features: readonly string[]): Part {
	const names = new Set(features.map(feature => feature.trim()).filter(feature => feature !== ''));
	return { name: 'features', parts: [...names].sort().map(name => ({ name })) };
}

/** By their names, where the order means nothing. */
export function sortedByName(parts: readonly Part[]): readonly Part[] {
	return distinct(
		parts.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)),
	);
}

/** The second part of a name becomes "mail (2)". */
export function distinct(parts: readonly Part[]): readonly Part[] {
	const titles = new Set<string>();
	return parts.map(part => {
		let { name } = part;
		for (let count = 2; titles.has(titleOf({ ...part, name })); count++) {
			name = `${part.name} (${count})`;
		}
		titles.add(titleOf({ ...part, name }));
		return { ...part, name };
	});
}

/** What one side says of the class and the type: a service that leaves one out does not say that there is none. */
export function connectorPart(connectorClass: string | undefined, type: string | undefined): Part {
	const parts = [...fact('class', connectorClass), ...fact('type', type)];
	return { name: 'connector', parts: parts.map(part => ({ ...part, incomparable: 'alone' })) };
}

/** What both sides say of a schema beside what has a name in both. */
interface SchemaFacts {
	/** The type of its objects. */
	readonly name: string;
	readonly includesPermissions: boolean;
	readonly features: readonly string[];
	/** Its parts that are attributes. */
	readonly attributes: readonly Part[];
}

/** @param say what stands under a name; undefined if nothing does */
export function schemaPart(
	say: (name: string) => string | undefined,
	{ name, includesPermissions, features, attributes }: SchemaFacts,
): Part {
	const named = ['nativeObjectType', 'identityAttribute', 'displayAttribute', 'hierarchyAttribute'];
	return {
		kind: 'schema',
		name,
		parts: [
			...named.flatMap(each => fact(each, say(each))),
			...flag('includePermissions', includesPermissions),
			featuresPart(features),
			...sortedByName(attributes),
		],
	};
}

/** What both documents say of an attribute of a schema, in the words of the source-template. */
export interface AttributeFacts {
	readonly name: string;
	readonly internalName: string | undefined;
	readonly description: string | undefined;
	/** In any case; a string, if absent. */
	readonly type: string | undefined;
	readonly isMulti: boolean;
	readonly isEntitlement: boolean;
	readonly isGroup: boolean;
	/** The schema whose objects are the values. */
	readonly schemaObjectType: string | undefined;
}

/** Types that no source can have. */
const connectorsOwn: ReadonlySet<string> = new Set(['secret', 'permission']);

export function attributePart(attribute: AttributeFacts): Part {
	const { name, internalName, description } = attribute;
	const written = (attribute.type || 'string').toLowerCase();
	const type = written === 'integer' ? 'int' : written;
	return {
		kind: 'attribute',
		name,
		parts: [
			{ name: 'type', value: type, ...(connectorsOwn.has(type) && { incomparable: 'always' as const }) },
			...fact('description', description?.trim().replace(/\s+/g, ' ')),
			// A native name that is the name says nothing.
			...fact('internalName', internalName === name ? undefined : internalName),
			...flag('multi', attribute.isMulti),
			...flag('entitlement', attribute.isEntitlement),
			...flag('group', attribute.isGroup),
			...fact('schemaObjectType', attribute.schemaObjectType),
		],
	};
}

/** What both documents say of a criterion by which accounts are matched to identities. */
export interface CriterionFacts {
	/** An attribute of the identity. */
	readonly property: string;
	/** An attribute of the account. */
	readonly value: string;
	/** EQ, if absent: the service knows no other. */
	readonly operation: string | undefined;
	readonly ignoreCase: boolean;
	readonly matchMode: string | undefined;
}

export function criterionName({ property, value }: Pick<CriterionFacts, 'property' | 'value'>): string {
	return `${property} = ${value}`;
}

export function criterionPart({ property, value, operation, ignoreCase, matchMode }: CriterionFacts): Part {
	return {
		kind: 'criterion',
		name: criterionName({ property, value }),
		parts: [
			{ name: 'operation', value: operation || 'EQ' },
			...flag('ignoreCase', ignoreCase),
			// A source has no EXACT: it says nothing instead.
			...fact('matchMode', matchMode === 'EXACT' ? undefined : matchMode),
		],
	};
}
