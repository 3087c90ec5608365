import type { SampleConnector } from '../../service/model';
import { complete, guideOf, type CompleteProduct, type Product } from '../products/product';
import { correlationXml } from './correlationXml';
import { formText } from './formTexts';
import { descriptionKey, propertiesText } from './propertiesText';
import { sourceConfigXml } from './sourceConfigXml';
import { sourceTemplateXml } from './sourceTemplateXml';

const encoder = new TextEncoder();

/** A connector with its documents, none of which is shared with another one. */
export function buildConnector(row: Product): SampleConnector {
	const product = complete(row);
	const { name, type, scriptName, className, features, kind, status, custom, category, labels } = product;
	return {
		name,
		type,
		scriptName,
		className,
		features: features && [...features],
		directConnect: kind !== 'file',
		fileUpload: kind === 'file',
		status,
		custom,
		category,
		labels: [...labels],
		connectorMetadata: metadataOf(product),
		sourceConfig: encoder.encode(sourceConfigXml(product)),
		sourceTemplate: encoder.encode(sourceTemplateXml(product)),
		correlationConfig: encoder.encode(correlationXml(product)),
		translations: Object.fromEntries(
			(['en', ...product.locales] as const).map(locale => [
				locale,
				encoder.encode(propertiesText(product, locale)),
			]),
		),
	};
}

function metadataOf(product: CompleteProduct): Record<string, unknown> {
	const { name, kind, custom } = product;
	return {
		supportedUI: kind === 'saas' ? 'ANGULAR' : 'EXTJS',
		platform: kind === 'saas' ? 'saas' : 'ccg',
		shortDesc: formText(descriptionKey(product), 'en').replaceAll('{0}', name),
		docLink: guideOf(product),
		...(custom ? { owner: 'Identity Engineering' } : { vendorSupported: true }),
	};
}
