import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ApiVersion, ServiceList } from '../../../src/core/api/urls';
import {
	methods,
	readDocument,
	type Content,
	type OpenApiDocument,
	type Parameter,
	type Responses,
	type Server,
} from './openApi';

export interface ContractOperation {
	readonly id: string;
	readonly method: string;
	/** Below the host, its parameters in braces. */
	readonly path: string;
	readonly parameters: readonly Parameter[];
	readonly body: { readonly content: Content } | undefined;
	readonly responses: Responses;
	readonly needsToken: boolean;
	/** Any of them will do. */
	readonly scopes: readonly string[];
	/** Of the people who may use it; empty where the contract does not say. */
	readonly userLevels: readonly string[];
}

export interface Contract {
	readonly service: ServiceList;
	/** The version of the API that it describes. */
	readonly version: ApiVersion;
	readonly operations: readonly ContractOperation[];
	/** Answers a page of all that there is. */
	readonly list: ContractOperation;
	/** What gives the token that the others need. */
	readonly token: ContractOperation;
	/** By the name that an operation has in every version. */
	find(name: string): ContractOperation;
	/** The inverse of `find`. */
	nameOf(operation: ContractOperation): string;
}

const folder = path.resolve('..', 'shared', 'contract');
const connectors = { service: 'connectors', list: 'getConnectorList', only: undefined } as const;
/** Of the Sources API, only what the extension uses; the successor's layout is described in the same file. */
const sources = {
	service: 'sources',
	list: 'listSources',
	file: 'sources-openapi.v2024.json',
	only: ['listSources', 'getSource', 'getSourceConfig', 'getCorrelationConfig', 'getSourceSchemas'],
} as const;
const files = [
	{ ...connectors, file: 'connectors-openapi.v2024.json', version: 'v2024', suffix: '' },
	{ ...connectors, file: 'connectors-openapi.v1.json', version: 'connectors/v1', suffix: 'V1' },
	{ ...sources, version: 'v2024', suffix: '' },
	{ ...sources, version: 'connectors/v1', suffix: 'V1' },
] as const;

/** A suite by each contract. It says that it is skipped where the contract, which is no part of the project, is absent. */
export function suiteByContract(title: string, define: (contract: Contract) => void): void {
	for (const described of files) {
		const { file, version } = described;
		suite(`${title}, by ${file} for ${version}`, () => {
			if (existsSync(path.join(folder, file))) {
				define(readContract(described));
			} else {
				test('is skipped: there is no ../shared/contract here', function () {
					this.skip();
				});
			}
		});
	}
}

function readContract({ service, list, file, version, suffix, only }: (typeof files)[number]): Contract {
	const isSuccessor = service === 'sources' && version === 'connectors/v1';
	const nameOf = ({ id }: ContractOperation) =>
		id.endsWith(suffix) ? id.slice(0, id.length - suffix.length) : id;
	const document = readDocument(path.join(folder, file), only);
	const operations = operationsOf(document, isSuccessor).filter(({ needsToken }) => needsToken);
	const withToken = readDocument(path.join(folder, files[0].file), undefined);
	const [token] = operationsOf(withToken, false).filter(({ needsToken }) => !needsToken);
	const find = (name: string) => operations.find(operation => nameOf(operation) === name) ?? absent(name);
	return {
		service,
		version,
		operations,
		list: find(list),
		token: token ?? absent('token'),
		find,
		nameOf,
	};
}

function absent(name: string): never {
	throw new Error(`The contract has no operation ${name}`);
}

function operationsOf(document: OpenApiDocument, isSuccessor: boolean): ContractOperation[] {
	return Object.entries(document.paths).flatMap(([path, item]) =>
		methods.flatMap(method => {
			const operation = item[method];
			return operation
				? {
						id: (isSuccessor ? operation['x-operation-id-v1'] : undefined) ?? operation.operationId,
						method: method.toUpperCase(),
						path: isSuccessor
							? (document['x-paths']?.[path] ?? absent(path))
							: pathOf((item.servers ?? document.servers)[0]) + path,
						parameters: operation.parameters ?? [],
						body: operation.requestBody,
						responses: operation.responses,
						needsToken: (operation.security ?? document.security).length > 0,
						scopes: (operation.security ?? []).flatMap(({ userAuth = [] }) => userAuth),
						userLevels: operation['x-sailpoint-userLevels'] ?? [],
					}
				: [];
		}),
	);
}

function pathOf(server: Server | undefined): string {
	return new URL((server?.url ?? absent('server')).replace(/\{\w+\}/g, 'any')).pathname.replace(/\/$/, '');
}
