import { fieldTypeNames } from '../model/fieldTypes';
import { formNamespace } from '../model/form';
import type { AttributeWords, Vocabulary } from './words';

const flag: AttributeWords = { values: ['true', 'false'] };
const label: AttributeWords = { names: 'label' };

/** What a source-config is written with. */
export const formWords: Vocabulary = {
	Form: {
		children: ['BaseConfig', 'Menu'],
		attributes: {
			xmlns: { values: [formNamespace], required: true, usual: formNamespace },
			type: { values: ['SourceConfig'], required: true, usual: 'SourceConfig' },
			name: { required: true, own: true },
			connectorName: { required: true, own: true },
			directConnect: flag,
			fileUpload: flag,
			shortDesc: label,
			status: { values: ['development', 'demo', 'released', 'deprecated'], ignoresCase: true },
		},
	},
	BaseConfig: { children: ['Field'], attributes: {} },
	Menu: {
		children: ['Section'],
		attributes: { name: { required: true }, label: { names: 'label', required: true } },
	},
	Section: {
		children: ['Field'],
		attributes: {
			name: { required: true },
			label: { names: 'label', required: true },
			sectionInfo: label,
			docLink: { own: true },
			docLinkLabel: label,
		},
	},
	Field: {
		children: ['AllowedValues'],
		isOftenEmpty: true,
		attributes: {
			name: { required: true },
			displayName: { names: 'label', required: true },
			type: { values: fieldTypeNames, required: true, usual: 'text', ignoresCase: true },
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
		attributes: { label: { names: 'label', required: true }, value: { required: true } },
	},
};
