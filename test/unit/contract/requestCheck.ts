import type { RecordedRequest } from '../../../src/sample/server/sampleTenant';
import { mediaTypeOf } from './answerProblems';
import type { Contract, ContractOperation } from './contract';
import { mediaTypes } from './contractClient';
import { filePart } from './goodCall';
import type { Parameter } from './openApi';
import { fromText, schemaProblems } from './schema';

type Request = Pick<RecordedRequest, 'method' | 'path' | 'headers' | 'body'>;

/** The one operation that a request is for; undefined if there is none. */
export function operationOf(contract: Contract, { method, path }: Request): ContractOperation | undefined {
	const segments = segmentsOf(path);
	const found = [contract.token, ...contract.operations].filter(operation => {
		const template = operation.path.split('/');
		const matches = template.every((part, index) => part === segments[index] || part.startsWith('{'));
		return operation.method === method && template.length === segments.length && matches;
	});
	return found.length === 1 ? found[0] : undefined;
}

/** What a request has against what the contract declares of its operation. */
export async function requestProblems(contract: Contract, request: Request): Promise<string[]> {
	const operation = operationOf(contract, request);
	return operation
		? [
				...pathProblems(operation, request),
				...queryProblems(operation, request),
				...headerProblems(operation, request),
				...(await bodyProblems(contract, operation, request)),
			]
		: [`${request.method} ${request.path} is no operation`];
}

function segmentsOf(path: string): string[] {
	return (path.split('?')[0] ?? '').split('/');
}

function pathProblems({ path, parameters }: ContractOperation, request: Request): string[] {
	const segments = segmentsOf(request.path);
	return path.split('/').flatMap((part, index) => {
		const parameter = parameters.find(each => each.in === 'path' && part === `{${each.name}}`);
		return parameter ? valueProblems(parameter, decodeURIComponent(segments[index] ?? '')) : [];
	});
}

function queryProblems({ parameters }: ContractOperation, { path }: Request): string[] {
	const query = new URLSearchParams(path.split(/\?(.*)/s)[1]);
	const declared = parameters.filter(each => each.in === 'query');
	return [
		...[...query].flatMap(([name, text]) => {
			const parameter = declared.find(each => each.name === name);
			return parameter ? valueProblems(parameter, text) : [`the parameter ${name} is not declared`];
		}),
		...declared
			.filter(({ name, required = false }) => required && !query.has(name))
			.map(({ name }) => `the parameter ${name} is missing`),
		...declared
			.filter(({ name }) => query.getAll(name).length > 1)
			.map(({ name }) => `the parameter ${name} is there twice`),
	];
}

function valueProblems({ name, schema }: Parameter, text: string): string[] {
	return schemaProblems(schema, fromText(schema, text)).map(problem => `${name}: ${problem}`);
}

function headerProblems(operation: ContractOperation, { headers }: Request): string[] {
	const ranges = (headers.accept ?? '*/*').split(',').map(mediaTypeOf);
	const accepts = (type: string) =>
		[type, type.replace(/\/.*/, '/*'), '*/*'].some(each => ranges.includes(each));
	const hasToken = /^Bearer [\w.-]+$/.test(headers.authorization ?? '');
	return [
		...mediaTypes(operation)
			.filter(type => !accepts(type))
			.map(type => `${type} is not accepted`),
		...(hasToken === operation.needsToken ? [] : [hasToken ? 'there is a token' : 'there is no token']),
	];
}

async function bodyProblems(
	contract: Contract,
	operation: ContractOperation,
	{ headers, body }: Request,
): Promise<string[]> {
	if (!operation.body) {
		return body.length > 0 || headers['content-type'] !== undefined ? ['there is a body'] : [];
	}
	const mediaType = mediaTypeOf(headers['content-type']);
	const media = operation.body.content[mediaType];
	if (!media) {
		return [`the media type "${mediaType}" is not declared`];
	}
	if (mediaType === 'multipart/form-data') {
		// oxlint-disable-next-line typescript/no-deprecated -- For servers it is; here it reads what others must read.
		const form = await parsed(headers['content-type'] ?? '', body).formData();
		return [
			...schemaProblems(media.schema, textsOf(form)),
			...partProblems(form, filePart(contract, operation)),
		];
	}
	const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
	return schemaProblems(
		media.schema,
		mediaType === 'application/x-www-form-urlencoded'
			? textsOf(new URLSearchParams(text))
			: (JSON.parse(text) as unknown),
	);
}

/** A form as a schema sees it: `string`, in the format `binary` where it is a file. */
function textsOf(form: FormData | URLSearchParams): Record<string, string> {
	return Object.fromEntries(
		[...form].map(([name, part]) => [name, typeof part === 'string' ? part : 'a file']),
	);
}

function partProblems(form: FormData, expected: string): string[] {
	const parts = [...form].map(([name, part]) => (typeof part === 'string' ? `text ${name}` : `file ${name}`));
	return parts.join() === `file ${expected}`
		? []
		: [`the parts are "${parts.join()}", not one file "${expected}"`];
}

function parsed(contentType: string, body: Uint8Array): Response {
	return new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } });
}
