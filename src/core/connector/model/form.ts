import { formVocabulary } from '../vocabulary/vocabularyForm';
import { elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { localName, mentionIn, mentionOf, type Mention } from './mention';
import { perDocument, type Growing } from '../perDocument';
import { nothingAround, surroundingsIn, type Condition, type Surroundings } from './surroundings';

/** What a source-config says: the form that an administrator fills in. */
export interface Form {
	/** Undefined if the document is no form. */
	readonly root: XmlElement | undefined;
	/** In the order of the text. */
	readonly fields: readonly FormField[];
	/** Every use of a key of the translations, or of a text that stands in its place. */
	readonly labels: readonly Mention[];
	/** On fields and on what holds them. */
	readonly conditions: readonly Condition[];
	/** Each parentValue that stands without a parentKey. */
	readonly valuesAlone: readonly Mention[];
}

export interface FormField {
	readonly element: XmlElement;
	readonly name: Mention | undefined;
	readonly type: Mention | undefined;
	/** Those of the options, too. */
	readonly labels: readonly Mention[];
	readonly options: readonly FieldOption[];
	/** The cardList on whose cards it is; undefined if it is on none. */
	readonly cards: XmlElement | undefined;
	/** All of them have to hold: the element's own, and those of what is around it. */
	readonly conditions: readonly Condition[];
}

export interface FieldOption {
	readonly element: XmlElement;
	readonly label: Mention | undefined;
	readonly value: Mention | undefined;
}

/** Attributes of a form whose values are keys of the translations, whatever element they stand on. */
const labelAttributes: ReadonlySet<string> = new Set(
	Object.values(formVocabulary).flatMap(({ attributes }) =>
		Object.keys(attributes).filter(name => attributes[name]?.names === 'label'),
	),
);

export const isLabelAttribute = (name: string) => labelAttributes.has(name);

export const readForm = perDocument((document: XmlDocument): Form => {
	const { text, root } = document;
	const form: Growing<Form> = {
		root: undefined,
		fields: [],
		labels: [],
		conditions: [],
		valuesAlone: [],
	};
	if (!root || localName(root) !== 'Form') {
		return form;
	}
	form.root = root;
	const surroundings = surroundingsIn(document);
	// By the field's element, and by each element in it, if others may be in that.
	const fields = new Map<XmlElement, ReadField>();
	for (const element of elementsOf(document)) {
		const { parent } = element;
		const around = surroundings.get(element) ?? nothingAround;
		const value = around.own ? undefined : mentionIn(text, element, 'parentValue');
		if (around.own) {
			form.conditions.push(around.own);
		}
		if (value) {
			form.valuesAlone.push(value);
		}
		const labels = labelsOf(text, element);
		for (const label of labels) {
			form.labels.push(label);
		}
		const field = parent && fields.get(parent);
		if (localName(element) === 'Field') {
			const read = readField(text, element, labels, around);
			if (element.children.length > 0) {
				fields.set(element, read);
			}
			form.fields.push(read);
		} else if (field) {
			fields.set(element, field);
			field.labels.push(...labels);
			if (localName(element) === 'Option') {
				field.options.push(readOption(text, element));
			}
		}
	}
	return form;
});

/** A field whose labels and options are still being read. */
type ReadField = FormField & Growing<Pick<FormField, 'labels' | 'options'>>;

function readField(
	text: string,
	element: XmlElement,
	labels: Mention[],
	{ cards, conditions }: Surroundings,
): ReadField {
	return {
		element,
		name: mentionIn(text, element, 'name'),
		type: mentionIn(text, element, 'type'),
		labels,
		options: [],
		cards,
		conditions,
	};
}

function readOption(text: string, element: XmlElement): FieldOption {
	return { element, label: mentionIn(text, element, 'label'), value: mentionIn(text, element, 'value') };
}

/** The labels that an element's own attributes name. */
export function labelsOf(text: string, element: XmlElement): Mention[] {
	const labels: Mention[] = [];
	for (const attribute of element.attributes) {
		const label = isLabelAttribute(attribute.name) ? mentionOf(text, element, attribute) : undefined;
		if (label) {
			labels.push(label);
		}
	}
	return labels;
}
