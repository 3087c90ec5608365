import type { AttributeWords, ElementWords, Vocabulary } from './words';
import { values } from './vocabularyValues';

const flag: AttributeWords = { values: ['true', 'false'] };
const label: AttributeWords = { names: 'label' };
const script: ElementWords = { children: ['Source'], attributes: { language: { values: ['beanshell'] } } };

/** Kinds of change that a form of ProvisioningForms asks for. */
const formTypes = ['Create', 'Update', 'Enable', 'Disable', 'Delete', 'Unlock', 'ChangePassword'];

/** How a source-template says what is needed to make and to change accounts and groups. */
export const provisioningWords: Vocabulary = {
	ProvisioningForms: { children: ['Form'], attributes: {} },
	Form: {
		children: ['Field', 'Section', 'Attributes', 'Description'],
		attributes: {
			name: { required: true, own: true },
			objectType: { names: 'object-type', required: true, usual: 'account' },
			type: { values: formTypes, required: true, usual: 'Create' },
		},
	},
	Section: {
		children: ['Field', 'Attributes'],
		attributes: { name: { required: true }, label: { names: 'label', required: true } },
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
			name: { names: 'account-attribute', required: true },
			displayName: { names: 'label', required: true },
			type: {
				values: ['string', 'secret', 'boolean', 'date', 'ManagedAttribute', 'int', 'long'],
				required: true,
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
			name: { required: true, own: true },
			usage: {
				values: [...formTypes, 'CreateGroup', 'UpdateGroup', 'EditGroup'],
				required: true,
				usual: 'Create',
			},
			schemaObjectType: { names: 'object-type', required: true, usual: 'account' },
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
