import type { SourceDto } from '../../../core/api/sourcesWire';
import type { SampleSource } from './sampleSource';

/** A source as it is answered. */
export function toSourceDto({ id, fields, attributes, schemas, correlation }: SampleSource): SourceDto {
	return {
		id,
		...fields,
		accountCorrelationConfig: correlation && {
			type: 'ACCOUNT_CORRELATION_CONFIG',
			id: correlation.id,
			name: correlation.name,
		},
		schemas: schemas.map(({ id, name }) => ({ type: 'CONNECTOR_SCHEMA', id, name })),
		connectorAttributes: attributes && { ...addedTo(id, fields), ...attributes },
	};
}

let readings = 0;

/** What the service adds to the connectorAttributes at each reading; a kept value of the same name goes before. */
function addedTo(id: string, fields: SampleSource['fields']): Record<string, unknown> {
	const { name, healthy, since, status, connectionType, connectorName, connectorClass } = fields;
	return {
		healthy,
		since,
		status,
		connectionType,
		connectorName,
		cloudCacheUpdate: Date.now() + ++readings,
		cloudDisplayName: name,
		cloudExternalId: id,
		'slpt-source-diagnostics': JSON.stringify({
			connector: connectorName,
			status,
			healthcheckCount: readings,
		}),
		sourceConnected: healthy,
		hasFullAggregationCompleted: healthy,
		deltaAggregation: null,
		templateApplication: `${connectorName ?? ''} Template`,
		formPath: null,
		beforeProvisioningRule: null,
		deleteThresholdPercentage: fields.deleteThreshold,
		healthCheckTimeout: 30,
		...(connectorClass === undefined && {
			idnProxyType: 'sp-connect',
			spConnectorSpecId: fields.type,
			spConnectorSupportsCustomSchemas: true,
		}),
	};
}
