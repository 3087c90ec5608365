import { createHash } from 'node:crypto';
import type { SampleSource } from '../../service/sources/sampleSource';
import type { ConnectorFacts } from './connectorFacts';
import { copiedAssignments, copiedSchemas } from './copiedDocuments';
import { sampleValues, isCipherText } from './sampleValues';

/** A source to be made; what is left out follows from its connector. */
export interface NewSource {
	readonly name: string;
	/** The script name of the connector, as it is sent when a source is created. */
	readonly connector: string;
	readonly description?: string;
	readonly isAuthoritative?: true;
	/** Entered besides what is entered anyway; undefined takes a value away. */
	readonly values?: Readonly<Record<string, unknown>>;
	/** What has become different since the source was made. */
	readonly change?: (source: SampleSource) => void;
}

/** Script names that the service replaces when a source is created; only `connector` shows the new one. */
const replaced: Readonly<Record<string, string>> = { 'delimited-file': 'delimited-file-angularsc' };

export function scriptNameFor(connector: string): string {
	return replaced[connector] ?? connector;
}

const owners = ['Ana Ribeiro', 'Tobias Lindqvist', 'Meera Nair', 'Joseph Okafor'];

const states = [
	[true, 'SOURCE_STATE_HEALTHY'],
	[true, 'SOURCE_STATE_HEALTHY'],
	[true, 'SOURCE_STATE_HEALTHY'],
	[false, 'SOURCE_STATE_ERROR_SOURCE'],
	[true, 'SOURCE_STATE_HEALTHY'],
	[false, 'SOURCE_STATE_UNCHECKED_SOURCE'],
	[true, 'SOURCE_STATE_HEALTHY'],
	[false, 'SOURCE_STATE_ERROR_VA'],
] as const;

const day = 24 * 60 * 60 * 1000;
const firstDay = Date.UTC(2022, 1, 8, 14, 50, 3, 827);

/**
 * The source that the service makes.
 * @param index which of the tenant's sources it is
 * @param round which of its connector's sources it is
 * @param facts undefined if the tenant has no such connector
 */
export function buildSource(
	row: NewSource,
	facts: ConnectorFacts | undefined,
	index: number,
	round: number,
): SampleSource {
	const { name, connector: asked, description, isAuthoritative = false } = row;
	const idOf = (what: string) => idFor(`${name} ${what}`);
	const connector = facts?.connector;
	const [healthy, status] = states[index % states.length] ?? states[0];
	const owner = owners[index % owners.length] ?? '';
	const created = new Date(firstDay + index * 9 * day).toISOString();
	const slug = slugOf(name);
	const isOnPremises = connector !== undefined && connector.className !== null && connector.directConnect;
	const attributes = { ...(facts && sampleValues(facts, { round, slug })), ...row.values };
	const secrets = Object.keys(attributes).filter(key => isCipherText(attributes[key]));
	const source: SampleSource = {
		id: idOf('source'),
		fields: {
			name,
			description,
			owner: { type: 'IDENTITY', id: idFor(owner), name: owner },
			cluster: isOnPremises ? { type: 'CLUSTER', id: idFor('cluster'), name: 'Data Center North' } : null,
			accountCorrelationRule: null,
			managerCorrelationMapping: null,
			managerCorrelationRule: null,
			beforeProvisioningRule: null,
			managementWorkgroup: null,
			passwordPolicies: null,
			features: [...(connector?.features ?? [])],
			type: connector?.type ?? asked,
			connector: scriptNameFor(asked),
			connectorClass: connector?.className ?? undefined,
			deleteThreshold: 10,
			authoritative: isAuthoritative,
			healthy,
			status,
			since: `${new Date(firstDay + 900 * day + index * 61_000).toISOString().slice(0, -1)}1666300Z`,
			connectorId: asked,
			connectorName: connector?.name ?? asked,
			connectionType: connector?.directConnect === false ? 'file' : 'direct',
			connectorImplementationId: asked,
			created,
			modified: new Date(firstDay + 900 * day + index * 60_000).toISOString(),
			credentialProviderEnabled: false,
			category: null,
		},
		attributes: { ...attributes, ...(secrets.length > 0 && { encrypted: secrets.join(',') }) },
		schemas: facts ? copiedSchemas(facts, idOf, created) : [],
		correlation: {
			id: idOf('correlation'),
			name: `${name} [source] Account Correlation`,
			attributeAssignments: facts ? copiedAssignments(facts) : [],
		},
		isOfSubadmin: index % 7 === 2,
		isInternal: false,
		isRefused: false,
	};
	row.change?.(source);
	return source;
}

export function idFor(what: string): string {
	return `2c91808${createHash('sha256').update(what).digest('hex').slice(0, 25)}`;
}

function slugOf(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
