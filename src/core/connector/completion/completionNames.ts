import { familyOf, type Family } from '../model/families';
import { isInside, type XmlElement } from '../../xml/tree';
import { ownText } from '../../xml/values';
import { accountSchema, readApplication, type Schema } from '../model/application';
import type { Completing } from './completion';
import { byCount } from './completionElements';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { fieldTypeOf } from '../model/fieldTypes';
import { readForm, type FormField } from '../model/form';
import { familyFor } from '../model/labelFamilies';
import { labelTextIn } from '../model/labels';
import { localName, mentionIn } from '../model/mention';
import { fieldsInSight } from '../model/scopes';
import { surroundingsIn } from '../model/surroundings';
import { textsIn } from '../translations/translation';
import type { Named } from '../vocabulary/words';
import { schemaSettings } from '../vocabulary/vocabularyApplication';
import { identityAttributes } from '../vocabulary/vocabularyCorrelation';

/** Something that a value can name, and what people read for it. */
export interface Name {
	readonly name: string;
	readonly text?: string | undefined;
}

/** What the value of an attribute of this element can name; the likeliest first. */
export function namesFor(
	named: Named,
	{ connector, document, usage }: Completing,
	element: XmlElement,
	attribute: string,
): readonly Name[] {
	const { text } = document;
	switch (named) {
		case 'label':
			return labelNames(connector, familyFor(element, attribute));
		case 'field':
			return fieldNames(
				fieldsInSightOf(connector, element).filter(field => field.element !== element),
				connector,
			);
		case 'parent-value': {
			const parent = mentionIn(text, element, 'parentKey')?.name;
			const fields = fieldsInSightOf(connector, element).filter(({ name }) => name && name.name === parent);
			return fields.flatMap(field => valueNames(field, connector));
		}
		case 'field-value':
			return fieldsOf(connector)
				.filter(field => field.element === element)
				.flatMap(field => valueNames(field, connector));
		case 'entry':
			return isInsideOf(element, 'Schema')
				? schemaSettings.map(name => ({ name }))
				: missingEntries(connector, element);
		case 'identity-attribute':
			if (isDirect(element)) {
				return attributeNames(connector, accountsOf(connector));
			}
			return byCount(identityAttributes, usage.values('Filter', 'property')).map(name => ({ name }));
		case 'account-attribute':
			return isDirect(element) ? [] : attributeNames(connector, accountsOf(connector));
		case 'schema-attribute':
			return attributeNames(
				connector,
				schemasOf(connector).find(schema => schema.element === element),
			);
		case 'object-type':
			return schemasOf(connector).flatMap(({ objectType }) => objectType ?? []);
	}
}

function labelNames(connector: ConnectorDocuments, family: Family): readonly Name[] {
	const isOfFamily = (key: string) => familyOf(key) === family;
	const texts = new Map<string, string>();
	for (const [, document] of translationsOf(connector)) {
		for (const [key, { value }] of textsIn(document)) {
			if (!texts.has(key)) {
				texts.set(key, value);
			}
		}
	}
	const names = [...texts].map(([name, text]) => ({ name, text }));
	return [...names.filter(({ name }) => isOfFamily(name)), ...names.filter(({ name }) => !isOfFamily(name))];
}

const fieldsOf = ({ sourceConfig }: ConnectorDocuments) =>
	sourceConfig ? readForm(sourceConfig).fields : [];

/** The fields that an element can name. */
function fieldsInSightOf({ sourceConfig }: ConnectorDocuments, element: XmlElement): readonly FormField[] {
	const cards = sourceConfig && surroundingsIn(sourceConfig).get(element)?.cards;
	return sourceConfig ? fieldsInSight(readForm(sourceConfig), cards) : [];
}

/** Fields by their names and their labels. */
function fieldNames(fields: readonly FormField[], connector: ConnectorDocuments): readonly Name[] {
	const textOf = labelTextIn(connector);
	const form = connector.sourceConfig?.text ?? '';
	return fields.flatMap(({ name, element }) => {
		const label = mentionIn(form, element, 'displayName');
		return name ? [{ name: name.name, text: label && (textOf(label.name) ?? label.name) }] : [];
	});
}

function valueNames({ type, options }: FormField, connector: ConnectorDocuments): readonly Name[] {
	const { texts } = fieldTypeOf(type?.name);
	if (texts) {
		return texts.map(name => ({ name }));
	}
	const textOf = labelTextIn(connector);
	return options.flatMap(({ label, value }) =>
		value ? [{ name: value.name, text: label && (textOf(label.name) ?? label.name) }] : [],
	);
}

/** The fields that the template has no value of, if the element is an entry at its top. */
function missingEntries(connector: ConnectorDocuments, element: XmlElement): readonly Name[] {
	const application = connector.sourceTemplate && readApplication(connector.sourceTemplate);
	if (!application || element.parent !== application.map) {
		return [];
	}
	const others = application.entries.filter(entry => entry.element !== element);
	const there = new Set(others.map(({ name }) => name));
	const missing = fieldsOf(connector).filter(({ name, cards }) => name && !cards && !there.has(name.name));
	const isKept = ({ type }: FormField) => !fieldTypeOf(type?.name).hasNoEntry;
	const inOrder = [...missing.filter(isKept), ...missing.filter(field => !isKept(field))];
	return fieldNames(inOrder, connector);
}

const schemasOf = ({ sourceTemplate }: ConnectorDocuments) =>
	sourceTemplate ? readApplication(sourceTemplate).schemas : [];

const accountsOf = ({ sourceTemplate }: ConnectorDocuments) =>
	sourceTemplate && accountSchema(readApplication(sourceTemplate));

/** The attributes of a schema with what their definitions say of them. */
function attributeNames({ sourceTemplate }: ConnectorDocuments, schema: Schema | undefined): readonly Name[] {
	return (schema?.attributes ?? []).map(({ name, element }) => {
		const description = element.children.find(
			child => child.kind === 'element' && localName(child) === 'Description',
		);
		const text =
			sourceTemplate && description?.kind === 'element' ? ownText(sourceTemplate, description).trim() : '';
		return { name, text: text || undefined };
	});
}

/** Whether a filter looks at accounts alone, so that its value is a text. */
const isDirect = (element: XmlElement) => isInsideOf(element, 'DirectAssignments');

const isInsideOf = (element: XmlElement, name: string) => isInside(element, each => localName(each) === name);
