import type {
	AttributeAssignmentDto,
	AttributeDefinitionDto,
	SchemaDto,
} from '../../../core/api/sourcesWire';
import type { ConnectorFacts } from './connectorFacts';
import { childOf, type XmlNode } from './xmlNodes';

const isTrue = (node: XmlNode, name: string) => node.attributes[name] === 'true';

export function featuresIn(text: string | undefined): string[] {
	return (text ?? '')
		.split(',')
		.map(feature => feature.trim())
		.filter(Boolean);
}

/** The connector's schemas as a source keeps them. */
export function copiedSchemas(
	{ schemas }: ConnectorFacts,
	idOf: (what: string) => string,
	created: string,
): SchemaDto[] {
	const schemaId = (name: string) => idOf(`schema ${name}`);
	return schemas.map(schema => {
		const { objectType = '', groupAttribute, ...attributes } = schema.attributes;
		return {
			id: schemaId(objectType),
			name: objectType,
			nativeObjectType: attributes['nativeObjectType'] ?? objectType,
			identityAttribute: attributes['identityAttribute'] ?? '',
			displayAttribute: attributes['displayAttribute'] ?? '',
			hierarchyAttribute: attributes['hierarchyAttribute'] ?? null,
			includePermissions: isTrue(schema, 'includePermissions'),
			features: featuresIn(attributes['featuresString']),
			configuration: {},
			attributes: schema.children
				.filter(({ tag }) => tag === 'AttributeDefinition')
				.map(attribute => copiedAttribute(attribute, groupAttribute, schemaId)),
			created,
			modified: null,
		};
	});
}

function copiedAttribute(
	attribute: XmlNode,
	groupAttribute: string | undefined,
	schemaId: (name: string) => string,
): AttributeDefinitionDto {
	const { name = '', internalName, type = 'string', schemaObjectType: schema } = attribute.attributes;
	return {
		name,
		nativeName: internalName ?? null,
		type: type.toUpperCase(),
		schema: schema === undefined ? null : { type: 'CONNECTOR_SCHEMA', id: schemaId(schema), name: schema },
		description: childOf(attribute, 'Description')?.text ?? null,
		isMulti: isTrue(attribute, 'multi'),
		isEntitlement: isTrue(attribute, 'entitlement'),
		isGroup: name === groupAttribute,
	};
}

/** The connector's comparisons, in their order, as a source keeps them. */
export function copiedAssignments({ filters }: ConnectorFacts): AttributeAssignmentDto[] {
	return filters.map(filter => {
		const { property = '', value = '', operation = 'EQ', matchMode } = filter.attributes;
		return {
			property,
			value,
			operation,
			complex: false,
			ignoreCase: isTrue(filter, 'ignoreCase'),
			...(matchMode !== undefined && matchMode !== 'EXACT' && { matchMode }),
		};
	});
}
