import { correlationXml } from './correlationXml';
import type { Definition, Locale, SampleConnector } from './definition';
import { propertiesText } from './translations/properties';
import { guideOf, sourceConfigXml } from './sourceConfigXml';
import { sourceTemplateXml } from './sourceTemplateXml';
import type { Vocabulary } from './translations/sampleTexts';

const encoder = new TextEncoder();

export function translationBytes(
	definition: Definition,
	vocabulary: Vocabulary,
): Partial<Record<Locale, Uint8Array>> {
	return Object.fromEntries(
		definition.translations.map(translation => [
			translation.locale,
			encoder.encode(propertiesText(definition, translation, vocabulary)),
		]),
	);
}

export function metadataOf(definition: Definition, vocabulary: Vocabulary): Record<string, unknown> {
	const { name, platform, shortDesc, custom } = definition;
	return {
		supportedUI: platform === 'saas' ? 'ANGULAR' : 'EXTJS',
		platform,
		shortDesc: (vocabulary.text(shortDesc, 'en') ?? '').replaceAll('{0}', name),
		docLink: guideOf(definition),
		...(custom ? { owner: 'Identity Engineering' } : { vendorSupported: true }),
	};
}

/** A connector with its documents, none of which is shared with another one. */
export function buildConnector(definition: Definition, vocabulary: Vocabulary): SampleConnector {
	const { name, type, scriptName, className, features, directConnect, fileUpload } = definition;
	return {
		name,
		type,
		scriptName,
		className,
		features: features && [...features],
		directConnect,
		fileUpload,
		status: definition.status,
		custom: definition.custom,
		category: definition.category,
		labels: [...definition.labels],
		connectorMetadata: metadataOf(definition, vocabulary),
		sourceConfig: encoder.encode(sourceConfigXml(definition)),
		sourceTemplate: encoder.encode(sourceTemplateXml(definition)),
		correlationConfig: encoder.encode(correlationXml(definition)),
		translations: translationBytes(definition, vocabulary),
	};
}
