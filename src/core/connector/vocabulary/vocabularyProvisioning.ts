import { flag, label, script, type Vocabulary } from './words';
import { values } from './vocabularyValues';

/** Kinds of change that a form of ProvisioningForms asks for. */
const formTypes = ['Create', 'Update', 'Enable', 'Disable', 'Delete', 'Unlock', 'ChangePassword'];

/** How a source-template says what is needed to make and to change accounts and groups. */
export const provisioningVocabulary: Vocabulary = {
	ProvisioningForms: { children: ['Form'], attributes: {} },
	Form: {
		children: ['Field', 'Section', 'Attributes', 'Description'],
		attributes: {
			name: { inSnippet: true, own: true },
			objectType: { names: 'object-type', inSnippet: true, usual: 'account' },
			type: { values: formTypes, inSnippet: true, usual: 'Create' },
		},
	},
	Section: {
		children: ['Field', 'Attributes'],
		attributes: { name: { inSnippet: true }, label: { names: 'label', inSnippet: true } },
	},
	Field: {
		children: [
			'AllowedValues',
			'AllowedValuesDefinition',
			'Script',
			'RuleRef',
			'Attributes',
			'DefaultValue',
			'ValidationScript',
			'OwnerDefinition',
			'Description',
		],
		isOftenEmpty: true,
		attributes: {
			name: { names: 'account-attribute', inSnippet: true },
			displayName: { names: 'label', inSnippet: true },
			type: {
				values: ['string', 'secret', 'boolean', 'date', 'ManagedAttribute', 'int', 'long'],
				inSnippet: true,
				usual: 'string',
			},
			required: flag,
			helpKey: label,
			reviewRequired: flag,
			section: {},
			value: {},
			defaultValue: {},
			multi: flag,
			readOnly: flag,
			hidden: flag,
			displayOnly: flag,
			dynamic: flag,
			postBack: flag,
			filterString: {},
			dependencies: { separator: ',' },
			template: {},
			application: {},
		},
	},
	AllowedValues: { children: ['String'], attributes: {} },
	AllowedValuesDefinition: { children: ['Value', 'Script', 'RuleRef'], attributes: {} },
	DefaultValue: { children: values, attributes: {}, texts: [] },
	ValidationScript: script,
	OwnerDefinition: { children: ['Script', 'RuleRef', 'Value'], attributes: {}, texts: [] },
	Templates: { children: ['Template'], attributes: {} },
	Template: {
		children: ['Field'],
		attributes: {
			name: { inSnippet: true, own: true },
			usage: {
				values: [...formTypes, 'CreateGroup', 'UpdateGroup', 'EditGroup'],
				inSnippet: true,
				usual: 'Create',
			},
			schemaObjectType: { names: 'object-type', inSnippet: true, usual: 'account' },
		},
	},
	ProvisioningConfig: {
		children: ['PlanInitializerScript', 'ClusterScript', 'ManagedResource'],
		isOftenEmpty: true,
		attributes: {
			deleteToDisable: flag,
			noPermissions: flag,
			metaUser: flag,
			universalManager: flag,
			optimisticProvisioning: flag,
		},
	},
	PlanInitializerScript: script,
	ClusterScript: script,
	ManagedResource: { children: [], attributes: {} },
};
