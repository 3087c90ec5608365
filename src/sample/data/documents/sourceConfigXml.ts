import { fieldTable, type FieldName } from '../products/fieldTable';
import { guideOf, sectionsOf, type CompleteProduct } from '../products/product';
import { element, writeXml, type XmlLines } from './writeXml';

/** The form that an administrator fills in. */
export function sourceConfigXml(product: CompleteProduct): string {
	const { name, kind, status, layout } = product;
	const sections = sectionsOf(product).map(({ id, docLink, fields }) =>
		element(
			'Section',
			{
				name: id,
				label: `sectionLabel_${id}`,
				sectionInfo: `sectionInfo_${id}`,
				docLink: docLink && `${guideOf(product)}#${docLink}`,
				docLinkLabel: docLink && `docLinkLabel_${docLink}`,
			},
			fields.map(fieldElement),
		),
	);
	const form = element(
		'Form',
		{
			xmlns: 'http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd',
			type: 'SourceConfig',
			name,
			connectorName: name,
			directConnect: kind !== 'file',
			fileUpload: kind === 'file',
			shortDesc: 'ShortDesc',
			status,
		},
		[element('Menu', { name: 'connection', label: 'menuLabel_connection' }, sections)],
	);
	return writeXml(form, layout);
}

function fieldElement(name: FieldName): XmlLines {
	const { options, ...attributes } = fieldTable[name];
	const values = options?.map(([label, value]) => element('Option', { label, value }));
	return element('Field', { name, ...attributes }, values && [element('AllowedValues', {}, values)]);
}
