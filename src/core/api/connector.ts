import { isObject } from './errors';
import {
	statuses,
	type ConnectorDetail,
	type ConnectorStatus,
	type UpdateDetail,
	type UpdateStatus,
} from './wire';

/** A connector as the tree and the commands need it. */
export interface Connector {
	/** What identifies the connector within its tenant. */
	readonly scriptName: string;
	readonly name: string;
	readonly type: string | undefined;
	readonly className: string | undefined;
	readonly features: readonly string[];
	readonly status: ConnectorStatus | undefined;
	/** The service does not list it: it was opened by its script name, or has been created a moment ago. */
	readonly isUnlisted?: boolean;
}

/** Whether the type says that people have made the connector: `custom <name>` is what the service gives it by itself. */
export function hasCustomType({ type }: Pick<Connector, 'type'>): boolean {
	return /^custom\b/i.test(type ?? '');
}

/** Reads a row of the list or a connector's detail; undefined if it has no script name. */
export function parseConnector(row: unknown): Connector | undefined {
	if (!isObject(row)) {
		return undefined;
	}
	const scriptName = text(row['scriptName']);
	return scriptName === undefined
		? undefined
		: {
				scriptName,
				name: text(row['name']) ?? scriptName,
				type: text(row['type']),
				className: text(row['className']),
				features: Array.isArray(row['features']) ? row['features'].filter(isString) : [],
				status: statusOf(row['status']),
			};
}

/** Reads the detail of a connector: whatever the specification says, the service may say null. */
export function parseDetail(detail: Readonly<Record<string, unknown>>): ConnectorDetail {
	const { translationProperties, connectorMetadata, uploadedFiles, ...others } = detail;
	const status = statusOf(detail['status']);
	return {
		...withoutNulls(others),
		...(isObject(translationProperties) && { translationProperties: textsIn(translationProperties) }),
		...(isObject(connectorMetadata) && { connectorMetadata }),
		...(Array.isArray(uploadedFiles) && { uploadedFiles: uploadedFiles.filter(isString) }),
		...(status && { status }),
	};
}

/** Reads what the service says of a document that was sent to it. */
export function parseUpdate(detail: Readonly<Record<string, unknown>>): UpdateDetail {
	const { status, message, ...others } = detail;
	// An unknown status does not say whether the document was saved.
	const upper = text(status)?.toUpperCase() as UpdateStatus | undefined;
	const words = text(message);
	return { ...withoutNulls(others), ...(upper && { status: upper }), ...(words && { message: words }) };
}

function withoutNulls(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function textsIn(texts: Readonly<Record<string, unknown>>): Record<string, string | null> {
	return Object.fromEntries(
		Object.entries(texts).map(([locale, each]) => [locale, isString(each) ? each : null]),
	);
}

/** In upper case, as in the specification. An unknown status is kept as it came: the tree shows it with a plain icon. */
export function statusOf(value: unknown): ConnectorStatus | undefined {
	const status = text(value);
	const known = statuses.find(each => each === status?.toUpperCase());
	return known ?? (status as ConnectorStatus | undefined);
}

function isString(value: unknown): value is string {
	return typeof value === 'string';
}

function text(value: unknown): string | undefined {
	return isString(value) && value !== '' ? value : undefined;
}
