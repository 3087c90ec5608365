import { roleAttributes } from '../model/application';
import { flag, own, type AttributeWords, type Vocabulary } from './words';
import { filterVocabulary } from './vocabularyCorrelation';
import { features } from './vocabularyFeatures';
import { provisioningVocabulary } from './vocabularyProvisioning';
import { referenceVocabulary } from './vocabularyReferences';
import { valueVocabulary } from './vocabularyValues';

const schemaAttribute: AttributeWords = { names: 'schema-attribute' };
const modifications = ['None', 'Select', 'Freetext'];

/** Keys of the Map in a Schema. */
export const schemaSettings: readonly string[] = [
	'groupMemberAttribute',
	'memberAttribute',
	'memberPrefix',
	'memberSuffix',
];

/** What a source-template is written with. */
export const applicationVocabulary: Vocabulary = {
	Application: {
		children: [
			'Attributes',
			'Schemas',
			'ProvisioningForms',
			'Templates',
			'ProvisioningConfig',
			'AccountCorrelationConfig',
			'Owner',
			'ApplicationScorecard',
			'PasswordPolicies',
			'CorrelationRule',
			'ManagerCorrelationRule',
			'CreationRule',
			'CustomizationRule',
			'ManagedAttributeCustomizationRule',
			'Remediators',
			'ProxyApplication',
			'AssignedScope',
			'Description',
		],
		attributes: {
			name: { inSnippet: true, own: true },
			connector: { inSnippet: true },
			type: { inSnippet: true },
			featuresString: { values: features, separator: ', ' },
			icon: {},
			profileClass: {},
			authoritative: flag,
			caseInsensitive: flag,
			disabled: flag,
			cluster: {},
			proxiedName: {},
			authenticationResource: flag,
			id: own,
			created: own,
			modified: own,
			significantModified: own,
			assignedScopePath: own,
			maintenanceExpiration: own,
		},
	},
	Schemas: { children: ['Schema'], attributes: {} },
	Schema: {
		children: ['AttributeDefinition', 'Attributes', 'Description'],
		attributes: {
			objectType: { values: ['account', 'group'], inSnippet: true },
			nativeObjectType: { inSnippet: true },
			...Object.fromEntries(roleAttributes.map(role => [role, schemaAttribute])),
			identityAttribute: { ...schemaAttribute, inSnippet: true },
			displayAttribute: { ...schemaAttribute, inSnippet: true },
			featuresString: { values: features, separator: ', ' },
			includePermissions: flag,
			aggregationType: { names: 'object-type', values: ['group'] },
			associationSchemaName: { names: 'object-type' },
			cloudAccessType: { values: ['role', 'group'] },
			permissionsRemediationModificationType: { values: modifications },
			name: {},
			childHierarchy: flag,
			indexPermissions: flag,
			noPermissionPromotion: flag,
			id: own,
			created: own,
			modified: own,
		},
	},
	AttributeDefinition: {
		children: ['Description'],
		isOftenEmpty: true,
		attributes: {
			name: { inSnippet: true },
			type: {
				values: ['string', 'int', 'boolean', 'date', 'long', 'integer'],
				inSnippet: true,
				usual: 'string',
			},
			displayName: {},
			required: flag,
			multi: flag,
			multiValued: flag,
			entitlement: flag,
			group: flag,
			managed: flag,
			minable: flag,
			indexed: flag,
			schemaObjectType: { names: 'object-type' },
			correlationKey: { values: ['1', '2'] },
			correlationKeyAssigned: flag,
			internalName: {},
			objectMapping: {},
			source: {},
			defaultValue: {},
			categoryName: {},
			helpKey: { names: 'label' },
			remediationModificationType: { values: modifications },
		},
	},
	...valueVocabulary,
	...provisioningVocabulary,
	...filterVocabulary,
	Description: { children: [], attributes: {}, texts: [] },
	...referenceVocabulary,
};
