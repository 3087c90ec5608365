import { fieldTypeNames } from '../model/fieldTypes';
import { flag, label, type Vocabulary } from './words';

/** The namespace that the service wants a form to have. */
export const formNamespace = 'http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd';

/** What a source-config is written with. */
export const formVocabulary: Vocabulary = {
	Form: {
		children: ['BaseConfig', 'Menu'],
		attributes: {
			xmlns: { values: [formNamespace], inSnippet: true, usual: formNamespace },
			type: { values: ['SourceConfig'], inSnippet: true, usual: 'SourceConfig' },
			name: { inSnippet: true, own: true },
			connectorName: { inSnippet: true, own: true },
			directConnect: flag,
			fileUpload: flag,
			shortDesc: label,
			status: { values: ['development', 'demo', 'released', 'deprecated'], ignoresCase: true },
		},
	},
	BaseConfig: { children: ['Field'], attributes: {} },
	Menu: {
		children: ['Section'],
		attributes: { name: { inSnippet: true }, label: { names: 'label', inSnippet: true } },
	},
	Section: {
		children: ['Field'],
		attributes: {
			name: { inSnippet: true },
			label: { names: 'label', inSnippet: true },
			sectionInfo: label,
			docLink: { own: true },
			docLinkLabel: label,
		},
	},
	Field: {
		children: ['AllowedValues'],
		isOftenEmpty: true,
		attributes: {
			name: { inSnippet: true },
			displayName: { names: 'label', inSnippet: true },
			type: { values: fieldTypeNames, inSnippet: true, usual: 'text', ignoresCase: true },
			required: flag,
			hidden: flag,
			defaultValue: { names: 'field-value' },
			value: { names: 'field-value' },
			placeholder: label,
			helpKey: label,
			parentKey: { names: 'field' },
			parentValue: { names: 'parent-value' },
			maxFiles: {},
			maxSize: {},
			supportedExtensions: { separator: ',' },
			validateJSON: flag,
		},
	},
	AllowedValues: { children: ['Option'], attributes: {} },
	Option: {
		children: [],
		attributes: { label: { names: 'label', inSnippet: true }, value: { inSnippet: true } },
	},
};
