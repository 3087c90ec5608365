import { accountSchema, readApplication } from '../application';
import { isWhole, type ConnectorDocuments } from '../connectorDocuments';
import { readCorrelation } from '../correlation';
import type { ConnectorProblem } from '../problem';
import { schemaMeant, type SchemaRole } from '../schemaRoles';

/** Operations whose `value` is not an attribute. */
const otherOperations: ReadonlySet<string | undefined> = new Set(['JOIN', 'COLLECTION_CONDITION']);

/** Correlations with what the account schema does not have; a schema without attributes is discovered later. */
export function checkCorrelation({
	correlationConfig,
	sourceTemplate,
}: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(correlationConfig) || !isWhole(sourceTemplate)) {
		return [];
	}
	const schema = accountSchema(readApplication(sourceTemplate));
	if (!schema || schema.attributes.length === 0) {
		return [];
	}
	const names = new Set(schema.attributes.map(({ name }) => name));
	return readCorrelation(correlationConfig)
		.filters.filter(({ operation, isDirect }) => !isDirect && !otherOperations.has(operation))
		.flatMap(({ value }) => (value && !names.has(value.name) ? [value] : []))
		.map(({ name, range }) => ({
			code: 'correlation-attribute-unknown',
			document: 'correlation-config',
			...range,
			name,
		}));
}

/** A source-template that refers to another correlation-config than the connector's. */
export function checkCorrelationName({
	correlationConfig,
	sourceTemplate,
}: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(correlationConfig) || !isWhole(sourceTemplate)) {
		return [];
	}
	const { name: own } = readCorrelation(correlationConfig);
	const { correlation: named } = readApplication(sourceTemplate);
	if (!own || !named || own.name === named.name) {
		return [];
	}
	return [
		{
			code: 'correlation-name-differs',
			document: 'source-template',
			...named.range,
			name: named.name,
			ownName: own.name,
			related: [{ document: 'correlation-config', ...own.range }],
		},
	];
}

/** Schemas that refer to attributes and schemas that are not there. */
export function checkSchemas({ sourceTemplate }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceTemplate)) {
		return [];
	}
	const application = readApplication(sourceTemplate);
	const { schemas } = application;
	const objectTypes = new Set(schemas.map(({ objectType }) => objectType?.name));
	return schemas.flatMap(schema => {
		const { attributes, roles, objectType } = schema;
		const hasNot = (role: SchemaRole) =>
			!schemaMeant(application, schema, role).attributes.some(({ name }) => name === role.name);
		return [
			...roles
				.filter(role => attributes.length > 0 && hasNot(role))
				.map(({ name, range, role }): ConnectorProblem => ({
					code: 'schema-attribute-unknown',
					document: 'source-template',
					...range,
					name,
					role,
					objectType: objectType?.name ?? '',
				})),
			...attributes
				.flatMap(({ schemaObjectType: named }) => (named && !objectTypes.has(named.name) ? [named] : []))
				.map(({ name, range }): ConnectorProblem => ({
					code: 'schema-object-type-unknown',
					document: 'source-template',
					...range,
					name,
				})),
		];
	});
}
