import assert from 'node:assert/strict';
import type { Source } from '../../../../src/core/api/source';
import type { ConnectorDocuments } from '../../../../src/core/connector/connectorDocuments';
import { pictureOf } from '../../../../src/core/connector/form/pictureOf';
import { connectorAttributes } from '../../../../src/core/connector/form/submitted';
import { documentsIn } from '../../../../src/core/sources/detailDocuments';
import { enteredInSource } from '../../../../src/core/sources/enteredInSource';
import { secretDots } from '../../../../src/core/sources/enteredValues';
import { shownValues, type ShownValues } from '../../../../src/core/sources/shownValues';
import { parseXml } from '../../../../src/core/xml/parse';
import { cipherMark, cipherText } from '../../../../src/sample/data/sources/sampleValues';
import { hostileSources } from '../../../hostileSources';
import { clientOf, useSampleTenant } from '../api/sample';
import { formOf, sourceWith } from './forms';

const form =
	'<Field name="host" type="text" defaultValue="localhost"/><Field name="password" type="secret"/>' +
	'<Field name="ssl" type="toggle"/><Field name="pools" type="cardList">' +
	'<Field name="user" type="text"/><Field name="key" type="secret"/></Field>';

interface Parts {
	readonly edited?: ConnectorDocuments;
	readonly own?: ConnectorDocuments;
	readonly saved?: ConnectorDocuments;
}

function shown(source: Source, { saved = formOf(form), edited = saved, own }: Parts = {}): ShownValues {
	const picture = pictureOf(edited, 'en');
	assert.ok(picture);
	return shownValues(enteredInSource(source, saved, own), picture, edited, ['ours']);
}

const texts = ({ withoutField }: ShownValues) =>
	Object.fromEntries(withoutField.map(({ key, text }) => [key, text]));

suite('The values of a source in a form', () => {
	test('are those of its attributes, and nothing where it has none', () => {
		const { entered } = shown(sourceWith({ ssl: 'true', pools: [{ user: 'sa', key: 'k' }] }));
		assert.deepEqual(Object.values(entered), [
			'',
			'',
			true,
			{ cards: [{ user: 'sa', '\u0002key': secretDots }] },
		]);
	});

	test('follow the names and types of an unsaved edit, in which a secret stays one', () => {
		const source = sourceWith({ host: '["a"]', password: 'p', pools: [{ user: 'sa', key: 'k' }] });
		const edited = formOf(
			'<Field name="host" type="list"/><Field name="password" type="text"/>' +
				'<Field name="pools" type="cardList"><Field name="key" type="text"/></Field>',
		);
		assert.deepEqual(shown(source, { edited }).entered, {
			host: ['a'],
			password: secretDots,
			pools: { cards: [{ user: 'sa', key: secretDots }] },
		});
		const renamed = shown(source, { edited: formOf('<Field name="server" type="text"/>') });
		assert.deepEqual(renamed.entered, { server: '' });
		assert.deepEqual(texts(renamed), {
			host: '["a"]',
			password: secretDots,
			pools: `[{"user":"sa","key":"${secretDots}"}]`,
		});
	});

	test('of an unsaved secret field are dots', () => {
		const { entered } = shown(sourceWith({ host: 'x' }), {
			edited: formOf('<Field name="host" type="secret"/>'),
		});
		assert.deepEqual(Object.values(entered), [secretDots]);
	});

	test('come from its source-config where its attributes have no such key', () => {
		const own = formOf(
			'<Field name="host" type="text" value="theirs"/><Field name="port" type="number" value="1"/>' +
				'<Field name="gone" type="text" value="g"/><Field name="password" type="text" value="plain"/>' +
				'<Field name="pin" type="password" value="1"/><Field name="code" type="text" value="2"/>',
		);
		const saved = formOf(`${form}<Field name="port" type="text"/><Field name="pin" type="text"/>`);
		const values = shown(sourceWith({ host: null, gone: '', encrypted: 'code' }), { own, saved });
		assert.deepEqual(
			['host', '\u0002password', 'port', 'pin'].map(slot => values.entered[slot]),
			['', secretDots, '1', secretDots],
		);
		assert.deepEqual(texts(values), { code: secretDots });
	});

	test('without a field say whose they are, and are dots where they may be secrets', () => {
		const saved = {
			...formOf(form),
			sourceTemplate: parseXml(
				'<Application><Attributes><Map><entry key="isTable" value="1"/></Map></Attributes></Application>',
			),
		};
		const values = shown(
			sourceWith({
				isTable: 1,
				ours: 'x',
				healthy: true,
				oldPassword: 'p',
				usesToken: true,
				cipher: cipherText('x'),
				list: '[{"user":"sa","apiKey":"k"}]',
				map: { deep: { clientSecret: 's', name: 'n' } },
			}),
			{ saved },
		);
		assert.deepEqual(texts(values), {
			isTable: '1',
			oldPassword: secretDots,
			usesToken: 'true',
			cipher: secretDots,
			list: `[{"user":"sa","apiKey":"${secretDots}"}]`,
			map: `{"deep":{"clientSecret":"${secretDots}","name":"n"}}`,
		});
		assert.deepEqual(
			values.withoutField.slice(0, 2).map(({ owner }) => owner),
			['template', 'nobody'],
		);
	});
});

suite('The values of a sample source in a form', () => {
	const sample = useSampleTenant({ rateLimit: false });

	/** As a page gets it, and what the page shows as JSON. */
	async function sent(source: Source): Promise<string> {
		const client = clientOf(sample());
		const [saved, own] = await Promise.all([
			client.getConnector(source.connector ?? '').catch(() => ({})),
			client.sources.getSourceConfig(source.id).catch(() => undefined),
		]);
		const documents = documentsIn(saved);
		const picture = pictureOf(documents, 'en');
		const values = enteredInSource(source, documents, own && documentsIn(own));
		const shownNow = picture && shownValues(values, picture, documents, []);
		return JSON.stringify([shownNow, picture && connectorAttributes(picture, shownNow?.entered ?? {})]);
	}

	test('have no secret in them, whatever its connector (long)', async () => {
		const sources = await clientOf(sample()).sources.listSources();
		const all = (await Promise.all(sources.map(sent))).join('\n');
		assert.ok(all.includes(secretDots));
		assert.ok(!all.includes(cipherMark));
	});

	for (const [what, happens] of Object.entries(hostileSources)) {
		test(`are shown without secrets with ${what}, as far as it can be read`, async () => {
			const { id } = sample().createSource({ name: `With ${what}`, connector: 'workday' });
			happens(sample(), id);
			const { sources } = clientOf(sample());
			const source = await sources
				.getSource(id)
				.catch(async () => (await sources.listSources()).find(each => each.id === id))
				.catch(() => undefined);
			const text = source ? await sent(source) : '';
			assert.ok(!text.includes(cipherMark));
			assert.equal(text === '', what === '200 with HTML');
		});
	}
});
