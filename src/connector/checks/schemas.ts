import { accountSchema, readApplication } from '../application';
import { isWhole, type ConnectorDocuments } from '../connectorDocuments';
import { readCorrelation } from '../correlation';
import type { ConnectorProblem } from '../problem';

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

/** Schemas that refer to attributes and schemas that are not there. */
export function checkSchemas({ sourceTemplate }: ConnectorDocuments): ConnectorProblem[] {
	const schemas = isWhole(sourceTemplate) ? readApplication(sourceTemplate).schemas : [];
	const objectTypes = new Set(schemas.map(({ objectType }) => objectType?.name));
	return schemas.flatMap(({ attributes, roles, objectType }) => {
		const names = new Set(attributes.map(({ name }) => name));
		return [
			...roles
				.filter(({ name }) => names.size > 0 && !names.has(name))
				.map(({ name, range, attribute }): ConnectorProblem => ({
					code: 'schema-attribute-unknown',
					document: 'source-template',
					...range,
					name,
					role: attribute.name,
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
