import { isInside } from '../../xml/tree';
import {
	accountSchema,
	readApplication,
	schemaWith,
	type Schema,
	type SchemaRole,
} from '../model/application';
import { isWhole, type ConnectorDocuments } from '../connectorDocuments';
import { readCorrelation } from '../model/correlation';
import { localName } from '../model/mention';
import type { ConnectorProblem } from '../problem';
import { hasToken } from '../model/hasToken';

export const schemaChecks = [checkSchemas, checkCorrelation, checkCorrelationName];

/** Operations that have no `value`, or one that is not an attribute. */
const otherOperations: ReadonlySet<string | undefined> = new Set([
	'JOIN',
	'LEFT_JOIN',
	'COLLECTION_CONDITION',
	'ISNULL',
	'NOTNULL',
	'ISEMPTY',
]);

/** Elements in which filters look at other objects than accounts. */
const ofOthers: ReadonlySet<string> = new Set(['SubqueryFilter', 'CollectionCondition']);

/** Correlations by attributes that the account schema does not have. A schema without attributes gets them by discovery. */
function checkCorrelation({ correlationConfig, sourceTemplate }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(correlationConfig) || !isWhole(sourceTemplate)) {
		return [];
	}
	const schema = accountSchema(readApplication(sourceTemplate));
	if (!schema || schema.attributes.length === 0) {
		return [];
	}
	const has = namesIn(schema);
	return readCorrelation(correlationConfig)
		.filters.filter(({ operation, isDirect }) => !isDirect && !otherOperations.has(operation))
		.filter(({ element }) => !isInside(element, each => ofOthers.has(localName(each))))
		.flatMap(({ value }) => (value && !has(value.name) ? [value] : []))
		.map(({ name, range }) => ({
			code: 'correlation-attribute-unknown',
			document: 'correlation-config',
			...range,
			name,
		}));
}

/** A source-template that refers to another correlation-config than the connector's. */
function checkCorrelationName({ correlationConfig, sourceTemplate }: ConnectorDocuments): ConnectorProblem[] {
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
function checkSchemas({ sourceTemplate }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceTemplate)) {
		return [];
	}
	const application = readApplication(sourceTemplate);
	const { schemas } = application;
	const objectTypes = new Set(schemas.map(({ objectType }) => objectType?.name));
	const isOpen = [...objectTypes].some(name => name !== undefined && hasToken(name));
	return schemas.flatMap(schema => {
		const { attributes, roles, objectType } = schema;
		const hasNot = (role: SchemaRole) => !namesIn(schemaWith(application, schema, role))(role.name);
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
				.flatMap(({ schemaObjectType: named }) =>
					named && !isOpen && !objectTypes.has(named.name) ? [named] : [],
				)
				.map(({ name, range }): ConnectorProblem => ({
					code: 'schema-object-type-unknown',
					document: 'source-template',
					...range,
					name,
				})),
		];
	});
}

/** Tells whether a schema has an attribute, or may have it once its tokens are replaced. */
function namesIn({ attributes }: Schema): (name: string) => boolean {
	const names = new Set(attributes.map(({ name }) => name));
	const isOpen = [...names].some(hasToken);
	return name => isOpen || names.has(name);
}
