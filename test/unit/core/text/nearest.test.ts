import assert from 'node:assert/strict';
import { isSlip, nearestName } from '../../../../src/core/text/nearest';

suite('The name that another one is a slip of', () => {
	test('is the one with the fewest other letters', () => {
		assert.equal(nearestName('HostUrl', ['Port', 'HostURI', 'HostURL']), 'HostURL');
		assert.equal(nearestName('userNmae', ['name', 'userName', 'user']), 'userName');
		assert.equal(nearestName('Auht', ['hut', 'auth']), 'auth');
		assert.equal(nearestName('ab', ['abc', 'ab2']), 'abc');
	});

	test('is surely meant only where a letter or the case is another', () => {
		assert.ok(isSlip('HostUrl', 'hostURL'));
		assert.ok(isSlip('frstname', 'firstname'));
		assert.ok(isSlip('Auht', 'auth'));
		assert.ok(!isSlip('Auhts', 'auth'));
		assert.ok(!isSlip('firstname', 'lastname'));
		assert.ok(!isSlip('disableSSL', 'enableSSL'));
		for (const [name, meant] of [
			['d', 'a'],
			['ab', 'a'],
			['id', 'ip'],
			['oauth1', 'oauth2'],
			['url2', 'url'],
		] as const) {
			assert.ok(!isSlip(name, meant), name);
		}
		assert.ok(isSlip('ID', 'id'));
		assert.ok(isSlip('uid', 'id'));
	});

	test('is none that is quite another', () => {
		assert.equal(nearestName('port', ['host', 'user', 'a', '']), undefined);
		assert.equal(nearestName('x', []), undefined);
		assert.equal(nearestName('', ['ab']), undefined);
	});
});
