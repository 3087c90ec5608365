import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Fault } from '../../src/sample/server/sampleTenant';
import { addTenant, folderOf, letProgramsWrite, uriOf, useTenant } from './studio';

const dto = (text: string) =>
	JSON.stringify({ trackingId: 'e7eab609', messages: [{ locale: 'en-US', text }] });
const answer = (status: number, body = '{}', headers: Record<string, string> = {}): Fault => ({
	kind: 'answer',
	status,
	body,
	headers,
});

/** What a person reads; NAME stands for what they call the tenant. */
const sentences: readonly (readonly [string, Fault, RegExp])[] = [
	['a 400', answer(400, dto('Bad filter.')), /NAME rejected the request\. Message: Bad filter\./],
	[
		'a 401 twice',
		answer(401, '{"error":"JWT is expired"}'),
		/NAME rejected the access token\. Update its credentials\. Message: JWT is expired/,
	],
	[
		'a 429 that asks for long',
		answer(429, '{}', { 'Retry-After': '600' }),
		/NAME is rate limiting requests\. Try again in 10 minutes\./,
	],
	[
		'a 429 with a date',
		answer(429, '{}', { 'Retry-After': new Date(Date.now() + 3_000_000).toUTCString() }),
		/NAME is rate limiting requests\. Try again in \d+ minutes\./,
	],
	[
		'a 429 that asks for days',
		answer(429, '{}', { 'Retry-After': '172800' }),
		/NAME is rate limiting requests\. Try again in 2 days\./,
	],
	[
		'a 429 that asks for years',
		answer(429, '{}', { 'Retry-After': '1e12' }),
		/NAME is rate limiting requests\. Try again later\./,
	],
	[
		'a 500',
		answer(500, dto('Internal fault.')),
		/NAME reported a server error \(500\)\. Try again later\. Message: Internal fault\. For SailPoint support: tracking ID e7eab609\./,
	],
	[
		'a web page with 502',
		answer(502, '<html><title>Bad Gateway</title></html>'),
		/NAME: unexpected answer from .* \(a web page with status 502\)/,
	],
	[
		'a redirect',
		answer(302, '', { Location: 'https://login.example/' }),
		/NAME redirects to https:\/\/login\.example\/; credentials were not sent there/,
	],
	['a connection that breaks off', { kind: 'reset-before' }, /The connection to NAME was lost\. Try again\./],
	['an answer that is cut', { kind: 'cut' }, /The connection to NAME was lost\. Try again\./],
];

suite('What people read', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();
	const { fs } = vscode.workspace;

	/** Each time with another connector: what is known is not asked for again. */
	let count = 0;
	function freshConnector(): string {
		const scriptName = `fresh-${++count}`;
		const { sample } = tenant();
		sample.add({ ...sample.connector('jdbc-angularsc'), scriptName, name: scriptName });
		return scriptName;
	}

	async function assertSays(work: Thenable<unknown>, sentence: RegExp): Promise<void> {
		const expected = new RegExp(sentence.source.replaceAll('NAME', tenant().name));
		await assert.rejects(Promise.resolve(work), (error: Error) => {
			assert.match(error.message, expected);
			return true;
		});
	}

	for (const [what, fault, sentence] of sentences) {
		test(`after ${what}, for a document that is read`, async () => {
			const scriptName = freshConnector();
			// Of this connector: those of the tests before may still be looked at, for what became of their saves.
			const path = new RegExp(`/${scriptName}/`);
			tenant().sample.fault({ operation: 'getConnectorSourceConfig', path }, fault, 3);
			await assertSays(fs.readFile(uriOf(tenant(), scriptName, 'source-config')), sentence);
		});

		test(`after ${what}, for a list`, async () => {
			await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
			tenant().sample.fault({ operation: 'getConnectorList' }, fault, 3);
			await assertSays(fs.readDirectory(folderOf(tenant())), sentence);
		});

		test(`after ${what}, for a document that is written`, async () => {
			const scriptName = freshConnector();
			const before = tenant().sample.connector(scriptName).sourceConfig;
			tenant().sample.fault({ method: 'PUT' }, fault, 3);
			const uri = uriOf(tenant(), scriptName, 'source-config');
			const text = Buffer.concat([before, Buffer.from('<!-- mine -->')]);
			if (fault.kind === 'cut') {
				// The tenant took the text before its answer broke off, and is asked.
				await fs.writeFile(uri, text);
				assert.deepEqual(Buffer.from(tenant().sample.connector(scriptName).sourceConfig), text);
				return;
			}
			await assertSays(fs.writeFile(uri, text), sentence);
			assert.deepEqual(tenant().sample.connector(scriptName).sourceConfig, before);
		});
	}

	test('after a 403: the scope for reading or for changing, and the user levels', async () => {
		const scriptName = freshConnector();
		const uri = uriOf(tenant(), scriptName, 'source-config');
		// Of this connector: others may still be asked about.
		const path = new RegExp(`/${scriptName}/`);
		tenant().sample.fault({ method: 'GET', path }, answer(403, dto('Forbidden.')));
		await assertSays(
			fs.readFile(uri),
			/NAME does not allow this\. The token needs the scope idn:connector-config:read, .* ORG_ADMIN, SOURCE_ADMIN or SOURCE_SUBADMIN\. Message: Forbidden\./,
		);
		tenant().sample.fault({ method: 'PUT', path }, answer(403));
		await assertSays(fs.writeFile(uri, Buffer.from('<Form/>')), /the scope idn:connector-config:manage/);
	});

	test('where a tenant is added at an address that is none', async () => {
		const add = (url: string) =>
			vscode.commands.executeCommand('iscConnectors.tenant.add', {
				name: 'Nobody',
				url,
				clientId: 'a',
				clientSecret: 'b',
			});
		await assertSays(
			add('http://127.0.0.1:9'),
			/Cannot connect to the service: 127\.0\.0\.1:9 refused the connection/,
		);
		await assertSays(
			add('https://no-such-host.invalid'),
			/Cannot find the host no-such-host\.invalid of the service\./,
		);
		await assertSays(add('http://acme.identitynow.com'), /must start with https/);
		tenant().sample.fault({ operation: 'token' }, answer(404, '{}'));
		await assertSays(add(tenant().sample.url.replace('127.0.0.1', 'localhost')), /unexpected answer from/);
	});

	test('where a tenant does not answer within the time of the setting', async () => {
		const settings = vscode.workspace.getConfiguration('iscConnectors');
		await settings.update('requestTimeout', 1, vscode.ConfigurationTarget.Global);
		const slow = await addTenant({ rateLimit: false });
		try {
			slow.sample.fault({ operation: 'getConnectorSourceConfig' }, { kind: 'stall' });
			await assert.rejects(
				Promise.resolve(fs.readFile(uriOf(slow, 'jdbc-angularsc', 'source-config'))),
				/did not answer in time\. Try again, or raise the setting "iscConnectors\.requestTimeout"/,
			);
		} finally {
			await settings.update('requestTimeout', undefined, vscode.ConfigurationTarget.Global);
			await slow.sample.stop();
		}
	});
});
