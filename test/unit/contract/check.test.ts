import assert from 'node:assert/strict';
import type { RecordedRequest } from '../../../src/sample/server/sampleTenant';
import { answerProblems } from './answerProblems';
import { suiteByContract, type ContractOperation } from './contract';
import type { Content } from './openApi';
import { requestProblems } from './requestCheck';
import { exampleOf, schemaProblems, type Schema } from './schema';
import { violations } from './violations';

suiteByContract('The check', contract => {
	const contents = [contract.token, ...contract.operations].flatMap(({ id, body, responses }) => [
		...mediaIn(`${id} request`, body?.content),
		...Object.entries(responses).flatMap(([status, { content }]) => mediaIn(`${id} ${status}`, content)),
	]);

	test('finds nothing against the examples of answers and parameters that the contract gives', () => {
		let count = 0;
		const examine = (what: string, schema: Schema, example: unknown) => {
			count++;
			assert.deepEqual(schemaProblems(schema, example), [], what);
		};
		for (const { what, media } of contents) {
			for (const [name, { value }] of Object.entries(media.examples ?? {})) {
				examine(`${what} ${name}`, media.schema, value);
			}
		}
		for (const { id, parameters } of contract.operations) {
			for (const { name, schema, example } of parameters) {
				examine(`${id} ${name}`, schema, example ?? exampleOf(schema));
			}
		}
		assert.ok(count > (contract.service === 'connectors' ? 50 : 20), `${count} examples`);
	});

	test('finds nothing against the examples that schemas give (long)', () => {
		for (const { what, media } of contents) {
			for (const [at, schema] of schemasIn(media.schema)) {
				assert.deepEqual(schemaProblems(schema, exampleOf(schema)), [], `${what} ${at}`);
			}
		}
	});

	test('finds whatever breaks a schema', () => {
		for (const { what, media } of contents) {
			for (const [violation, value] of violations(media.schema, exampleOf(media.schema))) {
				assert.notDeepEqual(schemaProblems(media.schema, value), [], `${what}: ${violation}`);
			}
		}
	});

	test('finds a property that is not declared, anywhere in an answer', () => {
		const { schema } = contract.list.responses['404']?.content?.['application/json'] ?? assert.fail();
		assert.match(String(schemaProblems(schema, { title: 'No' })), /additional properties .*title/);
		assert.match(String(schemaProblems(schema, { messages: [{ txt: 'No' }] })), /\/messages\/0 .*txt/);
	});

	if (contract.service !== 'connectors') {
		return;
	}

	test('finds an answer whose status, media type or body is not declared', () => {
		const find = (operation: ContractOperation, status: number, type: string, text: string) =>
			String(
				answerProblems(operation, {
					status,
					headers: new Headers({ 'Content-Type': type }),
					bytes: new Uint8Array(Buffer.from(text)),
				}),
			);
		const read = contract.find('getConnectorSourceConfig');
		assert.equal(find(read, 200, 'application/xml;charset=utf-8', '<Form/>'), '');
		assert.match(find(read, 201, 'application/xml', '<Form/>'), /status 201/);
		assert.match(find(read, 200, 'text/xml', '<Form/>'), /media type "text\/xml"/);
		assert.match(find(read, 404, 'application/json', '[]'), /must be object/);
		assert.match(find(contract.find('deleteCustomConnector'), 204, 'text/plain', 'gone'), /body/);
	});

	const list = contract.find('getConnectorList');
	const single = contract.find('getConnector').path.replace('{scriptName}', 'workday');
	const headers = { authorization: 'Bearer a.b.c', accept: 'application/json' };
	const type = 'multipart/form-data; boundary=x';
	const form = (disposition: string) =>
		Buffer.from(`--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\na=b\r\n--x--\r\n`);
	const put = (path: string, disposition: string): Partial<RecordedRequest> => ({
		method: 'PUT',
		path: single + path,
		headers: { ...headers, 'content-type': type },
		body: form(disposition),
	});
	const patch = (contentType: string, body: string): Partial<RecordedRequest> => ({
		method: 'PATCH',
		path: single,
		headers: { ...headers, 'content-type': contentType },
		body: Buffer.from(body),
	});
	for (const [what, request, problem] of [
		['nothing against a good one', {}, /^$/],
		['a path that is none', { path: `${list.path}/a/b` }, /is no operation/],
		['a method that is none', { method: 'PUT' }, /is no operation/],
		['a parameter that is not declared', { path: `${list.path}?sorters=name` }, /sorters is not declared/],
		['a parameter twice', { path: `${list.path}?limit=1&limit=2` }, /limit is there twice/],
		['a parameter out of bounds', { path: `${list.path}?limit=251` }, /limit: .*<= 250/],
		['a parameter of another type', { path: `${list.path}?count=yes` }, /count: .*boolean/],
		['a locale in the path', { path: `${single}/translations/xx` }, /locale: .*allowed values/],
		[
			'an Accept that leaves errors out',
			{ path: `${single}/source-config`, headers: { ...headers, accept: 'application/xml' } },
			/json is not accepted/,
		],
		['no token', { headers: { accept: '*/*' } }, /no token/],
		['a body where there is none', { body: Buffer.from('{}') }, /there is a body/],
		['nothing against a good file', put('/source-config', 'name="file"; filename="a.xml"'), /^$/],
		[
			'another name of the part',
			put('/source-config', 'name="document"; filename="a.xml"'),
			/required.*parts are/,
		],
		[
			'another name of the part where none is declared',
			put('/translations/de', 'name="document"; filename="a.xml"'),
			/^the parts are "file document"/,
		],
		['a part that is no file', put('/source-config', 'name="file"'), /parts are "text file"/],
		[
			'nothing against a good patch',
			patch('application/json-patch+json', '[{"op":"add","path":"/a","value":1}]'),
			/^$/,
		],
		['another media type', patch('application/json', '[]'), /media type "application\/json"/],
		[
			'a body that breaks its schema',
			patch('application/json-patch+json', '[{"op":"put"}]'),
			/path.*allowed values/,
		],
	] as const) {
		test(`finds in a request ${what}`, async () => {
			const good = { method: 'GET', path: list.path, headers, body: new Uint8Array() };
			assert.match((await requestProblems(contract, { ...good, ...request })).join('; '), problem);
		});
	}
});

function mediaIn(what: string, content: Content = {}) {
	return Object.entries(content).map(([type, media]) => ({ what: `${what} ${type}`, media }));
}

/** All schemas in a schema, itself included, each with its place. */
function schemasIn(schema: Schema, at = ''): (readonly [at: string, schema: Schema])[] {
	return [
		[at, schema],
		...(schema.items ? schemasIn(schema.items, `${at}[]`) : []),
		...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => schemasIn(each, `${at}.${name}`)),
	];
}
