import { elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { localName, type Mention } from './mention';
import { perDocument, type Growing } from '../perDocument';
import { nothingSaid, mentionOfSaying, sayingsIn } from './sayings';
import { nothingAround, surroundingsIn, type Condition } from './surroundings';

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

export const readForm = perDocument((document: XmlDocument): Form => {
	const { root } = document;
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
	const sayings = sayingsIn(document);
	// By the field's element, and by each element in it, if others may be in that.
	const fields = new Map<XmlElement, ReadField>();
	elementsOf(document).forEach((element, index) => {
		const { parent } = element;
		const said = sayings[index] ?? nothingSaid;
		const around = surroundings.get(element) ?? nothingAround;
		if (around.own) {
			form.conditions.push(around.own);
		} else if (said.parentValue) {
			form.valuesAlone.push(mentionOfSaying(element, said.parentValue));
		}
		for (const label of said.labels) {
			form.labels.push(mentionOfSaying(element, label));
		}
		const field = parent && fields.get(parent);
		if (localName(element) === 'Field') {
			const { cards, conditions } = around;
			const name = mentionOfSaying(element, said.name);
			const type = mentionOfSaying(element, said.type);
			if (element.children.length > 0) {
				const read = { element, name, type, options: [], cards, conditions };
				fields.set(element, read);
				form.fields.push(read);
			} else {
				form.fields.push({ element, name, type, options: noOptions, cards, conditions });
			}
		} else if (field) {
			fields.set(element, field);
			if (localName(element) === 'Option') {
				field.options.push({
					element,
					label: mentionOfSaying(element, said.label),
					value: mentionOfSaying(element, said.value),
				});
			}
		}
	});
	return form;
});

/** The same in steps: what it is made from is read before, one thing after the other, and kept for the document. */
export function* formSteps(document: XmlDocument): Generator<void, Form> {
	for (const read of readForm.isKnown(document) ? [] : [elementsOf, sayingsIn, surroundingsIn]) {
		read(document);
		yield;
	}
	return readForm(document);
}

/** A field whose options are still being read. */
type ReadField = FormField & Growing<Pick<FormField, 'options'>>;

/** Of most fields: a large form has a great many. */
const noOptions: readonly FieldOption[] = [];
