import type { ConnectorDetail, V3ConnectorDto } from '../../core/api/wire';
import type { SampleConnector } from './model';

/** A connector as a row of the list. */
export function toRow(connector: SampleConnector): V3ConnectorDto {
	const { name, type, scriptName, className, features, directConnect, connectorMetadata, status } = connector;
	return { name, type, scriptName, className, features, directConnect, connectorMetadata, status };
}

/** A connector with all its documents. */
export function toDetail(connector: SampleConnector): ConnectorDetail {
	const { name, type, scriptName, className, directConnect, fileUpload, connectorMetadata, status } =
		connector;
	return {
		name,
		type,
		...(className !== null && { className }),
		scriptName,
		applicationXml: toText(connector.sourceTemplate),
		correlationConfigXml: toText(connector.correlationConfig),
		sourceConfigXml: toText(connector.sourceConfig),
		sourceConfig: null,
		sourceConfigFrom: null,
		s3Location: connectorFolder(scriptName),
		uploadedFiles: null,
		fileUpload,
		directConnect,
		translationProperties: Object.fromEntries(
			Object.entries(connector.translations).map(([locale, bytes]) => [locale, toText(bytes)]),
		),
		connectorMetadata,
		status,
	};
}

/** Where the files of a connector are said to be kept. */
export function connectorFolder(scriptName: string): string {
	return `sample/connectorFiles/${scriptName}`;
}

/** A byte order mark stays a character of the text. */
export function toText(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
