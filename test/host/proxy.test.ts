import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { hostBehindProxy, tls } from '../tls';
import { startForwardProxy, type ForwardProxy } from './forwardProxy';
import { append, closeEditors, open, uriOf, type AddedTenant } from './studio';

const authorization = `Basic ${Buffer.from('someone:pass word').toString('base64')}`;

async function useProxy(url: string | undefined): Promise<void> {
	const { Global } = vscode.ConfigurationTarget;
	await vscode.workspace.getConfiguration('http').update('proxy', url, Global);
	await vscode.workspace.getConfiguration('http').update('proxySupport', url && 'override', Global);
	assert.equal(vscode.workspace.getConfiguration('http').get('proxy'), url ?? '');
}

suite('A tenant that only a proxy knows the way to', () => {
	let proxy: ForwardProxy;
	let sample: AddedTenant['sample'];

	suiteSetup(async () => {
		sample = await startSampleTenant({ tls });
		proxy = await startForwardProxy({ authorization, host: hostBehindProxy });
	});
	setup(() => {
		sample.forgetRequests();
		proxy.forgetTunnels();
	});
	teardown(closeEditors);
	suiteTeardown(async () => {
		await useProxy(undefined);
		await proxy.stop();
		await sample.stop();
	});

	const address = () => `https://${hostBehindProxy}:${new URL(sample.url).port}`;
	const proxyUrl = (userInfo: string) => `http://${userInfo}127.0.0.1:${proxy.port}`;

	async function add(): Promise<AddedTenant> {
		const { clientId, clientSecret } = sample;
		const options = { name: 'Behind a proxy', url: address(), clientId, clientSecret, access: 'live' };
		const added = await vscode.commands.executeCommand<{ id: string; name: string }>(
			'iscConnectors.tenant.add',
			options,
		);
		return { ...added, sample };
	}

	/** Adding fails, and the tenant has not been asked anything. */
	async function assertRefused(sentence: RegExp): Promise<void> {
		await assert.rejects(add(), ({ message }: Error) => {
			assert.match(message, sentence);
			assert.ok(!/someone|pass word|wrong/.test(message));
			return true;
		});
		assert.deepEqual(sample.requests, []);
	}

	test('cannot be added without the proxy, since there is no such host', async () => {
		await assertRefused(/Cannot find the host tenant\.test:\d+/);
		assert.deepEqual(proxy.tunnels, []);
	});

	for (const [what, userInfo] of [
		['without a name and a password', ''],
		['with a wrong password', 'someone:wrong@'],
	] as const) {
		test(`cannot be added ${what}: the message says that the proxy asks for them`, async function () {
			if (vscode.env.uiKind === vscode.UIKind.Desktop) {
				this.skip(); // There VS Code itself asks for them, in a dialog that waits for a person.
			}
			await useProxy(proxyUrl(userInfo));
			await assertRefused(/proxy .* user name .* password/);
			assert.ok(proxy.tunnels.length > 0);
			assert.ok(proxy.tunnels.every(({ passed }) => !passed));
		});
	}

	test('is told apart from a proxy that does not answer, without its password', async () => {
		await useProxy('http://someone:wrong@127.0.0.1:9');
		await assertRefused(/Cannot connect to/);
	});

	test('can be added, read and saved to with a name and a password in "http.proxy"', async () => {
		await useProxy(proxyUrl('someone:pass%20word@'));
		const tenant = await add();
		const document = await open(uriOf(tenant, 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- through the proxy -->\n');
		assert.equal(await document.save(), true);
		const stored = Buffer.from(sample.connector('jdbc-angularsc').sourceConfig).toString();
		assert.ok(stored.endsWith('<!-- through the proxy -->\n'));
		assert.ok(proxy.tunnels.length > 0);
		for (const { target, authorization: sent } of proxy.tunnels) {
			assert.deepEqual([`https://${target}`, sent], [address(), authorization]);
		}
	});
});
