import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleConnectors } from '../../../src/sample/data/sampleConnectors';
import { aConnector, assertRefused, form, put, serve, stopTenants, type Served } from './http';

const tested = '/v2024/connectors/tested';

async function textOf(served: Served, path: string): Promise<string> {
	const response = await served.call('GET', path);
	assert.equal(response.status, 200);
	return Buffer.from(await response.arrayBuffer()).toString('latin1');
}

async function firstProduct(served: Served): Promise<string> {
	const response = await served.call('GET', '/v2024/connectors?limit=1');
	const [row] = (await response.json()) as { scriptName: string }[];
	return row!.scriptName;
}

suite('the storage of the sample tenant', () => {
	let folder: string;
	let storage: string;
	setup(() => {
		folder = mkdtempSync(join(tmpdir(), 'sample-tenant-'));
		storage = join(folder, 'below', 'edits.json');
	});
	teardown(async () => {
		await stopTenants();
		rmSync(folder, { recursive: true });
	});

	test('brings edits over a restart, byte for byte', async () => {
		const before = await serve({ storage });
		before.tenant.add(aConnector());
		await put(before, `${tested}/translations/de`, Uint8Array.of(0, 0xff, 0x0d, 0x0a));
		await put(before, `${tested}/source-config`, `\uFEFF${form}\r\n`);
		const expected = before.tenant.connector('tested');
		await before.tenant.stop();

		const after = await serve({ storage });
		assert.equal(await textOf(after, `${tested}/translations/de`), '\0\xff\r\n');
		assert.equal(
			await textOf(after, `${tested}/source-config`),
			Buffer.from(`\uFEFF${form}\r\n`).toString('latin1'),
		);
		assert.deepEqual(plain(after.tenant.connector('tested')), plain(expected));
	});

	test('brings made, patched, deleted and changed connectors over a restart', async () => {
		const before = await serve({ storage });
		const product = await firstProduct(before);
		before.tenant.change(product, connector => {
			connector.features = ['ODD'];
			delete connector.translations.en;
		});
		const gone = before.tenant.connector(product);
		before.tenant.add({ ...gone, name: 'Gone', scriptName: 'gone', custom: true });
		assert.equal((await before.call('DELETE', '/v2024/connectors/gone')).status, 204);
		const body = JSON.stringify({ name: 'Made', className: 'x' });
		await before.call('POST', '/v2024/connectors', { body, headers: { 'Content-Type': 'application/json' } });
		await before.call('PATCH', '/v2024/connectors/made', {
			body: JSON.stringify([{ op: 'add', path: '/connectorMetadata/a', value: { b: [1] } }]),
			headers: { 'Content-Type': 'application/json-patch+json' },
		});
		await before.tenant.stop();

		const { tenant, call } = await serve({ storage });
		assert.deepEqual(tenant.connector(product).features, ['ODD']);
		assert.equal(tenant.connector(product).translations.en, undefined);
		assert.equal((await call('GET', '/v2024/connectors/gone')).status, 404);
		assert.deepEqual(tenant.connector('made').connectorMetadata['a'], { b: [1] });
	});

	test('remembers that a built-in connector was deleted', async () => {
		const before = await serve({ storage });
		const product = await firstProduct(before);
		before.tenant.remove(product);
		await before.tenant.stop();
		const after = await serve({ storage });
		assert.throws(() => after.tenant.connector(product));
	});

	test('holds only what differs from the built-in data', async () => {
		const served = await serve({ storage });
		assert.deepEqual(readdirSync(folder), []);
		const product = await firstProduct(served);
		const { sourceConfig } = served.tenant.connector(product);
		await put(served, `/v2024/connectors/${product}/source-config`, form);
		assert.deepEqual(JSON.parse(readFileSync(storage, 'utf8')), {
			connectors: { [product]: { sourceConfig: Buffer.from(form).toString('base64') } },
		});
		await put(served, `/v2024/connectors/${product}/source-config`, sourceConfig);
		assert.deepEqual(JSON.parse(readFileSync(storage, 'utf8')), { connectors: {} });
		assert.deepEqual(readdirSync(join(folder, 'below')), ['edits.json']);
	});

	test('is shared by two tenants, each of which sees what the other did', async () => {
		const [one, other] = [await serve({ storage }), await serve({ storage })];
		one.tenant.add(aConnector());
		assert.equal(await textOf(other, `${tested}/source-config`), form);
		for (let turn = 0; turn < 20; turn++) {
			const [writer, reader] = turn % 2 === 0 ? [one, other] : [other, one];
			await put(writer, `${tested}/source-config`, `${form}<!-- ${turn % 3} -->`);
			await put(writer, `${tested}/translations/sv`, `turn=${turn}`);
			assert.equal(await textOf(reader, `${tested}/source-config`), `${form}<!-- ${turn % 3} -->`);
			assert.equal(await textOf(reader, `${tested}/translations/sv`), `turn=${turn}`);
		}
		other.tenant.remove('tested');
		assert.equal((await one.call('GET', tested)).status, 404);
	});

	test('edits at the same time by two tenants are both kept', async () => {
		const [one, other] = [await serve({ storage }), await serve({ storage })];
		one.tenant.add(aConnector());
		await Promise.all([
			put(one, `${tested}/translations/sv`, 'a=1'),
			put(other, `${tested}/translations/fi`, 'b=2'),
			put(one, `${tested}/translations/nl`, 'c=3'),
		]);
		for (const { tenant } of [one, other]) {
			assert.deepEqual(Object.keys(tenant.connector('tested').translations).sort(), [
				'de',
				'en',
				'fi',
				'nl',
				'sv',
			]);
		}
	});

	test('a file that was deleted takes the edits with it', async () => {
		const served = await serve({ storage });
		served.tenant.add(aConnector());
		rmSync(storage);
		await assertRefused(await served.call('GET', tested), 404, /tested/);
	});

	test('edits of connectors that this tenant does not have are kept for one that has', async () => {
		const many = await serve({ storage, connectors: 400 });
		const last = sampleConnectors(400).at(-1)!.scriptName;
		const few = await serve({ storage });
		assert.equal((await few.call('GET', `/v2024/connectors/${last}`)).status, 404);
		await put(many, `/v2024/connectors/${last}/source-config`, form);
		few.tenant.add(aConnector());
		assert.equal((await few.call('GET', `/v2024/connectors/${last}`)).status, 404);
		assert.equal(await textOf(many, `/v2024/connectors/${last}/source-config`), form);
		assert.equal(await textOf(many, `${tested}/source-config`), form);
	});

	for (const [what, content] of Object.entries({
		'no JSON': '{"connectors":',
		nothing: '',
		'something else': '[]',
		'strange edits': '{"connectors":{"a":7}}',
		'an incomplete connector': '{"connectors":{"a":{"scriptName":"a","name":"A"}}}',
		'a connector under another name': JSON.stringify({
			connectors: {
				a: { ...aConnector(), sourceConfig: '', sourceTemplate: '', correlationConfig: '', translations: {} },
			},
		}),
	})) {
		test(`a file with ${what} is set aside`, async () => {
			await (await serve({ storage: join(folder, 'below', 'other.json') })).tenant.stop();
			storage = join(folder, 'edits.json');
			writeFileSync(storage, content);
			const served = await serve({ storage });
			assert.equal(readFileSync(`${storage}.broken`, 'utf8'), content);
			assert.deepEqual(readdirSync(folder), ['edits.json.broken']);
			served.tenant.add(aConnector());
			assert.equal(await textOf(await serve({ storage }), `${tested}/source-config`), form);
		});
	}

	test('a file that breaks while the tenant runs is set aside too', async () => {
		const served = await serve({ storage });
		served.tenant.add(aConnector());
		writeFileSync(storage, 'broken');
		utimesSync(storage, 1, 1);
		await assertRefused(await served.call('GET', tested), 404, /tested/);
		assert.equal(readFileSync(`${storage}.broken`, 'utf8'), 'broken');
	});

	test('an edit that cannot be kept is refused, and not made', async () => {
		// The temporary file's name is longer still, and then too long.
		const served = await serve({ storage: join(folder, 'x'.repeat(250)) });
		const body = JSON.stringify({ name: 'Made', className: 'x' });
		const headers = { 'Content-Type': 'application/json' };
		const response = await served.call('POST', '/v2024/connectors', { headers, body });
		await assertRefused(response, 500, /unexpected/);
		assert.equal((await served.call('GET', '/v2024/connectors/made')).status, 404);
		assert.ok(await firstProduct(served));
	});
});

/** Buffers and other arrays of bytes made alike. */
function plain(value: unknown): unknown {
	return JSON.parse(
		JSON.stringify(value, (_key, member: unknown) =>
			member instanceof Uint8Array ? Buffer.from(member).toString('base64') : member,
		),
	);
}
