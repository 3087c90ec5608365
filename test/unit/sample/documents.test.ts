import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
	aConnector,
	assertRefused,
	bytesOf,
	form,
	formWith,
	put,
	serve,
	stopTenants,
	type Served,
} from './http';

const base = '/v2024/connectors/tested';
const sourceConfig = `${base}/source-config`;

suite('documents of the sample tenant', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
		served.tenant.add(aConnector());
	});
	teardown(stopTenants);

	for (const [path, root, attribute] of [
		['source-config', 'Form', ' xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"'],
		['source-template', 'Application', ''],
		['correlation-config', 'CorrelationConfig', ''],
	] as const) {
		test(`${path} comes back as the bytes that were put`, async () => {
			const xml = `\uFEFF<?xml version="1.0"?>\r\n<!-- ü -->\r<${root}${attribute}\n a='1'/>\r\n`;
			assert.deepEqual(await put(served, `${base}/${path}`, xml), {
				status: 'UPDATED',
				scriptName: 'tested',
				updatedFiles: [`sample/connectorFiles/tested/${path}.xml`],
			});
			const response = await served.call('GET', `${base}/${path}`);
			assert.equal(response.headers.get('Content-Type'), 'application/xml');
			assert.equal(Buffer.compare(await bytesOf(response), Buffer.from(xml)), 0);
		});

		test(`${path} is unchanged by the same bytes`, async () => {
			await put(served, `${base}/${path}`, `<${root}${attribute}/>`);
			const again = await put(served, `${base}/${path}`, `<${root}${attribute}/>`);
			assert.equal(again.status, 'UNCHANGED');
			assert.deepEqual(again.updatedFiles, []);
			assert.equal((await put(served, `${base}/${path}`, `<${root}${attribute}/>\n`)).status, 'UPDATED');
		});

		test(`${path} with another root element is an error in a 200`, async () => {
			const before = await bytesOf(await served.call('GET', `${base}/${path}`));
			const answer = await put(served, `${base}/${path}`, `<Other${attribute}/>`);
			assert.equal(answer.status, 'ERROR');
			assert.match(answer.message ?? '', new RegExp(`<Other>, but it should be <${root}>`));
			assert.deepEqual(answer.updatedFiles, []);
			assert.equal(Buffer.compare(await bytesOf(await served.call('GET', `${base}/${path}`)), before), 0);
		});
	}

	for (const [what, content, message] of [
		['malformed XML', '<Form>\n<a></Form>', /not well-formed: .* \(line 2, column 4\)/],
		['nothing', '', /empty/],
		['a byte order mark alone', '\uFEFF', /empty/],
		['bytes that are no UTF-8', Buffer.from(form.replace('Tests', 'ü'), 'latin1'), /not UTF-8/],
		[
			'a Form without a namespace',
			'<Form/>',
			/^unsupported xsd version, please ensure latest xsd version http:\/\/www\.sailpoint\.com\/xsd\/sailpoint_form_2_0\.xsd is used for source config$/,
		],
		['a Form in another namespace', form.replace('2_0', '1_0'), /^unsupported xsd version/],
		[
			'a Form whose prefix is bound elsewhere',
			form.replace('<Form xmlns', '<f:Form xmlns:g'),
			/^unsupported xsd/,
		],
	] as const) {
		test(`${what} as source config is an error in a 200`, async () => {
			const answer = await put(served, sourceConfig, content);
			assert.equal(answer.status, 'ERROR');
			assert.equal(answer.scriptName, 'tested');
			assert.match(answer.message ?? '', message);
			assert.equal(Buffer.from(served.tenant.connector('tested').sourceConfig).toString(), form);
		});
	}

	test('a Form may bind its namespace to a prefix', async () => {
		const xml = form.replace('<Form xmlns', '<f:Form xmlns:f');
		assert.equal((await put(served, sourceConfig, xml)).status, 'UPDATED');
	});

	test('a document that was never set is empty', async () => {
		served.tenant.change('tested', connector => {
			connector.correlationConfig = new Uint8Array();
		});
		const response = await served.call('GET', `${base}/correlation-config`);
		assert.equal(response.status, 200);
		assert.equal((await bytesOf(response)).length, 0);
	});

	test('a document of 20 MB comes back whole (long)', async () => {
		const xml = Buffer.from(
			form.replace('/>', `><!--${randomBytes(10 * 1024 * 1024).toString('hex')}--></Form>`),
		);
		assert.equal((await put(served, sourceConfig, xml)).status, 'UPDATED');
		assert.equal(Buffer.compare(await bytesOf(await served.call('GET', sourceConfig)), xml), 0);
	});

	test('a body of more than 32 MB is refused (long)', async () => {
		const response = await served.call('PUT', sourceConfig, {
			body: formWith(Buffer.alloc(33 * 1024 * 1024, 32)),
		});
		await assertRefused(response, 413, /32 MB/);
	});

	for (const [what, body, message] of [
		['a part with another name', formWith(form, 'upload'), /part named "file" with a file name/],
		['a field without a file name', fieldForm(), /part named "file" with a file name/],
		['bare XML', form, /not multipart\/form-data/],
	] as const) {
		test(`${what} is refused`, async () => {
			await assertRefused(await served.call('PUT', sourceConfig, { body }), 400, message);
		});
	}

	test('product connectors may be edited too', async () => {
		served.tenant.add(aConnector({ scriptName: 'product', custom: false }));
		const path = '/v2024/connectors/product/source-config';
		assert.equal((await put(served, path, `${form}\n`)).status, 'UPDATED');
	});
});

suite('translations of the sample tenant', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
		served.tenant.add(aConnector());
	});
	teardown(stopTenants);

	async function read(locale: string): Promise<string> {
		const response = await served.call('GET', `${base}/translations/${locale}`);
		assert.equal(response.status, 200);
		assert.equal(response.headers.get('Content-Type'), 'text/plain');
		return (await bytesOf(response)).toString('latin1');
	}

	test('are answered in their locale, and in English where that is missing', async () => {
		assert.equal(await read('de'), 'Host=Rechner\n');
		assert.equal(await read('fr'), 'Host=Host\n');
	});

	test('are missing if there are no English ones either', async () => {
		served.tenant.change('tested', connector => {
			connector.translations = { de: connector.translations.de! };
		});
		assert.equal(await read('de'), 'Host=Rechner\n');
		await assertRefused(await served.call('GET', `${base}/translations/fr`), 404, /no translations/);
	});

	test('are kept as the bytes that were put, and found in the detail', async () => {
		const path = `${base}/translations/no`;
		assert.deepEqual(await put(served, path, 'Host=Vert\r\n'), {
			status: 'UPDATED',
			scriptName: 'tested',
			updatedFiles: ['sample/connectorFiles/tested/translations/no.properties'],
		});
		assert.equal((await put(served, path, 'Host=Vert\r\n')).status, 'UNCHANGED');
		assert.equal(await read('no'), 'Host=Vert\r\n');
		const { translationProperties } = (await (await served.call('GET', base)).json()) as {
			translationProperties: Record<string, string>;
		};
		assert.deepEqual(translationProperties, { en: 'Host=Host\n', de: 'Host=Rechner\n', no: 'Host=Vert\r\n' });
	});

	test('may be any bytes', async () => {
		const bytes = Uint8Array.of(0, 0xff, 0x0d, 0xe9, 0x0a);
		assert.equal((await put(served, `${base}/translations/de`, bytes)).status, 'UPDATED');
		assert.equal(await read('de'), '\0\xff\r\xe9\n');
	});

	test('may be empty', async () => {
		assert.equal((await put(served, `${base}/translations/de`, '')).status, 'UPDATED');
		assert.equal(await read('de'), '');
		assert.equal((await put(served, `${base}/translations/sv`, '')).status, 'UPDATED');
	});

	test('exist in the locales of the API only', async () => {
		for (const locale of ['xx', 'EN', 'zh', 'constructor', '%00']) {
			const path = `${base}/translations/${locale}`;
			await assertRefused(await served.call('GET', path), 400, /is not supported/);
			await assertRefused(await served.call('PUT', path, { body: formWith('a=b') }), 400, /is not supported/);
		}
	});
});

function fieldForm(): FormData {
	const form = new FormData();
	form.append('file', '<Form/>');
	return form;
}
