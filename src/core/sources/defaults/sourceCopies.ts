import { isObject } from '../../api/errors';
import type { Source } from '../../api/source';
import type { CorrelationConfigDto, SchemaDto } from '../../api/sourcesWire';
import {
	attributePart,
	connectorPart,
	criterionPart,
	distinct,
	featuresPart,
	schemaPart,
	sortedByName,
	type Part,
} from './part';

/** What a source has of its own, in the parts in which its connector's defaults are told. */
export function sourceCopies(
	{ connectorClass, type, features }: Pick<Source, 'connectorClass' | 'type' | 'features'>,
	schemas: readonly SchemaDto[],
	correlationConfig: CorrelationConfigDto | undefined,
): readonly Part[] {
	const named = rowsIn(schemas);
	return [
		connectorPart(connectorClass, type),
		featuresPart(features),
		...sortedByName(named.flatMap(schema => schemaOf(schema, named))),
		{
			name: 'correlation',
			isOrdered: true,
			parts: distinct(rowsIn(correlationConfig?.attributeAssignments).flatMap(assignmentPart)),
		},
	];
}

/** An object of an answer: each of its fields may be absent, null, or of another type than specified. */
type Row = Readonly<Record<string, unknown>>;

/** None for a schema without a name, by which alone it can be compared. */
function schemaOf(schema: Row, all: readonly Row[]): readonly Part[] {
	const name = text(schema['name']);
	const say = (field: string) => text(schema[field]);
	return name === undefined
		? []
		: [
				schemaPart(say, {
					name,
					includesPermissions: isTrue(schema['includePermissions']),
					features: texts(schema['features']),
					attributes: rowsIn(schema['attributes']).flatMap(each => attributeOf(each, all)),
				}),
			];
}

function attributeOf(attribute: Row, schemas: readonly Row[]): readonly Part[] {
	const name = text(attribute['name']);
	return name === undefined
		? []
		: [
				attributePart({
					name,
					internalName: text(attribute['nativeName']),
					description: text(attribute['description']),
					type: text(attribute['type']),
					// The specification's example has the second name.
					isMulti: isTrue(attribute['isMulti']) || isTrue(attribute['isMultiValued']),
					isEntitlement: isTrue(attribute['isEntitlement']),
					isGroup: isTrue(attribute['isGroup']),
					schemaObjectType: schemaNamed(attribute['schema'], schemas),
				}),
			];
}

/** A reference says the name or only the id; an id of no schema stands for itself. */
function schemaNamed(reference: unknown, schemas: readonly Row[]): string | undefined {
	if (!isObject(reference)) {
		return undefined;
	}
	const id = text(reference['id']);
	const found = id === undefined ? undefined : schemas.find(schema => schema['id'] === id);
	return text(reference['name']) ?? text(found?.['name']) ?? id;
}

function assignmentPart(assignment: Row): readonly Part[] {
	const say = (field: string) => text(assignment[field]);
	const [property, value, filterString] = [say('property'), say('value'), say('filterString')];
	if (isTrue(assignment['complex']) || filterString !== undefined || !property || !value) {
		const words = [say('operation'), property, value, filterString && `filterString ${filterString}`];
		const outline = words.filter(Boolean).join(' ');
		return outline === '' ? [] : [{ name: 'complex assignment', value: outline, incomparable: 'always' }];
	}
	return [
		criterionPart({
			property,
			value,
			operation: say('operation'),
			ignoreCase: isTrue(assignment['ignoreCase']),
			matchMode: say('matchMode'),
		}),
	];
}

function rowsIn(value: unknown): readonly Row[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

function texts(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}

/** Undefined for what is no text, and for an empty one. */
function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function isTrue(value: unknown): boolean {
	return value === true || value === 'true';
}
