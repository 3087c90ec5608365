import { fieldsOf, rowsOf } from './builders';
import { correlationName } from './correlationXml';
import type { Definition, Field, Schema, Value } from './definition';
import { element, writeXml, type XmlElement } from './xml';

function valueElement(value: Value): XmlElement {
	if (typeof value === 'string') {
		return element('String', {}, value);
	}
	if (typeof value === 'number') {
		return element('Integer', {}, String(value));
	}
	if (typeof value === 'boolean') {
		return element('Boolean', {}, String(value));
	}
	return Array.isArray(value)
		? element('List', {}, value.map(valueElement))
		: element('Map', {}, Object.entries(value).map(entry));
}

const entry = ([key, value]: [string, Value]): XmlElement =>
	typeof value === 'string'
		? element('entry', { key, value })
		: element('entry', { key }, [element('value', {}, [valueElement(value)])]);

/** What a field holds in a source that nobody has filled in yet; undefined if it is not kept there. */
function startValue({ type, value, defaultValue }: Field): Value | undefined {
	switch (type) {
		case 'secret':
		case 'secrettextarea':
		case 'fileupload':
			return undefined;
		case 'boolean':
		case 'checkbox':
		case 'toggle':
			return defaultValue === 'true';
		case 'number':
			return defaultValue === undefined ? '' : Number(defaultValue);
		case 'list':
		case 'cardList':
			return [];
		case 'keyValue':
			return {};
		case 'text':
		case 'url':
		case 'textarea':
		case 'radio':
		case 'select':
			return value ?? defaultValue ?? '';
	}
}

function attributeEntries(definition: Definition): XmlElement[] {
	return fieldsOf(definition).flatMap(field => {
		const value = definition.attributes[field.name] ?? startValue(field);
		return value === undefined ? [] : [entry([field.name, value])];
	});
}

function attributeElement([name = '', type = '', flags = '', description = '']: string[]): XmlElement {
	const attributes: Record<string, string> = { name, type };
	for (const flag of flags.split(' ').filter(Boolean)) {
		const [key = flag, value = 'true'] = flag.split('=');
		attributes[key] = value;
	}
	return element('AttributeDefinition', attributes, [element('Description', {}, description)]);
}

function schemaElement({ attributes, more, ...names }: Schema): XmlElement {
	return element('Schema', { ...names, ...more }, rowsOf(attributes).map(attributeElement));
}

/** The form by which an account is made; its fields are attributes of the account schema. */
function provisioningForm({ name, asked }: Definition): XmlElement {
	const fields = asked.map((attribute, index) =>
		element('Field', {
			name: attribute,
			displayName: attribute,
			type: 'string',
			required: index === 0,
		}),
	);
	return element('Form', { name: `${name} Account`, objectType: 'account', type: 'Create' }, fields);
}

/** The Application object that a source starts from. */
export function sourceTemplateXml(definition: Definition): string {
	const { name, className, type, features, schemas, asked, layout } = definition;
	const root = element(
		'Application',
		{
			name,
			connector: className ?? undefined,
			type,
			featuresString: features?.join(', '),
		},
		[
			{ comment: 'Keys are the names of the fields in the source form' },
			element('Attributes', {}, [element('Map', {}, attributeEntries(definition))]),
			element('Schemas', {}, schemas.map(schemaElement)),
			...(asked.length > 0 ? [element('ProvisioningForms', {}, [provisioningForm(definition)])] : []),
			element('AccountCorrelationConfig', {}, [
				element('Reference', {
					class: 'sailpoint.object.CorrelationConfig',
					name: correlationName(definition),
				}),
			]),
		],
	);
	return writeXml(root, layout, true);
}
