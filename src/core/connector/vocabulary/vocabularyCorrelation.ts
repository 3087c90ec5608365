import type { AttributeWords, ElementWords, Vocabulary } from './words';
import { values, valueWords } from './vocabularyValues';

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
const own: AttributeWords = { own: true };
const reference: ElementWords = { children: ['Reference'], attributes: {} };

/** What filters are written with, in a correlation-config and in the values of a source-template. */
export const filterWords: Vocabulary = {
	Filter: {
		children: ['Value', 'CollectionCondition', 'SubqueryFilter'],
		isOftenEmpty: true,
		attributes: {
			operation: { values: operations, required: true, usual: 'EQ' },
			property: { names: 'identity-attribute', required: true },
			value: { names: 'account-attribute', required: true },
			ignoreCase: { values: ['true', 'false'] },
			matchMode: { values: ['ANYWHERE', 'START', 'END', 'EXACT'] },
			joinProperty: {},
			subqueryClass: {},
			subqueryProperty: {},
		},
	},
	CompositeFilter: {
		children: filters,
		attributes: { operation: { values: ['AND', 'OR', 'NOT'], required: true, usual: 'AND' } },
	},
	Value: { children: values, attributes: {}, texts: [] },
	CollectionCondition: { children: filters, attributes: {} },
	SubqueryFilter: { children: filters, attributes: {} },
};

/** What a correlation-config is written with. */
export const correlationWords: Vocabulary = {
	CorrelationConfig: {
		children: ['AttributeAssignments', 'DirectAssignments', 'Description', 'Owner'],
		attributes: { name: { required: true, own: true }, id: own, created: own, modified: own },
	},
	AttributeAssignments: { children: filters, attributes: {} },
	...filterWords,
	...valueWords,
	DirectAssignments: { children: ['DirectAssignment'], attributes: {} },
	DirectAssignment: { children: ['Conditions', 'CorrelatedIdentity'], attributes: {} },
	Conditions: { children: filters, attributes: {} },
	CorrelatedIdentity: reference,
	Description: { children: [], attributes: {}, texts: [] },
	Owner: reference,
	Reference: {
		children: [],
		attributes: {
			class: { values: ['sailpoint.object.Identity'], required: true, usual: 'sailpoint.object.Identity' },
			id: own,
			name: { required: true, own: true },
		},
	},
};
