import {
	accountAttributes,
	groupAttributes,
	type Attribute,
	type AttributeName,
} from '../products/attributeTable';
import { fieldTable, type FieldName } from '../products/fieldTable';
import { sectionsOf, type CompleteProduct } from '../products/product';
import { correlationName } from './correlationXml';
import { element, writeXml, type XmlLines } from './writeXml';

/** The Application object that a source starts from. */
export function sourceTemplateXml(product: CompleteProduct): string {
	const { name, className, type, features, layout } = product;
	const asked = askedFor(product);
	const root = element(
		'Application',
		{
			name,
			connector: className ?? undefined,
			type,
			featuresString: features?.join(', '),
		},
		[
			['<!-- Keys are the names of the fields in the source form -->'],
			element('Attributes', {}, [
				element(
					'Map',
					{},
					sectionsOf(product).flatMap(({ fields }) => fields.flatMap(entriesOf)),
				),
			]),
			element('Schemas', {}, schemasOf(product)),
			...(asked.length > 0 ? [element('ProvisioningForms', {}, [provisioningForm(name, asked)])] : []),
			element('AccountCorrelationConfig', {}, [
				element('Reference', {
					class: 'sailpoint.object.CorrelationConfig',
					name: correlationName(product),
				}),
			]),
		],
	);
	return writeXml(root, layout, 'Application');
}

/** What a field holds in a source that nobody has filled in yet; secrets and files are not kept there. */
function entriesOf(name: FieldName): XmlLines[] {
	const { type, defaultValue = '' } = fieldTable[name];
	const typed = (tag: string, content?: string) =>
		element('entry', { key: name }, [element('value', {}, [element(tag, {}, content)])]);
	switch (type) {
		case 'secret':
		case 'secrettextarea':
		case 'fileupload':
			return [];
		case 'boolean':
		case 'checkbox':
		case 'toggle':
			return [typed('Boolean', String(defaultValue === 'true'))];
		case 'number':
			return [typed('Integer', defaultValue)];
		case 'list':
			return [typed('List')];
		case 'keyValue':
			return [typed('Map')];
		default:
			return [element('entry', { key: name, value: defaultValue })];
	}
}

function schemasOf({ account }: CompleteProduct): XmlLines[] {
	const [identityAttribute, displayAttribute] = account;
	const hasGroups = account.includes('groups');
	const accounts = element(
		'Schema',
		{
			objectType: 'account',
			nativeObjectType: 'account',
			identityAttribute,
			displayAttribute,
			groupAttribute: hasGroups ? 'groups' : undefined,
		},
		account.map(name => attributeElement([name, accountAttributes[name]])),
	);
	const groups = element(
		'Schema',
		{
			objectType: 'group',
			nativeObjectType: 'group',
			identityAttribute: 'id',
			displayAttribute: 'name',
		},
		Object.entries(groupAttributes).map(attributeElement),
	);
	return hasGroups ? [accounts, groups] : [accounts];
}

function attributeElement([name, [type, flags, description]]: [string, Attribute]): XmlLines {
	const attributes: Record<string, string> = { name, type };
	for (const flag of flags.split(' ').filter(Boolean)) {
		const [key = flag, value = 'true'] = flag.split('=');
		attributes[key] = value;
	}
	return element('AttributeDefinition', attributes, [element('Description', {}, description)]);
}

/** The attributes that are asked for when an account is created. */
function askedFor({ features, account }: CompleteProduct): AttributeName[] {
	const asked: AttributeName[] = ['userName', 'firstName', 'lastName', 'email', 'department'];
	return features?.includes('PROVISIONING') ? asked.filter(one => account.includes(one)) : [];
}

function provisioningForm(name: string, asked: readonly AttributeName[]): XmlLines {
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
