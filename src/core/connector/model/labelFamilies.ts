import type { Family } from './families';
import type { XmlElement } from '../../xml/tree';
import { localName } from './mention';

/** The families of the keys that attributes name; keys in other attributes are of fields. */
const families: Readonly<Record<string, Family>> = {
	'Form@shortDesc': 'descriptions',
	'Menu@label': 'menus',
	'Section@label': 'sections',
	'Section@sectionInfo': 'sectionInfos',
	'Section@docLinkLabel': 'documentationLinks',
	'Field@placeholder': 'placeholders',
	'Field@helpKey': 'help',
};

/** The family of the keys that belong in an attribute of an element. */
export function familyFor(element: XmlElement, attribute: string): Family {
	return families[`${localName(element)}@${attribute}`] ?? 'fields';
}
