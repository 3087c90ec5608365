import assert from 'node:assert/strict';
import type { ConnectorDetail, JsonPatchOperation, V3ConnectorDto } from '../../../src/core/api/wire';
import { checkXml } from '../../../src/sample/service/xmlCheck';
import { aConnector, assertRefused, form, serve, stopTenants, type Served } from './http';

async function detail(served: Served, scriptName: string): Promise<ConnectorDetail> {
	const response = await served.call('GET', `/v2024/connectors/${encodeURIComponent(scriptName)}`);
	assert.equal(response.status, 200);
	return (await response.json()) as ConnectorDetail;
}

function create(served: Served, body: unknown): Promise<Response> {
	const headers = { 'Content-Type': 'application/json' };
	return served.call('POST', '/v2024/connectors', { headers, body: JSON.stringify(body) });
}

function patch(served: Served, operations: readonly JsonPatchOperation[] | object): Promise<Response> {
	const headers = { 'Content-Type': 'application/json-patch+json' };
	return served.call('PATCH', '/v2024/connectors/tested', { headers, body: JSON.stringify(operations) });
}

suite('making a connector', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
	});
	teardown(stopTenants);

	test('a name and a class are enough', async () => {
		const response = await create(served, { name: 'Crème & "Co"', className: 'sailpoint.connector.X' });
		assert.equal(response.status, 200);
		assert.deepEqual(await response.json(), {
			name: 'Crème & "Co"',
			type: 'custom Crème & "Co"',
			scriptName: 'creme-co',
			className: 'sailpoint.connector.X',
			features: null,
			directConnect: true,
			connectorMetadata: { supportedUI: 'ANGULAR', platform: 'ccg', shortDesc: 'Crème & "Co"' },
			status: 'DEVELOPMENT',
		});
	});

	test('its documents are well-formed and bear its name', async () => {
		await create(served, {
			name: 'A <"&> B',
			className: 'x',
			type: 'T&',
			directConnect: false,
			status: 'DEMO',
		});
		const made = await detail(served, 'a-b');
		for (const xml of [made.sourceConfigXml, made.applicationXml, made.correlationConfigXml]) {
			const checked = checkXml(xml ?? '');
			assert.ok('root' in checked, JSON.stringify(checked));
			assert.ok(checked.attributes.get('name')?.startsWith('A &lt;&quot;&amp;> B'));
		}
		assert.deepEqual(
			[made.type, made.directConnect, made.status, made.translationProperties],
			['T&', false, 'DEMO', {}],
		);
	});

	test('names that are spelled alike get different script names', async () => {
		const scriptNames: unknown[] = [];
		for (const name of ['My App', 'My-App', 'my+app', '!!!', '???']) {
			const response = await create(served, { name, className: 'x', status: 'RELEASED' });
			scriptNames.push(((await response.json()) as V3ConnectorDto).scriptName);
		}
		assert.deepEqual(scriptNames, ['my-app', 'my-app-2', 'my-app-3', 'connector', 'connector-2']);
	});

	test('a name that is taken is refused, whatever its case', async () => {
		served.tenant.add(aConnector({ status: 'DEVELOPMENT' }));
		await assertRefused(
			await create(served, { name: 'TESTED', className: 'x' }),
			400,
			/"TESTED" exists already/,
		);
	});

	for (const [what, body, message] of [
		['no name', { className: 'x' }, /name is required/],
		['a blank name', { name: '  ', className: 'x' }, /name is required/],
		['a name that is no text', { name: 1, className: 'x' }, /name is required/],
		['no class', { name: 'x' }, /className is required/],
		['a blank class', { name: 'x', className: '' }, /className is required/],
		['a blank type', { name: 'x', className: 'x', type: ' ' }, /type must not be blank/],
		['a strange directConnect', { name: 'x', className: 'x', directConnect: 'true' }, /directConnect/],
		[
			'the status DEPRECATED',
			{ name: 'x', className: 'x', status: 'DEPRECATED' },
			/DEVELOPMENT, DEMO or RELEASED/,
		],
		['no object', ['x'], /name is required/],
	] as const) {
		test(`${what} is refused`, async () => {
			await assertRefused(await create(served, body), 400, message);
		});
	}

	test('what is not JSON is refused', async () => {
		const post = (type: string, body: string) =>
			served.call('POST', '/v2024/connectors', { headers: { 'Content-Type': type }, body });
		await assertRefused(await post('application/json', '{'), 400, /not JSON/);
		await assertRefused(await post('text/plain', '{}'), 400, /must be application\/json/);
	});
});

suite('one connector', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
		served.tenant.add(aConnector());
	});
	teardown(stopTenants);

	test('is answered with all its documents', async () => {
		const { s3Location, ...rest } = await detail(served, 'tested');
		assert.equal(typeof s3Location, 'string');
		assert.deepEqual(rest, {
			name: 'Tested',
			type: 'tested type',
			className: 'sailpoint.connector.OpenConnectorAdapter',
			scriptName: 'tested',
			applicationXml: '<Application name="Tested"/>',
			correlationConfigXml: '<CorrelationConfig name="Tested"/>',
			sourceConfigXml: form,
			sourceConfig: null,
			sourceConfigFrom: null,
			uploadedFiles: null,
			fileUpload: false,
			directConnect: true,
			translationProperties: { en: 'Host=Host\n', de: 'Host=Rechner\n' },
			connectorMetadata: { platform: 'ccg' },
			status: 'RELEASED',
		});
	});

	test('takes a locale, but none that the API does not know', async () => {
		assert.equal((await served.call('GET', '/v2024/connectors/tested?locale=de')).status, 200);
		await assertRefused(
			await served.call('GET', '/v2024/connectors/tested?locale=DE'),
			400,
			/"DE" is not supported/,
		);
	});

	test('is deleted if it is a custom one', async () => {
		const response = await served.call('DELETE', '/v2024/connectors/tested');
		assert.equal(response.status, 204);
		assert.equal(await response.text(), '');
		await assertRefused(await served.call('GET', '/v2024/connectors/tested'), 404, /"tested"/);
		await assertRefused(await served.call('DELETE', '/v2024/connectors/tested'), 404, /"tested"/);
	});

	test('is not deleted if it is a product', async () => {
		served.tenant.add(aConnector({ scriptName: 'product', custom: false }));
		await assertRefused(await served.call('DELETE', '/v2024/connectors/product'), 400, /not a custom one/);
		assert.equal((await served.call('GET', '/v2024/connectors/product')).status, 200);
	});

	test('that does not exist is a 404 for every operation', async () => {
		for (const [method, path] of [
			['GET', ''],
			['PATCH', ''],
			['DELETE', ''],
			['GET', '/source-config'],
			['PUT', '/source-template'],
			['GET', '/correlation-config'],
			['GET', '/translations/en'],
			['PUT', '/translations/en'],
		] as const) {
			const response = await served.call(method, `/v2024/connectors/nobody${path}`);
			await assertRefused(response, 404, /no connector with the script name "nobody"/);
		}
	});
});

suite('patching a connector', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
		served.tenant.add(aConnector());
	});
	teardown(stopTenants);

	test('changes metadata and documents and answers with the whole connector', async () => {
		const response = await patch(served, [
			{ op: 'test', path: '/connectorMetadata/platform', value: 'ccg' },
			{ op: 'add', path: '/connectorMetadata/shortDesc', value: 'short' },
			{ op: 'replace', path: '/applicationXml', value: '<Application name="ü"/>' },
		]);
		assert.equal(response.status, 200);
		const patched = (await response.json()) as ConnectorDetail;
		assert.deepEqual(patched.connectorMetadata, { platform: 'ccg', shortDesc: 'short' });
		assert.equal(patched.applicationXml, '<Application name="ü"/>');
		assert.deepEqual(await detail(served, 'tested'), patched);
	});

	test('leaves the bytes of the other documents alone', async () => {
		const latin = Buffer.from('Host=Größe', 'latin1');
		served.tenant.change('tested', connector => {
			connector.translations.de = latin;
			connector.sourceConfig = Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(form)]);
		});
		const response = await patch(served, [{ op: 'replace', path: '/connectorMetadata', value: {} }]);
		assert.equal(((await response.json()) as ConnectorDetail).sourceConfigXml, `\uFEFF${form}`);
		const { translations, sourceConfig } = served.tenant.connector('tested');
		assert.equal(Buffer.compare(translations.de!, latin), 0);
		assert.deepEqual([...sourceConfig.subarray(0, 4)], [0xef, 0xbb, 0xbf, 0x3c]);
	});

	for (const [what, operations, message, cause] of [
		['another field', [{ op: 'replace', path: '/name', value: 'x' }], /"\/name" cannot be patched/],
		['a field that begins alike', [{ op: 'add', path: '/applicationXmls', value: 'x' }], /cannot be patched/],
		['the whole connector', [{ op: 'replace', path: '', value: {} }], /"" cannot be patched/],
		[
			'a copy from another field',
			[{ op: 'copy', from: '/name', path: '/applicationXml' }],
			/"\/name" cannot be patched/,
		],
		[
			'a test that fails',
			[{ op: 'test', path: '/applicationXml', value: 'x' }],
			/not the one that was tested for/,
		],
		['a patch that is no array', { op: 'remove', path: '/applicationXml' }, /array of operations/],
		[
			'metadata that are no object',
			[{ op: 'replace', path: '/connectorMetadata', value: [] }],
			/must be an object/,
		],
		[
			'a document that is no text',
			[{ op: 'replace', path: '/applicationXml', value: 1 }],
			/must be a string/,
		],
		['a document less', [{ op: 'remove', path: '/sourceConfigXml' }], /must be a string/],
		[
			'malformed XML',
			[{ op: 'replace', path: '/applicationXml', value: '<a>' }],
			/applicationXml is not accepted/,
			/not well-formed: .*\(line 1/,
		],
		[
			'the wrong root',
			[{ op: 'replace', path: '/correlationConfigXml', value: '<a/>' }],
			/not accepted/,
			/<CorrelationConfig>/,
		],
		[
			'the wrong xsd',
			[{ op: 'replace', path: '/sourceConfigXml', value: '<Form/>' }],
			/not accepted/,
			/unsupported xsd version/,
		],
	] as const) {
		test(`${what} is refused, and nothing changes`, async () => {
			const before = await detail(served, 'tested');
			const metadata: JsonPatchOperation = { op: 'add', path: '/connectorMetadata/x', value: 1 };
			const response = await patch(served, 'map' in operations ? [metadata, ...operations] : operations);
			const error = await assertRefused(response, 400, message);
			assert.match(error.causes?.[0]?.text ?? '', cause ?? /^$/);
			assert.deepEqual(await detail(served, 'tested'), before);
		});
	}

	test('another content type is refused', async () => {
		const headers = { 'Content-Type': 'application/json' };
		const response = await served.call('PATCH', '/v2024/connectors/tested', { headers, body: '[]' });
		await assertRefused(response, 400, /must be application\/json-patch\+json/);
	});
});
