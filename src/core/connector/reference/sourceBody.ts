import type { Entered } from '../form/entered';
import type { FormPicture } from '../form/formPicture';
import { connectorAttributes } from '../form/submitted';

/** A connector as a source of it has to name it. */
export interface SourceConnector {
	readonly scriptName: string | undefined;
	readonly type: string | undefined;
	readonly className: string | undefined;
	/** False for a connector that reads files which people upload. */
	readonly directConnect: boolean | undefined;
	/** As its metadata has it, such as `saas`; `ccg` is a virtual appliance. */
	readonly platform: string | undefined;
	/** The name that its source-template has. */
	readonly templateName: string | undefined;
}

/** What stands in a source body for what only people know. */
const names = {
	source: 'SOURCE_NAME',
	owner: 'OWNER_ID',
	connector: 'CONNECTOR_SCRIPT_NAME',
	cluster: 'CLUSTER_ID',
	clusterName: 'CLUSTER_NAME',
} as const;

/**
 * What is entered in a form as connectorAttributes, with names in the place of secrets: of those that are entered, and of those
 * that are required.
 */
export function attributesWithoutSecrets(
	picture: FormPicture,
	entered: Entered,
): Readonly<Record<string, unknown>> {
	const taken = new Set<string>(Object.values(names));
	return connectorAttributes(picture, entered, ({ isRequired }, path, isEntered) =>
		isEntered || isRequired ? placeholder(freeName(path, taken)) : undefined,
	);
}

/** Takes the name of an environment variable for a key: `CLIENT_SECRET` for `clientSecret`. */
function freeName(path: readonly string[], taken: Set<string>): string {
	const words = path
		.join('_')
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
		.toUpperCase()
		.replace(/[^A-Z\d]+/g, '_')
		.replace(/^_+|_+$/g, '');
	const name = /^[A-Z]/.test(words) ? words : `SECRET_${words}`.replace(/_$/, '');
	let free = name;
	for (let count = 2; taken.has(free); count++) {
		free = `${name}_${count}`;
	}
	taken.add(free);
	return free;
}

function placeholder(name: string): string {
	return `\${${name}}`;
}

/** The body of `POST /sources` for a new source of a connector, without what is not set. */
export function sourceBody(
	connector: SourceConnector,
	attributes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	return {
		name: placeholder(names.source),
		owner: { type: 'IDENTITY', id: placeholder(names.owner) },
		connector: connector.scriptName ?? placeholder(names.connector),
		...(needsCluster(connector) && {
			cluster: { type: 'CLUSTER', id: placeholder(names.cluster), name: placeholder(names.clusterName) },
		}),
		connectorAttributes: { ...saasAttributes(connector), ...attributes },
	};
}

/** Whether a source of the connector is created with `?provisionAsCsv=true` only. */
export function isDelimitedFile({ scriptName, className }: SourceConnector): boolean {
	return /DelimitedFile/i.test(className ?? '') || /^delimited-file\b/i.test(scriptName ?? '');
}

function needsCluster(connector: SourceConnector): boolean {
	const { directConnect = true, platform = '' } = connector;
	return (
		directConnect &&
		platform.toLowerCase() !== 'saas' &&
		!isSaasSpec(connector) &&
		!isDelimitedFile(connector)
	);
}

/** What a source of a SaaS connector has beside what its form asks for. Seen in live tenants; the specification is silent. */
function saasAttributes(connector: SourceConnector): Readonly<Record<string, unknown>> {
	const { type, templateName } = connector;
	return isSaasSpec(connector)
		? {
				spConnectorSpecId: type,
				idnProxyType: 'sp-connect',
				connectionType: 'direct',
				spConnectorSupportsCustomSchemas: true,
				...(templateName !== undefined && { templateApplication: templateName }),
			}
		: {};
}

/** The type of a SaaS connector is the id of its specification, a UUID. */
function isSaasSpec({ type }: SourceConnector): boolean {
	return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(type ?? '');
}
