import type { Vocabulary } from './vocabulary';

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

/** What a correlation-config is written with. */
export const correlationWords: Vocabulary = {
	CorrelationConfig: {
		children: ['AttributeAssignments', 'DirectAssignments'],
		attributes: { name: { required: true, own: true } },
	},
	AttributeAssignments: { children: filters, attributes: {} },
	Filter: {
		children: [],
		attributes: {
			operation: { values: operations, required: true, usual: 'EQ' },
			property: { names: 'identity-attribute', required: true },
			value: { names: 'account-attribute', required: true },
			ignoreCase: { values: ['true', 'false'] },
			matchMode: { values: ['ANYWHERE', 'START', 'END', 'EXACT'] },
		},
	},
	CompositeFilter: {
		children: filters,
		attributes: { operation: { values: ['AND', 'OR', 'NOT'], required: true, usual: 'AND' } },
	},
	DirectAssignments: { children: ['DirectAssignment'], attributes: {} },
	DirectAssignment: { children: ['Conditions', 'CorrelatedIdentity'], attributes: {} },
	Conditions: { children: filters, attributes: {} },
	CorrelatedIdentity: { children: ['Reference'], attributes: {} },
	Reference: {
		children: [],
		attributes: {
			class: { values: ['sailpoint.object.Identity'], required: true, usual: 'sailpoint.object.Identity' },
			id: { own: true },
			name: { required: true, own: true },
		},
	},
};
