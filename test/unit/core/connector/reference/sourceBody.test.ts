import assert from 'node:assert/strict';
import type { Entered } from '../../../../../src/core/connector/form/entered';
import {
	attributesWithoutSecrets,
	isDelimitedFile,
	sourceBody,
	type SourceConnector,
} from '../../../../../src/core/connector/reference/sourceBody';
import { pictured, secret } from '../form/picturing';

suite('The body of a new source', () => {
	const attributes = (inner: string, entered: Entered = {}) =>
		attributesWithoutSecrets(pictured(inner), entered);
	const jdbc: SourceConnector = {
		scriptName: 'jdbc-angularsc',
		type: 'JDBC',
		className: 'sailpoint.connector.JDBCConnector',
		directConnect: true,
		platform: 'ccg',
		templateName: 'JDBC',
	};
	const bodyOf = (connector: Partial<SourceConnector>) => sourceBody({ ...jdbc, ...connector }, { a: 1 });

	test('has what is entered, and a name for each secret that is entered or required', () => {
		const form = `
			<Field name="url" defaultValue="x"/>
			<Field name="clientSecret" type="secret"/>
			<Field name="apiKey2" type="password" required="true"/>
			<Field name="notNeeded" type="secret"/>
			<Field name="notShown" type="secret" required="true" parentKey="url" parentValue="y"/>`;
		assert.deepEqual(attributes(form, { [secret('clientSecret')]: 'hush' }), {
			url: 'x',
			clientSecret: '${CLIENT_SECRET}',
			apiKey2: '${API_KEY2}',
		});
	});

	test('gives every secret a name of its own, also on cards', () => {
		const secrets = ['a-b', 'aB', 'a.b', '1st', 'ownerId', 'é'];
		const fields = secrets.map(name => `<Field name="${name}" type="secret" required="true"/>`).join('');
		const form = `${fields}<Field name="cards" type="cardList"><Field name="pin" type="secret"/><Field name="who"/></Field>`;
		const cards = [{ [secret('pin')]: 'hush' }, { who: 'x' }, { [secret('pin')]: 'hush' }];
		const submitted = attributes(form, { cards: { cards } });
		assert.deepEqual(submitted, {
			'a-b': '${A_B}',
			aB: '${A_B_2}',
			'a.b': '${A_B_3}',
			'1st': '${SECRET_1ST}',
			ownerId: '${OWNER_ID_2}',
			é: '${SECRET}',
			cards: [{ pin: '${CARDS_1_PIN}' }, { who: 'x' }, { pin: '${CARDS_3_PIN}' }],
		});
	});

	test('never has a secret, whether it was typed or stands in the form, nor what was typed before a field became one', () => {
		const form = `
			<Field name="a" type="secret" value="hush"/>
			<Field name="cards" type="cardList" defaultValue="[{&quot;pin&quot;:&quot;hush&quot;}]"><Field name="pin" type="secret"/></Field>`;
		const text = JSON.stringify(attributes(form, { a: 'hush' }));
		assert.doesNotMatch(text, /hush/);
		assert.match(text, /\$\{A\}.*\$\{CARDS_1_PIN\}/);
		assert.doesNotMatch(
			JSON.stringify(attributes(form, { [secret('a')]: 'hush', cards: { cards: [{ pin: 'hush' }] } })),
			/hush/,
		);
	});

	test('names a virtual appliance for a connector that runs on one', () => {
		assert.deepEqual(bodyOf({}), {
			name: '${SOURCE_NAME}',
			owner: { type: 'IDENTITY', id: '${OWNER_ID}' },
			connector: 'jdbc-angularsc',
			cluster: { type: 'CLUSTER', id: '${CLUSTER_ID}', name: '${CLUSTER_NAME}' },
			connectorAttributes: { a: 1 },
		});
	});

	test('names none for files and for SaaS', () => {
		for (const connector of [
			{ directConnect: false },
			{ platform: 'SaaS' },
			{ className: 'sailpoint.connector.DelimitedFileConnector' },
		]) {
			assert.ok(!('cluster' in bodyOf(connector)), JSON.stringify(connector));
		}
	});

	test('has what a SaaS connector needs beside its form, whose values come first', () => {
		const type = '6f2c1b7e-93d4-4a58-8e0b-2d7f5c9a1e36';
		const { cluster, connectorAttributes } = sourceBody(
			{ ...jdbc, type, templateName: 'JDBC SaaS' },
			{ a: 1, connectionType: 'mine' },
		);
		assert.equal(cluster, undefined);
		assert.deepEqual(connectorAttributes, {
			spConnectorSpecId: type,
			idnProxyType: 'sp-connect',
			connectionType: 'mine',
			spConnectorSupportsCustomSchemas: true,
			templateApplication: 'JDBC SaaS',
			a: 1,
		});
	});

	test('has a name in the place of what nobody knows of an exported connector', () => {
		const unknown = { type: undefined, className: undefined, directConnect: undefined, platform: undefined };
		const body = bodyOf({ ...unknown, scriptName: undefined, templateName: undefined });
		assert.equal(body['connector'], '${CONNECTOR_SCRIPT_NAME}');
		assert.ok('cluster' in body);
	});

	test('a connector of delimited files is known by its class or its script name', () => {
		const names = (className: string | undefined, scriptName: string) =>
			isDelimitedFile({ ...jdbc, className, scriptName });
		assert.ok(names('sailpoint.connector.DelimitedFileConnector', 'mine'));
		assert.ok(names(undefined, 'delimited-file-angularsc'));
		assert.ok(!names(jdbc.className, 'jdbc-angularsc'));
	});
});
