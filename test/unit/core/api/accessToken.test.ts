import assert from 'node:assert/strict';
import { accessTokenClaims, cleanAccessToken } from '../../../../src/core/api/send/accessToken';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (payload: unknown, header: unknown = { alg: 'RS256', typ: 'JWT' }) =>
	`${encode(header)}.${encode(payload)}.c2lnbmF0dXJl`;

suite('An access token', () => {
	test('tells when it ends, for which tenant and what for', () => {
		const token = jwt({ exp: 1_800_000_000, org: 'größe', scope: ['sp:scopes:all', 'idn:x:read'], other: 1 });
		assert.deepEqual(accessTokenClaims(token), {
			expires: new Date('2027-01-15T08:00:00Z'),
			org: 'größe',
			scopes: ['sp:scopes:all', 'idn:x:read'],
		});
	});

	test('may name its scopes in one text', () => {
		assert.deepEqual(accessTokenClaims(jwt({ scope: 'a:read  b:manage' })), {
			scopes: ['a:read', 'b:manage'],
		});
	});

	test('may have no signature', () => {
		const unsigned = jwt({ org: 'acme' }, { alg: 'none' }).replace(/[^.]*$/, '');
		assert.deepEqual(accessTokenClaims(unsigned), { org: 'acme' });
	});

	test('may be pasted with "Bearer" in front, spaces around and line breaks inside', () => {
		const token = jwt({ org: 'acme' });
		for (const pasted of [
			`Bearer ${token}`,
			`  bearer\t${token}\r\n`,
			`\n${token.slice(0, 20)}\n${token.slice(20)} `,
		]) {
			assert.equal(cleanAccessToken(pasted), token);
			assert.deepEqual(accessTokenClaims(pasted), { org: 'acme' });
		}
		assert.equal(cleanAccessToken(' Bearer '), '');
		assert.equal(cleanAccessToken('bearers-own'), 'bearers-own');
	});

	for (const [name, claims] of [
		['no claims', {}],
		['an end that is a text', { exp: '1800000000' }],
		['an end that is nothing', { exp: null }],
		['an end that is a truth', { exp: true }],
		['an end beyond all dates', { exp: 1e300 }],
		['an end before all tokens', { exp: -1 }],
		['a tenant that is a number', { org: 7 }],
		['a tenant without a name', { org: '' }],
		['scopes that are a number', { scope: 7 }],
		['scopes that are a map', { scope: { a: 'b' } }],
	] as const) {
		test(`with ${name} is a token that says nothing of it`, () =>
			assert.deepEqual(accessTokenClaims(jwt(claims)), {}));
	}

	test('with odd scopes among good ones keeps the good ones', () => {
		assert.deepEqual(accessTokenClaims(jwt({ scope: ['a', 1, null, '', ['b']] })), { scopes: ['a'] });
	});

	const token = jwt({ org: 'acme' });
	for (const [name, text] of [
		['nothing', ''],
		['Bearer alone', 'Bearer '],
		['a client id', '3f2504e04f8941d39a0c0305e82c3301'],
		['three words', 'a.b.c'],
		['a host', 'acme.identitynow.com'],
		['two parts', token.split('.').slice(0, 2).join('.')],
		['an encrypted token of five parts', `${token}.a.b`],
		['a payload that is a list', jwt([1])],
		['a payload that is nothing', jwt(null)],
		['a payload that is a text', jwt('acme')],
		['a payload that is cut', token.replace(/..\.[^.]*$/, '.c2ln')],
		['a header that is no map', jwt({ org: 'acme' }, 7)],
		['characters of other alphabets', token.replace('.', '.+/=')],
	] as const) {
		test(`is not ${name}`, () => assert.equal(accessTokenClaims(text), undefined));
	}
});
