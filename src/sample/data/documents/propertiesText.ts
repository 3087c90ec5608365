import type { Locale } from '../../../core/api/wire';
import { fieldTable } from '../products/fieldTable';
import { sectionsOf, type CompleteProduct } from '../products/product';
import { formText } from './formTexts';
import { layouts } from './writeXml';

/** The key of a connector's description in the table of texts; in the connector's own texts it is `ShortDesc`. */
export const descriptionKey = ({ custom, kind }: CompleteProduct) => `ShortDesc_${custom ? 'custom' : kind}`;

/** The texts of a connector's form in one locale, as Java properties. */
export function propertiesText(product: CompleteProduct, locale: Locale): string {
	const { name, layout } = product;
	const lines = ['# Texts of the source form', `# Locale: ${locale}`];
	for (const [comment, keys] of familiesOf(product)) {
		const known = new Set(keys.filter(key => key !== undefined));
		if (known.size > 0) {
			lines.push('', `# ${comment}`);
		}
		for (const key of known) {
			const text = formText(key === 'ShortDesc' ? descriptionKey(product) : key, locale);
			lines.push(`${key}=${text.replaceAll('{0}', name)}`);
		}
	}
	return [...lines, ''].join(layouts[layout].lineEnd);
}

/** The keys of a form in the order of the file, with the comment above each family. */
function familiesOf(product: CompleteProduct): (readonly [comment: string, keys: (string | undefined)[]])[] {
	const sections = sectionsOf(product);
	const fields = sections.flatMap(section => section.fields.map(name => fieldTable[name]));
	return [
		['Description', ['ShortDesc']],
		['Menus', ['menuLabel_connection']],
		['Sections', sections.map(({ id }) => `sectionLabel_${id}`)],
		['What the sections are about', sections.map(({ id }) => `sectionInfo_${id}`)],
		['Links to the documentation', sections.map(({ docLink }) => docLink && `docLinkLabel_${docLink}`)],
		['Placeholders', fields.map(({ placeholder }) => placeholder)],
		['Help', fields.map(({ helpKey }) => helpKey)],
		[
			'Fields and their options',
			fields.flatMap(({ displayName, options = [] }) => [displayName, ...options.map(([label]) => label)]),
		],
	];
}
