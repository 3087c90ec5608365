import type { Definition, Field, Section } from './definition';
import { element, writeXml, type XmlElement } from './xml';

/** `true` as the attribute's text; false is what its absence means. */
const flag = (value: boolean | undefined) => value || undefined;

const fieldElement = (field: Field): XmlElement =>
	element(
		'Field',
		{
			name: field.name,
			displayName: field.label,
			type: field.type,
			required: flag(field.required),
			hidden: flag(field.hidden),
			value: field.value,
			defaultValue: field.defaultValue,
			placeholder: field.placeholder,
			helpKey: field.help,
			parentKey: field.when?.[0],
			parentValue: field.when?.[1],
			maxFiles: field.upload?.maxFiles,
			maxSize: field.upload?.maxSize,
			supportedExtensions: field.upload?.extensions,
			validateJSON: flag(field.validateJSON),
		},
		field.options && [
			element(
				'AllowedValues',
				{},
				field.options.map(([label, value]) => element('Option', { label, value })),
			),
		],
	);

const sectionElement = ({ id, fields, docLink }: Section, guide: string): XmlElement =>
	element(
		'Section',
		{
			name: id,
			label: `sectionLabel_${id}`,
			sectionInfo: `sectionInfo_${id}`,
			docLink: docLink && `${guide}#${docLink}`,
			docLinkLabel: docLink && `docLinkLabel_${docLink}`,
		},
		fields.map(fieldElement),
	);

/** Where a connector's imaginary handbook is. */
export const guideOf = (definition: Definition) =>
	`https://docs.example.com/connectors/${definition.scriptName.toLowerCase()}`;

/** The form that an administrator fills in. */
export function sourceConfigXml(definition: Definition): string {
	const { name, directConnect, fileUpload, status, base, menus, layout } = definition;
	const root = element(
		'Form',
		{
			xmlns: 'http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd',
			type: 'SourceConfig',
			name,
			connectorName: name,
			directConnect,
			fileUpload,
			shortDesc: 'ShortDesc',
			status,
		},
		[
			...(base.length > 0 ? [element('BaseConfig', {}, base.map(fieldElement))] : []),
			...menus.map(({ id, sections }) =>
				element(
					'Menu',
					{ name: id, label: `menuLabel_${id}` },
					sections.map(section => sectionElement(section, guideOf(definition))),
				),
			),
		],
	);
	return writeXml(root, layout);
}
