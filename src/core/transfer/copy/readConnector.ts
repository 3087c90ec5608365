import { localesOf, type ConnectorDetail } from '../../api/wire';
import type { ConnectorPart, ConnectorsApi } from '../../api/connectorsApi';
import { withTranslations } from '../../api/withTranslations';
import { unlessMissing } from '../../api/unlessMissing';
import { isTranslation, localeOf, xmlNames } from '../../connector/documentName';
import type { DocumentPart } from '../../remote/documentPath';
import { detailFields } from '../../remote/documentParts';
import { metadataText } from '../../remote/metadata';
import type { ConnectorAbout, ConnectorBundle } from '../archive/bundle';

/**
 * Reads a connector with all its documents, byte by byte as the tenant has them: one request, and one for each document.
 * Undefined if the tenant has no such connector.
 */
export async function readConnector(
	client: ConnectorsApi,
	scriptName: string,
	signal?: AbortSignal,
): Promise<ConnectorBundle | undefined> {
	const answer = await unlessMissing(() => client.getConnector(scriptName, { ...(signal && { signal }) }));
	if (!answer) {
		return undefined;
	}
	const detail = await withTranslations(client, scriptName, answer, signal);
	const translations = localesOf(detail)?.map((locale): ConnectorPart => `translations/${locale}`);
	const read = async (part: ConnectorPart) => {
		const bytes = await unlessMissing(() => client.readPart(scriptName, part, signal));
		const text = bytes ? undefined : textIn(detail, part);
		return [part, text === undefined ? bytes : new TextEncoder().encode(text)] as const;
	};
	const texts = new Map<DocumentPart, Uint8Array>();
	for (const [part, bytes] of await Promise.all([...xmlNames, ...(translations ?? [])].map(read))) {
		if (bytes) {
			texts.set(part, bytes);
		}
	}
	texts.set('connector-metadata', new TextEncoder().encode(metadataText(detail.connectorMetadata ?? {})));
	const others = otherTranslationsOf(detail);
	return {
		about: aboutOf(detail, scriptName),
		texts,
		...(others.size > 0 && { otherTranslations: others }),
	};
}

/** The service takes no request for the text of a locale that it does not know, but its detail has the text. */
function otherTranslationsOf(detail: ConnectorDetail): ReadonlyMap<string, string> {
	const known: ReadonlySet<string> = new Set(localesOf(detail));
	const all = Object.entries(detail.translationProperties ?? {});
	return new Map(
		all.flatMap(([locale, text]) => (text === null || known.has(locale) ? [] : [[locale, text]])),
	);
}

/** A copy has to be whole: where the request for a document finds none, the detail may still have it. */
function textIn(detail: ConnectorDetail, part: ConnectorPart): string | undefined {
	const text = isTranslation(part)
		? detail.translationProperties?.[localeOf(part)]
		: detail[detailFields[part]];
	return text || undefined;
}

function aboutOf(detail: ConnectorDetail, scriptName: string): ConnectorAbout {
	const { name, type, className, directConnect, status } = detail;
	return {
		name: name || scriptName,
		type,
		className: className || undefined,
		directConnect,
		status,
	};
}
