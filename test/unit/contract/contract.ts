import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiVersion } from '../../../src/core/api/urls';
import type { Schema } from './schema';

export interface Media {
	readonly schema: Schema;
	readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** By media type. */
export type Content = Readonly<Record<string, Media>>;

export interface Parameter {
	readonly name: string;
	readonly in: 'path' | 'query';
	readonly required?: boolean;
	readonly description?: string;
	readonly schema: Schema;
	readonly example?: unknown;
	/** The operation whose answer has the values. */
	readonly 'x-sailpoint-resource-operation-id'?: string;
}

export interface ContractOperation {
	readonly id: string;
	readonly method: string;
	/** Below the host, its parameters in braces. */
	readonly path: string;
	readonly parameters: readonly Parameter[];
	readonly body: { readonly content: Content } | undefined;
	/** By status. */
	readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
	readonly needsToken: boolean;
}

export interface Contract {
	/** The version of the API that it describes. */
	readonly version: ApiVersion;
	readonly operations: readonly ContractOperation[];
	/** What gives the token that the others need. */
	readonly token: ContractOperation;
	/** By the name that an operation has in every version. */
	find(name: string): ContractOperation;
	/** The inverse of `find`. */
	nameOf(operation: ContractOperation): string;
}

interface Server {
	readonly url: string;
}

interface DocumentOperation extends Pick<ContractOperation, 'responses'> {
	readonly operationId: string;
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: { readonly content: Content };
	readonly security?: readonly unknown[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface OpenApiDocument {
	readonly servers: readonly Server[];
	readonly security: readonly unknown[];
	readonly paths: Readonly<
		Record<
			string,
			Partial<Record<(typeof methods)[number], DocumentOperation>> & { readonly servers?: readonly Server[] }
		>
	>;
}

const folder = path.resolve('..', 'shared', 'contract');
const files = [
	{ file: 'connectors-openapi.v2024.json', version: 'v2024', suffix: '' },
	{ file: 'connectors-openapi.v1.json', version: 'connectors/v1', suffix: 'V1' },
] as const;

/** A suite by each contract. It says that it is skipped where the contract, which is no part of the project, is absent. */
export function suiteByContract(title: string, define: (contract: Contract) => void): void {
	for (const { file, version, suffix } of files) {
		suite(`${title}, by ${file}`, () => {
			if (existsSync(path.join(folder, file))) {
				define(readContract(path.join(folder, file), version, suffix));
			} else {
				test('is skipped: there is no ../shared/contract here', function () {
					this.skip();
				});
			}
		});
	}
}

function readContract(file: string, version: ApiVersion, suffix: string): Contract {
	const all = operationsOf(JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument);
	const operations = all.filter(({ needsToken }) => needsToken);
	const [token] = all.filter(({ needsToken }) => !needsToken);
	const nameOf = ({ id }: ContractOperation) =>
		id.endsWith(suffix) ? id.slice(0, id.length - suffix.length) : id;
	const find = (name: string) => operations.find(operation => nameOf(operation) === name) ?? absent(name);
	return { version, operations, token: token ?? absent('token'), find, nameOf };
}

function absent(name: string): never {
	throw new Error(`The contract has no operation ${name}`);
}

function operationsOf(document: OpenApiDocument): ContractOperation[] {
	return Object.entries(document.paths).flatMap(([path, item]) =>
		methods.flatMap(method => {
			const operation = item[method];
			return operation
				? {
						id: operation.operationId,
						method: method.toUpperCase(),
						path: pathOf((item.servers ?? document.servers)[0]) + path,
						parameters: operation.parameters ?? [],
						body: operation.requestBody,
						responses: operation.responses,
						needsToken: (operation.security ?? document.security).length > 0,
					}
				: [];
		}),
	);
}

function pathOf(server: Server | undefined): string {
	return new URL((server?.url ?? absent('server')).replace(/\{\w+\}/g, 'any')).pathname.replace(/\/$/, '');
}
