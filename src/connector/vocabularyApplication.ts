import type { AttributeWords, ElementWords, Vocabulary } from './vocabulary';

const flag: AttributeWords = { values: ['true', 'false'] };
const text: ElementWords = { children: [], attributes: {}, texts: [] };
const values = ['String', 'Integer', 'Long', 'Boolean', 'List', 'Map'];

/** What a connector may be able to do, as `featuresString` names it. */
export const features = [
	'PROVISIONING',
	'SYNC_PROVISIONING',
	'GROUP_PROVISIONING',
	'ENABLE',
	'UNLOCK',
	'PASSWORD',
	'AUTHENTICATE',
	'SEARCH',
	'MANAGER_LOOKUP',
	'DISCOVER_SCHEMA',
	'DIRECT_PERMISSIONS',
	'NO_RANDOM_ACCESS',
] as const;

/** What a source-template is written with. */
export const applicationWords: Vocabulary = {
	Application: {
		children: [
			'Attributes',
			'Schemas',
			'ProvisioningForms',
			'Templates',
			'ProvisioningConfig',
			'AccountCorrelationConfig',
		],
		attributes: {
			name: { required: true, own: true },
			connector: { required: true },
			type: { required: true },
			featuresString: { values: features, separator: ', ' },
		},
	},
	Attributes: { children: ['Map'], attributes: {} },
	Map: { children: ['entry'], attributes: {} },
	entry: {
		children: ['value'],
		isOftenEmpty: true,
		attributes: { key: { names: 'entry', required: true }, value: { required: true } },
	},
	value: { children: values, attributes: {} },
	List: { children: values, attributes: {} },
	String: text,
	Integer: text,
	Long: text,
	Boolean: { children: [], attributes: {}, texts: ['true', 'false'] },
	Schemas: { children: ['Schema'], attributes: {} },
	Schema: {
		children: ['AttributeDefinition'],
		attributes: {
			objectType: { values: ['account', 'group'], required: true },
			nativeObjectType: { required: true },
			identityAttribute: { names: 'schema-attribute', required: true },
			displayAttribute: { names: 'schema-attribute', required: true },
			groupAttribute: { names: 'schema-attribute' },
			hierarchyAttribute: { names: 'schema-attribute' },
			featuresString: { values: features, separator: ', ' },
			includePermissions: flag,
			aggregationType: { names: 'object-type' },
		},
	},
	AttributeDefinition: {
		children: ['Description'],
		isOftenEmpty: true,
		attributes: {
			name: { required: true },
			type: { values: ['string', 'int', 'boolean', 'date'], required: true, usual: 'string' },
			required: flag,
			multi: flag,
			entitlement: flag,
			group: flag,
			managed: flag,
			minable: flag,
			indexed: flag,
			schemaObjectType: { names: 'object-type' },
			correlationKey: { values: ['1'] },
			internalName: {},
			remediationModificationType: { values: ['None'] },
		},
	},
	Description: text,
	ProvisioningForms: { children: ['Form'], attributes: {} },
	Form: {
		children: ['Field'],
		attributes: {
			name: { required: true, own: true },
			objectType: { names: 'object-type', required: true, usual: 'account' },
			type: { values: ['Create'], required: true, usual: 'Create' },
		},
	},
	Field: {
		children: [],
		attributes: {
			name: { names: 'account-attribute', required: true },
			displayName: { names: 'account-attribute', required: true },
			type: { values: ['string'], required: true, usual: 'string' },
			required: flag,
		},
	},
	Templates: { children: [], attributes: {} },
	ProvisioningConfig: { children: [], attributes: {} },
	AccountCorrelationConfig: { children: ['Reference'], attributes: {} },
	Reference: {
		children: [],
		attributes: {
			class: {
				values: ['sailpoint.object.CorrelationConfig'],
				required: true,
				usual: 'sailpoint.object.CorrelationConfig',
			},
			id: { own: true },
			name: { required: true, own: true },
		},
	},
};
