import assert from 'node:assert/strict';
import { diagnosticsText, type DiagnosticsInput } from '../../../src/util/diagnosticsText';

const input: DiagnosticsInput = {
	extensionVersion: '0.1.0',
	vscodeVersion: '1.100.0',
	nodeVersion: '20.19.0',
	platform: 'linux x64',
	proxy: {},
	settings: {},
	tenants: [],
};

const settingShownAs = (value: unknown, name = 'http.proxy') =>
	diagnosticsText({ ...input, settings: { [name]: value } })
		.split('\n')
		.find(line => line.startsWith(`- ${name}: `))
		?.slice(`- ${name}: `.length);

suite('The diagnostics', () => {
	test('tell versions, settings and tenants in a readable way', () => {
		const text = diagnosticsText({
			...input,
			remote: 'ssh-remote',
			proxy: { 'http.proxy': 'http://me:pw@proxy.acme.example:8080', 'http.proxySupport': 'override' },
			settings: { 'iscConnectors.timeout': 60, 'iscConnectors.sampleTenant.enabled': false },
			tenants: [
				{
					id: 'acme.api.identitynow.com',
					name: 'Acme "live"',
					version: 'v2024',
					access: 'read-only',
					state: 'credentials\nrejected',
				},
			],
		});
		assert.equal(
			text,
			[
				'# ISC Connector Studio: diagnostics',
				'',
				'- Extension: 0.1.0',
				'- VS Code: 1.100.0',
				'- Node: 20.19.0',
				'- Platform: linux x64',
				'- Remote: ssh-remote',
				'',
				'## Proxy',
				'',
				'- http.proxy: "http://***:***@proxy.acme.example:8080"',
				'- http.proxySupport: "override"',
				'',
				'## Settings',
				'',
				'- iscConnectors.timeout: 60',
				'- iscConnectors.sampleTenant.enabled: false',
				'',
				'## Tenants',
				'',
				'- acme.api.identitynow.com ("Acme \\"live\\""): v2024, read-only, credentials rejected',
				'',
			].join('\n'),
		);
	});

	test('say so where there is nothing to tell', () => {
		const text = diagnosticsText({ ...input, settings: { 'http.proxy': undefined } });
		assert.match(text, /- Remote: no\n/);
		assert.match(text, /## Proxy\n\n- none\n/);
		assert.match(text, /- http.proxy: not set\n/);
		assert.match(text, /## Tenants\n\n- none\n$/);
	});

	for (const [value, shown] of [
		['http://me:pw@proxy:8080/', 'http://***:***@proxy:8080/'],
		['HTTPS://me:pw@proxy', 'HTTPS://***:***@proxy'],
		['http://me@proxy', 'http://***@proxy'],
		['http://:pw@proxy', 'http://***:***@proxy'],
		['http://me:p@ss@proxy', 'http://***:***@proxy'],
		['http://me:p/a?s#s@proxy', 'http://***:***@proxy'],
		['http://me:p ss@proxy', 'http://***:***@proxy'],
		['http://DOMAIN\\me:pw@proxy', 'http://***:***@proxy'],
		['socks5://me:pw@[::1]:1080', 'socks5://***:***@[::1]:1080'],
		['me:pw@proxy:8080', '***:***@proxy:8080'],
		['http://a:b@one, http://c:d@two', 'http://***:***@two'],
		['https://host/proxy.pac?key=abc&user=me', 'https://host/proxy.pac?key=***&user=***'],
		['http://proxy:8080', 'http://proxy:8080'],
		['localhost,127.0.0.1,.acme.example', 'localhost,127.0.0.1,.acme.example'],
		['proxy:8080', 'proxy:8080'],
		['', ''],
	] as const) {
		test(`show the setting ${JSON.stringify(value)} as ${shown}`, () =>
			assert.equal(settingShownAs(value), JSON.stringify(shown)));
	}

	test('mask inside of lists and maps', () => {
		assert.equal(
			settingShownAs({ urls: ['http://me:pw@proxy', 'http://other'], deep: { url: 'ftp://me:pw@host' } }),
			'{"urls":["http://***:***@proxy","http://other"],"deep":{"url":"ftp://***:***@host"}}',
		);
	});

	test('hide what is called a secret, but not that there is none', () => {
		assert.equal(settingShownAs('Basic bWU6cHc=', 'http.proxyAuthorization'), '"***"');
		assert.equal(settingShownAs(['one', 'two'], 'x.accessTokens'), '"***"');
		assert.equal(
			settingShownAs({ a: { password: 'pw', clientSecret: 's', user: 'me' } }, 'x'),
			'{"a":{"password":"***","clientSecret":"***","user":"me"}}',
		);
		assert.equal(settingShownAs(null, 'http.proxyAuthorization'), 'null');
		assert.equal(settingShownAs('', 'x.password'), '""');
		assert.equal(settingShownAs(true, 'x.rememberPassword'), 'true');
	});
});
