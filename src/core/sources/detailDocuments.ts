import type { ConnectorDetail } from '../api/wire';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import { parseProperties } from '../properties/parse';
import { parseXml } from '../xml/parse';

/** The documents of a connector as its detail has them: what they mean counts, not their bytes. */
export function documentsIn({
	sourceConfigXml,
	applicationXml,
	correlationConfigXml,
	translationProperties,
}: ConnectorDetail): ConnectorDocuments {
	const xml = (text: string | undefined) => (text ? parseXml(text) : undefined);
	return {
		sourceConfig: xml(sourceConfigXml),
		sourceTemplate: xml(applicationXml),
		correlationConfig: xml(correlationConfigXml),
		translations: new Map(
			Object.entries(translationProperties ?? {}).map(([locale, text]) => [
				locale,
				parseProperties(text ?? ''),
			]),
		),
	};
}
