import files from 'folder:./connectors';
import { locales } from '../../core/api/wire';
import type { AboutConnector, SampleConnector } from '../service/model';

const encoder = new TextEncoder();
const aboutFile = '/connector.json';

/** The connectors in `connectors/`, each in a folder as the extension exports it. */
export function richConnectors(): SampleConnector[] {
	return Object.keys(files)
		.filter(path => path.endsWith(aboutFile))
		.map(path => connectorIn(path.slice(0, -aboutFile.length)));
}

function connectorIn(folder: string): SampleConnector {
	const textOf = (file: string) => files[`${folder}/${file}`];
	const bytesOf = (file: string) => encoder.encode(textOf(file));
	const translations = ['en', ...locales]
		.map(locale => [locale, `translations/${locale}.properties`] as const)
		.filter(([, file]) => textOf(file) !== undefined);
	return {
		...(JSON.parse(textOf('connector.json') ?? '') as AboutConnector),
		connectorMetadata: JSON.parse(textOf('connector-metadata.json') ?? '') as Record<string, unknown>,
		sourceConfig: bytesOf('source-config.xml'),
		sourceTemplate: bytesOf('source-template.xml'),
		correlationConfig: bytesOf('correlation-config.xml'),
		translations: Object.fromEntries(translations.map(([locale, file]) => [locale, bytesOf(file)])),
	};
}
