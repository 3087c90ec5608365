/** The XML documents that every connector has, in the order in which people meet them. */
export const xmlNames = ['source-config', 'source-template', 'correlation-config'] as const;

/** A document of a connector, at a tenant or in a folder: its path below the connector, without the extension. */
export type DocumentName = XmlName | TranslationName;
export type XmlName = (typeof xmlNames)[number];
export type TranslationName = `${typeof translationsFolder}/${string}`;

export const translationsFolder = 'translations';
const translationsStart = `${translationsFolder}/` as const;

const path = new RegExp(`(?:^|/)(?:(${xmlNames.join('|')})\\.xml|(${translationsStart}[^/]+)\\.properties)$`);

/** The document that a path ends with, and the path of its connector's folder; undefined for all other files. */
export function documentAtPath(
	fullPath: string,
): { readonly folder: string; readonly name: DocumentName } | undefined {
	const found = path.exec(fullPath);
	const name = (found?.[1] ?? found?.[2]) as DocumentName | undefined;
	return found && name ? { folder: fullPath.slice(0, found.index), name } : undefined;
}

/** Whether the service reads a document by a schema, and so refuses a prefix that is not declared. */
export function needsNamespaces(name: string): boolean {
	return name === 'source-config';
}

/** The path of a document's file below its connector. */
export function fileOfDocument(name: DocumentName): string {
	return isTranslation(name) ? `${name}.properties` : `${name}.xml`;
}

export function isTranslation(name: string): name is TranslationName {
	return name.startsWith(translationsStart);
}

export function localeOf(name: TranslationName): string;
export function localeOf(name: string): string | undefined;
export function localeOf(name: string): string | undefined {
	return isTranslation(name) ? name.slice(translationsStart.length) : undefined;
}

export function translationOf(locale: string): TranslationName {
	return `${translationsStart}${locale}`;
}
