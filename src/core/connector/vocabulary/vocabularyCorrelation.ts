import { flag, own, reference, type Vocabulary } from './words';
import { values, valueVocabulary } from './vocabularyValues';

/** How a filter compares. */
export const operations = [
	'EQ',
	'NE',
	'LT',
	'GT',
	'LE',
	'GE',
	'IN',
	'CONTAINS_ALL',
	'LIKE',
	'NOTNULL',
	'ISNULL',
	'ISEMPTY',
	'JOIN',
	'LEFT_JOIN',
	'COLLECTION_CONDITION',
] as const;

/** Identity attributes that every tenant has. */
export const identityAttributes = [
	'uid',
	'email',
	'displayName',
	'firstname',
	'lastname',
	'employeeNumber',
	'identificationNumber',
	'personalEmail',
	'phone',
	'workPhone',
	'department',
	'manager',
] as const;

const filters = ['Filter', 'CompositeFilter'];

/** What filters are written with, in a correlation-config and in the values of a source-template. */
export const filterVocabulary: Vocabulary = {
	Filter: {
		children: ['Value', 'CollectionCondition', 'SubqueryFilter'],
		isOftenEmpty: true,
		attributes: {
			operation: { values: operations, inSnippet: true, usual: 'EQ' },
			property: { names: 'identity-attribute', inSnippet: true },
			value: { names: 'account-attribute', inSnippet: true },
			ignoreCase: flag,
			matchMode: { values: ['ANYWHERE', 'START', 'END', 'EXACT'] },
			joinProperty: {},
			subqueryClass: {},
			subqueryProperty: {},
		},
	},
	CompositeFilter: {
		children: filters,
		attributes: { operation: { values: ['AND', 'OR', 'NOT'], inSnippet: true, usual: 'AND' } },
	},
	Value: { children: values, attributes: {}, texts: [] },
	CollectionCondition: { children: filters, attributes: {} },
	SubqueryFilter: { children: filters, attributes: {} },
};

/** What a correlation-config is written with. */
export const correlationVocabulary: Vocabulary = {
	CorrelationConfig: {
		children: ['AttributeAssignments', 'DirectAssignments', 'Description', 'Owner'],
		attributes: { name: { inSnippet: true, own: true }, id: own, created: own, modified: own },
	},
	AttributeAssignments: { children: filters, attributes: {} },
	...filterVocabulary,
	...valueVocabulary,
	DirectAssignments: { children: ['DirectAssignment'], attributes: {} },
	DirectAssignment: { children: ['Conditions', 'CorrelatedIdentity'], attributes: {} },
	Conditions: { children: filters, attributes: {} },
	CorrelatedIdentity: reference,
	Description: { children: [], attributes: {}, texts: [] },
	Owner: reference,
	Reference: {
		children: [],
		attributes: {
			class: { values: ['sailpoint.object.Identity'], inSnippet: true, usual: 'sailpoint.object.Identity' },
			id: own,
			name: { inSnippet: true, own: true },
		},
	},
};
