import { metadataText } from '../../../../src/core/remote/metadata';
import type { DocumentPart } from '../../../../src/core/remote/documentPath';
import type { ConnectorAbout, ConnectorBundle } from '../../../../src/core/transfer/archive/bundle';

/** A connector with what is given, and a source-config where no documents are. */
export function bundleOf(
	about: Partial<ConnectorAbout> & Pick<ConnectorAbout, 'name'>,
	texts: Readonly<Partial<Record<DocumentPart, string>>> = { 'source-config': '<Form/>' },
): ConnectorBundle {
	const parts = Object.entries(texts) as [DocumentPart, string][];
	return {
		about: { type: undefined, className: undefined, directConnect: undefined, status: undefined, ...about },
		texts: new Map(parts.map(([part, text]) => [part, new Uint8Array(Buffer.from(text))])),
	};
}

export const activeDirectory = bundleOf(
	{
		name: 'Active Directory',
		type: 'Active Directory - Direct',
		className: 'sailpoint.connector.ADLDAPConnector',
		directConnect: true,
		status: 'RELEASED',
	},
	{
		'source-config': '<Form>\r\n</Form>',
		'source-template': '\ufeff<Application/>',
		'connector-metadata': metadataText({ category: 'directory' }),
		'translations/zh-TW': 'a=\\u4e00',
	},
);

/** As lines of text, to be compared with. */
export function textsOf(
	entries: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Record<string, string> {
	return Object.fromEntries(entries.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
}

export function entriesFrom(texts: Readonly<Record<string, string>>) {
	return Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}
