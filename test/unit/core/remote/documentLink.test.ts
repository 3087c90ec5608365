import assert from 'node:assert/strict';
import { documentAtLink, linkOf } from '../../../../src/core/remote/documentLink';
import type { DocumentId } from '../../../../src/core/remote/documentPath';

const target = { scheme: 'vscode', extensionId: 'connectorstudio.isc-connector-studio' };
const jdbc: DocumentId = {
	tenant: 'acme.api.identitynow.com',
	scriptName: 'jdbc-angularsc',
	part: 'source-config',
};

/** What a URI handler gets as its query: VS Code has decoded it as a whole. */
const queryOf = (link: string) => decodeURIComponent(/^[^?#]*\?([^#]*)$/.exec(link)?.[1] ?? '');

suite('A link to a document', () => {
	test('names the tenant and the path', () => {
		assert.equal(
			linkOf(jdbc, target),
			'vscode://connectorstudio.isc-connector-studio/open?tenant=acme.api.identitynow.com&document=/jdbc-angularsc/source-config.xml',
		);
		assert.match(linkOf(jdbc, { ...target, scheme: 'vscode-insiders' }), /^vscode-insiders:\/\//);
	});

	for (const scriptName of [
		'with space',
		' space around ',
		'100%',
		'%2F',
		'%252F',
		'a/b',
		'a\\b',
		'a?b#c',
		'a&b=c',
		'a&tenant=sample',
		'a+b',
		"it's (a) 'test'!*",
		'Größe-ж-漢-😀',
		'.',
		'..',
		'line\nbreak',
	]) {
		test(`leads back to ${JSON.stringify(scriptName)}`, () => {
			for (const part of ['source-template', 'connector-metadata', 'translations/zh-TW'] as const) {
				const id = { ...jdbc, scriptName, part };
				const link = linkOf(id, target);
				assert.match(link, /^[\w.~:/?=&%!*'()-]+$/);
				assert.deepEqual(documentAtLink(queryOf(link)), id);
			}
		});
	}

	for (const tenant of [
		'sample',
		'acme',
		'a.b-c.example:8443',
		'localhost:4711',
		'127.0.0.1:80',
		'[::1]:4711',
		'[fe80::1]',
	]) {
		test(`leads back to the tenant ${tenant}`, () =>
			assert.deepEqual(documentAtLink(queryOf(linkOf({ ...jdbc, tenant }, target))), { ...jdbc, tenant }));
	}

	test('may name its parameters in any order, and be written by hand', () => {
		assert.deepEqual(
			documentAtLink(`document=/jdbc-angularsc/source-config.xml&tenant=${jdbc.tenant}`),
			jdbc,
		);
		assert.deepEqual(documentAtLink('tenant=sample&document=%2Fmy%20own%2Fsource-config.xml'), {
			tenant: 'sample',
			scriptName: 'my own',
			part: 'source-config',
		});
	});

	const tenant = `tenant=${jdbc.tenant}`;
	const document = 'document=/jdbc-angularsc/source-config.xml';
	for (const query of [
		'',
		tenant,
		document,
		`${tenant}&${tenant}&${document}`,
		`${tenant}&${document}&${document}`,
		`${tenant}&tenant=sample`,
		`${tenant}&${document}&`,
		`&${tenant}&${document}`,
		`?${tenant}&${document}`,
		...['secret', 'clientId', 'clientSecret', 'url', 'access', 'name', 'save', 'Tenant', '__proto__'].map(
			name => `${tenant}&${document}&${name}=x`,
		),
		`${tenant}&${document}&secret`,
		`${tenant}&${document}=x`,
		`${tenant}&${document}%`,
		`${tenant}&${document}%E0%A4`,
		`${tenant};${document}`,
		`Tenant=${jdbc.tenant}&${document}`,
		`tenant[]=${jdbc.tenant}&${document}`,
		`tenant&${document}`,
	]) {
		test(`is not ${JSON.stringify(query)}`, () => assert.equal(documentAtLink(query), undefined));
	}

	for (const path of [
		'',
		'/',
		'/jdbc-angularsc',
		'/jdbc-angularsc/translations',
		'/jdbc-angularsc/translations/xx.properties',
		'/jdbc-angularsc/other.xml',
		'/jdbc-angularsc/../source-config.xml',
		'/../source-config.xml',
		'//source-config.xml',
		'/.vscode/settings.json',
		'jdbc-angularsc/source-config.xml',
		'https://evil.example/a/source-config.xml',
		'/a/source-config.xml?x',
		'/a/source-config.xml#x',
	]) {
		test(`does not lead to the document ${JSON.stringify(path)}`, () =>
			assert.equal(documentAtLink(`${tenant}&document=${path}`), undefined));
	}

	for (const other of [
		'',
		' ',
		'ACME.identitynow.com',
		'Sample',
		'acme.example/path',
		'acme.example/',
		'me@acme.example',
		'me:pw@acme.example',
		'https://acme.example',
		'acme.example:',
		'acme.example:0',
		'acme.example:080',
		'acme.example:65536',
		'acme.example:123456',
		'acme.example:80:80',
		'.acme.example',
		'acme..example',
		'acme.example.',
		'-acme.example',
		'acme-.example',
		'acme_example',
		'größe.example',
		'acme example',
		'acme%2Fexample',
		'acme%0Aexample',
		'acme.example%0A',
		'__proto__',
		'[]',
		'[acme]',
		'[::1',
		'::1',
		'[::1]x',
		'a'.repeat(300),
	]) {
		test(`does not lead to the tenant ${JSON.stringify(other.slice(0, 40))}`, () =>
			assert.equal(documentAtLink(`tenant=${other}&${document}`), undefined));
	}
});
