import { script, type ElementWords, type Vocabulary } from './words';

const text: ElementWords = { children: [], attributes: {}, texts: [] };

/** Elements that are a value, or several. */
export const values: readonly string[] = [
	'String',
	'Integer',
	'Long',
	'Boolean',
	'List',
	'Map',
	'Date',
	'Set',
	'Float',
	'DynamicValue',
	'Script',
	'Filter',
	'null',
];

/** What the values in a source-template are written with. */
export const valueVocabulary: Vocabulary = {
	Attributes: { children: ['Map'], attributes: {} },
	Map: { children: ['entry'], attributes: {} },
	entry: {
		children: ['value'],
		isOftenEmpty: true,
		attributes: { key: { names: 'entry', inSnippet: true }, value: { inSnippet: true } },
	},
	value: { children: values, attributes: {} },
	List: { children: values, attributes: {} },
	Set: { children: values, attributes: {} },
	String: text,
	Integer: text,
	Long: text,
	Float: text,
	Date: text,
	Boolean: { ...text, texts: ['true', 'false'] },
	null: { children: [], attributes: {} },
	DynamicValue: { children: ['Script', 'RuleRef', 'value'], attributes: {}, texts: [] },
	Script: script,
	Source: text,
	RuleRef: { children: ['Reference'], attributes: {} },
};
