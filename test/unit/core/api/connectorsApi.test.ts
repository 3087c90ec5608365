import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/api/errors';
import type { ConnectorPart } from '../../../../src/core/api/connectorsApi';
import { initialSettings } from '../../../../src/core/api/tenant';
import { apiVersions } from '../../../../src/core/api/urls';
import { clientOf, operationsOf, useSampleTenant } from './sample';

const xmlParts: readonly ConnectorPart[] = ['source-config', 'source-template', 'correlation-config'];

suite('Connectors API', () => {
	const sample = useSampleTenant({ rateLimit: false });

	for (const version of apiVersions) {
		test(`all 13 operations work below ${version}`, async () => {
			const api = clientOf(sample(), { settings: { ...initialSettings, version } });
			const created = await api.createConnector({
				name: `Made in ${version}`,
				className: 'a.b.C',
				status: 'RELEASED',
			});
			const scriptName = created.scriptName ?? assert.fail('no script name');
			assert.ok((await api.listConnectors()).some(connector => connector.scriptName === scriptName));
			await api.writePart(scriptName, 'translations/en', Buffer.from('key=value\n'));
			for (const part of [...xmlParts, 'translations/en'] as const) {
				const text = await api.readPart(scriptName, part);
				const changed = Buffer.concat([
					text,
					Buffer.from(part === 'translations/en' ? '# more\n' : '<!-- more -->\n'),
				]);
				assert.equal((await api.writePart(scriptName, part, changed)).status, 'UPDATED');
				assert.deepEqual(Buffer.from(await api.readPart(scriptName, part)), changed);
			}
			await api.patchConnector(scriptName, [{ op: 'add', path: '/connectorMetadata/owner', value: 'me' }]);
			assert.equal((await api.getConnector(scriptName)).connectorMetadata?.['owner'], 'me');
			await api.deleteConnector(scriptName);
			await assert.rejects(api.getConnector(scriptName), (error: ApiError) => error.status === 404);
			assert.equal(new Set(operationsOf(sample())).size, 14);
			assert.ok(
				sample().requests.every(({ path }) => path.startsWith(`/${version}`) || path === '/oauth/token'),
			);
		});
	}

	test('a PUT carries one part named file, with a file name and a content type', async () => {
		await clientOf(sample()).writePart('jdbc-angularsc', 'translations/de', Buffer.from('a=b\n'));
		const put = sample().requests.find(({ method }) => method === 'PUT') ?? assert.fail('no PUT');
		assert.match(String(put.headers['content-type']), /^multipart\/form-data; boundary=/);
		const body = Buffer.from(put.body).toString();
		assert.equal(body.match(/Content-Disposition/gi)?.length, 1);
		assert.match(body, /name="file"; filename="de\.properties"\r\nContent-Type: text\/plain\r\n/i);
	});

	const texts: readonly (readonly [string, Buffer])[] = [
		['a BOM', Buffer.from('\uFEFFkey=value\n')],
		['CRLF', Buffer.from('a=1\r\nb=2\r\n')],
		['mixed line ends', Buffer.from('a=1\r\nb=2\nc=3\rd=4')],
		['characters outside the BMP', Buffer.from('key=😀 𝒳 \u0000 end\n')],
		['0 bytes', Buffer.alloc(0)],
		['bytes that are no UTF-8', Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0x80, 0x0a])],
		[
			'what looks like a boundary',
			Buffer.from('--\r\n----formdata\r\nContent-Disposition: form-data\r\n\r\n'),
		],
		['10 MB (long)', Buffer.alloc(10 * 1024 * 1024, 'key=a value of some length\r\n')],
	];
	/** Not the one that other tests copy. */
	const holder = 'workday';
	for (const [what, bytes] of texts) {
		test(`${what} in a document come back as they were sent`, async () => {
			const api = clientOf(sample());
			const { status } = await api.writePart(holder, 'translations/fr', bytes);
			assert.equal(status, 'UPDATED');
			assert.ok(bytes.equals(await api.readPart(holder, 'translations/fr')));
		});
	}

	for (const scriptName of [
		'with space',
		'100%',
		'a#b',
		'a?b=c',
		'a/b',
		'Größe-ж-漢',
		'3f2504e0-4f89-41d3-9a0c-0305e82c3301',
		'a%2Fb',
		'+&;=',
		"it's",
	]) {
		test(`the script name ${scriptName} arrives as it is`, async () => {
			sample().add({ ...sample().connector('jdbc-angularsc'), scriptName, name: `Named ${scriptName}` });
			const api = clientOf(sample());
			assert.equal((await api.getConnector(scriptName)).scriptName, scriptName);
			const { scriptName: answered } = await api.writePart(
				scriptName,
				'translations/en',
				Buffer.from(scriptName),
			);
			assert.equal(answered, scriptName);
			assert.equal(Buffer.from(sample().connector(scriptName).translations.en ?? []).toString(), scriptName);
			sample().remove(scriptName);
		});
	}

	for (const scriptName of ['', '.', '..']) {
		test(`the script name '${scriptName}' is refused before it can name another path`, async () => {
			await assert.rejects(clientOf(sample()).deleteConnector(scriptName), RangeError);
			assert.deepEqual(operationsOf(sample()), []);
		});
	}

	test('a PUT that answers 200 with ERROR hands on what the tenant says', async () => {
		const detail = await clientOf(sample()).writePart(
			'jdbc-angularsc',
			'source-config',
			Buffer.from('<Form>'),
		);
		assert.equal(detail.status, 'ERROR');
		assert.ok(detail.message);
	});

	test('a 200 that is no JSON is an error', async () => {
		sample().fault({ operation: 'getConnector' }, { kind: 'answer', status: 200, body: 'Welcome!' });
		await assert.rejects(clientOf(sample()).getConnector('jdbc-angularsc'), ApiError);
	});

	test('twenty requests one after another use one connection', async () => {
		const api = clientOf(sample());
		const before = sample().connections;
		for (let count = 0; count < 20; count++) {
			await api.listPage({ limit: 1 });
		}
		assert.ok(sample().connections - before <= 1);
	});

	test('a cancelled request rejects with the reason and leaves nothing waiting', async () => {
		sample().fault({ operation: 'getConnector' }, { kind: 'stall' });
		const controller = new AbortController();
		const asked = clientOf(sample()).getConnector('jdbc-angularsc', { signal: controller.signal });
		setTimeout(() => controller.abort(), 30);
		await assert.rejects(asked, { name: 'AbortError' });
	});
});
