import assert from 'node:assert/strict';
import {
	type AddressError,
	apiAddress,
	browserAddress,
	browserAddressOfSource,
	proposedName,
	tenantId,
} from '../../../../src/core/api/address';

suite("A tenant's address", () => {
	const addresses: readonly (readonly [string, string])[] = [
		['acme', 'https://acme.api.identitynow.com/'],
		[' ACME ', 'https://acme.api.identitynow.com/'],
		['acme-sb', 'https://acme-sb.api.identitynow.com/'],
		['https://acme.identitynow.com', 'https://acme.api.identitynow.com/'],
		['https://acme.identitynow.com/ui/admin#admin:connections', 'https://acme.api.identitynow.com/'],
		['acme.identitynow.com', 'https://acme.api.identitynow.com/'],
		['acme.', 'https://acme.api.identitynow.com/'],
		['acme.identitynow.com.', 'https://acme.api.identitynow.com/'],
		['acme.api.identitynow.com.', 'https://acme.api.identitynow.com/'],
		['https://Acme.API.IdentityNow.com.:443/v2024/', 'https://acme.api.identitynow.com/'],
		['https://acme.saas.sailpoint.com.:8443', 'https://acme.api.saas.sailpoint.com:8443/'],
		['identity.acme.example.', 'https://identity.acme.example/'],
		['acme。identitynow。com。', 'https://acme.api.identitynow.com/'],
		['http://localhost.:4711/x', 'http://localhost:4711/'],
		['http://127.0.0.1.:4711', 'http://127.0.0.1:4711/'],
		['https://acme.api.identitynow.com/v2024/connectors?limit=1', 'https://acme.api.identitynow.com/'],
		['https://acme.identitynow-demo.com', 'https://acme.api.identitynow-demo.com/'],
		['https://acme.saas.sailpoint.com', 'https://acme.api.saas.sailpoint.com/'],
		['https://acme.saas.sailpointfedramp.com', 'https://acme.api.saas.sailpointfedramp.com/'],
		['https://identity.acme.example', 'https://identity.acme.example/'],
		['https://identity.acme.example:8443/x', 'https://identity.acme.example:8443/'],
		['http://127.0.0.1:4711', 'http://127.0.0.1:4711/'],
		['http://localhost:4711/', 'http://localhost:4711/'],
		['http://[::1]:4711/', 'http://[::1]:4711/'],
	];
	for (const [typed, expected] of addresses) {
		test(`${JSON.stringify(typed)} is ${expected}`, () => assert.equal(apiAddress(typed).href, expected));
	}

	for (const [typed, problem] of [
		['', 'empty'],
		['  ', 'empty'],
		['acme corp', 'not-an-address'],
		['https://', 'not-an-address'],
		['.', 'not-an-address'],
		['acme..', 'not-an-address'],
		['acme.identitynow.com..', 'not-an-address'],
		['acme..identitynow.com', 'not-an-address'],
		['.identitynow.com', 'not-an-address'],
		['https://me:secret@acme.identitynow.com', 'not-an-address'],
		['http://acme.identitynow.com', 'not-https'],
		['http://127.0.0.1.evil.example', 'not-https'],
		['ftp://acme.identitynow.com', 'not-https'],
	] as const) {
		test(`${JSON.stringify(typed)} is refused: ${problem}`, () => {
			assert.throws(
				() => apiAddress(typed),
				(error: AddressError) => error.problem === problem,
			);
		});
	}

	test('the id is the host in lower case, with the port where there is one', () => {
		assert.equal(tenantId(apiAddress('https://ACME.identitynow.com')), 'acme.api.identitynow.com');
		assert.equal(tenantId(apiAddress('http://LOCALHOST:4711')), 'localhost:4711');
		assert.equal(tenantId(apiAddress('https://a.example:443')), 'a.example');
	});

	test('the proposed name is what people call the tenant', () => {
		assert.equal(proposedName(apiAddress('acme')), 'acme');
		assert.equal(proposedName(apiAddress('http://127.0.0.1:4711')), '127.0.0.1:4711');
	});
});

suite("A tenant's address in the browser", () => {
	for (const [api, browser] of [
		['https://acme.api.identitynow.com/', 'https://acme.identitynow.com/'],
		['https://acme.api.identitynow-demo.com/', 'https://acme.identitynow-demo.com/'],
		['https://acme.api.saas.sailpoint.com/', 'https://acme.saas.sailpoint.com/'],
		['https://acme.api.saas.sailpointfedramp.com/', 'https://acme.saas.sailpointfedramp.com/'],
		['https://identity.example.com:8443/', 'https://identity.example.com:8443/'],
	] as const) {
		test(`is ${browser} for ${api}`, () => assert.equal(browserAddress(api).href, browser));
	}

	test('is followed by the path of a source, whatever its id', () => {
		const { href } = browserAddressOfSource('https://acme.api.identitynow.com/', '2c91 8/0');
		assert.equal(href, 'https://acme.identitynow.com/ui/a/admin/connections/sources/2c91%208%2F0');
	});
});
