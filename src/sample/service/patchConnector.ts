import { json, refusal, type Answer } from './answers';
import type { ConnectorStore } from './connectorStore';
import { toDetail } from './connectorDto';
import { documentProblem, type XmlDocumentKind } from './documentCheck';
import { isObject } from './keptEdits';
import { applyPatch, asPatch, PatchError } from './jsonPatch';
import { jsonBody, type OperationRequest } from './operationRequest';

const xmlFields = {
	applicationXml: 'sourceTemplate',
	correlationConfigXml: 'correlationConfig',
	sourceConfigXml: 'sourceConfig',
} as const satisfies Record<string, XmlDocumentKind>;

const patchable = ['connectorMetadata', ...Object.keys(xmlFields)];

/** `PATCH /connectors/{scriptName}` of a connector that exists. All of it takes effect, or nothing. */
export function patchConnector(request: OperationRequest, store: ConnectorStore): Answer {
	const { scriptName } = request;
	const body = jsonBody(request, 'application/json-patch+json');
	const before: Readonly<Record<string, unknown>> = { ...toDetail(store.copy(scriptName)) };
	const after = patched(before, body);
	const texts = Object.entries(xmlFields)
		.filter(([field]) => after[field] !== before[field])
		.map(([field, kind]) => ({ kind, bytes: asDocument(field, kind, after[field]) }));
	const metadata = after['connectorMetadata'];
	if (!isObject(metadata)) {
		throw refusal(400, 'connectorMetadata must be an object.');
	}
	const changed = store.change(scriptName, connector => {
		connector.connectorMetadata = metadata;
		for (const { kind, bytes } of texts) {
			connector[kind] = bytes;
		}
	});
	return json(toDetail(changed));
}

function patched(before: object, body: unknown): Readonly<Record<string, unknown>> {
	try {
		const operations = asPatch(body);
		for (const { path, from = path } of operations) {
			requirePatchable(path);
			requirePatchable(from);
		}
		return applyPatch(before, operations) as Record<string, unknown>;
	} catch (error) {
		throw error instanceof PatchError ? refusal(400, error.message) : error;
	}
}

function requirePatchable(path: string): void {
	if (!patchable.some(field => path === `/${field}` || path.startsWith(`/${field}/`))) {
		throw refusal(400, `"${path}" cannot be patched; ${patchable.join(', ')} can.`);
	}
}

function asDocument(field: string, kind: XmlDocumentKind, text: unknown): Uint8Array {
	if (typeof text !== 'string') {
		throw refusal(400, `${field} must be a string.`);
	}
	const bytes = new TextEncoder().encode(text);
	const problem = documentProblem(kind, bytes);
	if (problem !== undefined) {
		throw refusal(400, `${field} is not accepted.`, [problem]);
	}
	return bytes;
}
