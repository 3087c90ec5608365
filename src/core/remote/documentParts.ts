import { locales, type ConnectorDetail } from '../api/wire';
import { xmlNames, type XmlName } from '../connector/documentName';
import { documentFiles, type DocumentPart } from './documentPath';
import { metadataText } from './metadata';

const byLocale = locales
	.toSorted((one, other) => Number(other === 'en') - Number(one === 'en') || one.localeCompare(other))
	.map((locale): DocumentPart => `translations/${locale}`);
const named: readonly DocumentPart[] = Object.values(documentFiles);

/** Every document that a connector can have, in the order of the tree. */
export const documentParts: readonly DocumentPart[] = [
	...named.slice(0, -1),
	...byLocale,
	...named.slice(-1),
];

/** The fields of a connector's detail that have its XML documents. */
export const detailFields = {
	'source-config': 'sourceConfigXml',
	'source-template': 'applicationXml',
	'correlation-config': 'correlationConfigXml',
} as const satisfies Record<XmlName, keyof ConnectorDetail>;

/** The texts of a connector's documents as editors would show them, out of the one answer that has them all. */
export function partTexts(detail: ConnectorDetail): ReadonlyMap<DocumentPart, string> {
	const { translationProperties, connectorMetadata } = detail;
	const translations = Object.entries(translationProperties ?? {});
	const known = new Map<string, unknown>([
		...xmlNames.map(name => [name, detail[detailFields[name]]] as const),
		...translations.map(([locale, text]) => [`translations/${locale}`, text] as const),
		['connector-metadata', metadataText(connectorMetadata ?? {})],
	]);
	const texts = new Map<DocumentPart, string>();
	for (const part of documentParts) {
		const text = known.get(part);
		if (typeof text === 'string') {
			texts.set(part, text.replace(/^\uFEFF/, '')); // An editor does not count a byte order mark.
		}
	}
	return texts;
}
