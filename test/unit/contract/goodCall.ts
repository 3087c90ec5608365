import assert from 'node:assert/strict';
import type { Contract, ContractOperation } from './contract';
import { jsonOf, type Call, type ContractClient } from './contractClient';
import { exampleOf } from './schema';

/** What `operation` should succeed with, by the contract's examples and what the tenant has. */
export async function goodCall(
	contract: Contract,
	client: ContractClient,
	operation: ContractOperation,
): Promise<Call> {
	const path: Record<string, string> = {};
	for (const { name, schema, ...parameter } of operation.parameters.filter(each => each.in === 'path')) {
		path[name] =
			parameter['x-sailpoint-resource-operation-id'] === undefined
				? String(exampleOf(schema))
				: await anId(contract, client, operation);
	}
	const body = await goodBody(contract, client, operation, path);
	return { path, ...(body !== undefined && { body }) };
}

/** A source's id or a connector's script name. Only custom connectors can be patched and deleted, the contract says in prose. */
async function anId(
	contract: Contract,
	client: ContractClient,
	{ method }: ContractOperation,
): Promise<string> {
	const isCustom = method === 'PATCH' || method === 'DELETE';
	const source = isCustom ? contract.find('createCustomConnector') : contract.list;
	const answer = jsonOf(await client.call(source, await goodCall(contract, client, source)));
	const [row] = [answer].flat() as readonly { readonly scriptName?: string; readonly id?: string }[];
	return row?.scriptName ?? row?.id ?? assert.fail('nothing is listed');
}

async function goodBody(
	contract: Contract,
	client: ContractClient,
	operation: ContractOperation,
	path: Readonly<Record<string, string>>,
): Promise<unknown> {
	switch (operation.method) {
		case 'POST':
			return newConnector(operation);
		case 'PATCH':
			return [{ op: 'add', path: '/connectorMetadata/owner', value: 'me' }];
		case 'PUT': {
			const present = await client.call(readerOf(contract, operation), { path });
			return { [filePart(contract, operation)]: new Blob([present.bytes, '\n']) };
		}
		default:
			return undefined;
	}
}

let created = 0;

function newConnector({ body }: ContractOperation): object {
	const [media] = Object.values(body?.content ?? {});
	return { ...(exampleOf(media?.schema ?? {}) as object), name: `custom connector ${++created}` };
}

/** The GET of the document that a PUT writes. */
function readerOf(contract: Contract, { path }: ContractOperation): ContractOperation {
	return (
		contract.operations.find(each => each.path === path && each.method === 'GET') ??
		assert.fail(`no GET ${path}`)
	);
}

/** The name of the part that holds the file: where the contract is silent, the one that it gives everywhere else. */
export function filePart(contract: Contract, operation: ContractOperation): string {
	const names = [operation, ...contract.operations].flatMap(({ body }) =>
		Object.entries(body?.content['multipart/form-data']?.schema.properties ?? {})
			.filter(([, { format }]) => format === 'binary')
			.map(([name]) => name),
	);
	return names[0] ?? assert.fail('no part for a file');
}
