import assert from 'node:assert/strict';
import { pathKey } from '../../../../src/core/transfer/archive/archive';
import { folderNames } from '../../../../src/core/transfer/archive/connectorFolders';

suite('The folder of a connector', () => {
	function foldersOf(...connectors: readonly string[]): (string | undefined)[] {
		const folders = folderNames(connectors);
		return connectors.map(name => folders.get(name));
	}

	test('has its name, where every system takes that', () => {
		const names = [
			'Active Directory',
			'JDBC (v2)',
			'Zoë & Søn – 3.1',
			'ワークデイ',
			"O'Reilly",
			'😀',
			'con artist',
		];
		assert.deepEqual(foldersOf(...names), names);
	});

	test('has _ in place of what some system does not take', () => {
		for (const [connector, folder] of [
			['AD/LDAP', 'AD_LDAP'],
			['<a>:"b"|c?*\\', '_a___b__c___'],
			['a\nb\u0000\u007f', 'a_b__'],
			['a\u202eb\u200bc\ud800', 'a_b_c_'],
			['.git', '_.git'],
			['..', '_'],
			[' a. . ', 'a'],
			['a...', 'a'],
			['   ', '_'],
			['node_modules', '_node_modules'],
			['__MACOSX', '___MACOSX'],
			['GIT~1', '_GIT~1'],
			['a\u0308', 'ä'],
		] as const) {
			assert.deepEqual(foldersOf(connector), [folder]);
		}
	});

	test('has no name that Windows gives to a device', () => {
		for (const name of ['CON', 'nul', 'Aux.xml', 'com1', 'LPT9.a.b', 'COM²', 'prn .txt', 'CONIN$']) {
			assert.deepEqual(foldersOf(name), [`_${name}`]);
		}
	});

	test('is not longer than any system takes, and has no half of a character at its end', () => {
		assert.deepEqual(foldersOf('x'.repeat(300)), ['x'.repeat(80)]);
		assert.deepEqual(foldersOf(`${'x'.repeat(79)}😀`), ['x'.repeat(79)]);
		assert.deepEqual(foldersOf(`${'x'.repeat(79)} y`), ['x'.repeat(79)]);
		for (const folder of foldersOf('漢'.repeat(90), '漢'.repeat(91))) {
			assert.ok(Buffer.byteLength(folder ?? '') <= 255);
		}
	});

	test('has a suffix where another one would be the same on some system, whatever the order', () => {
		for (const names of [
			['JDBC', 'jdbc', 'Jdbc'],
			['a/b', 'a:b', 'a_b'],
			['a', 'a.', 'a..'],
			['x'.repeat(81), 'x'.repeat(82)],
			['\ud800', '\ud801', '_'],
			['é', 'e\u0301'],
		]) {
			const folders = foldersOf(...names);
			assert.equal(new Set(folders.map(folder => pathKey(folder ?? ''))).size, names.length);
			assert.deepEqual(foldersOf(...names.toReversed()), folders.toReversed());
			assert.ok(folders.every(folder => /~[0-9a-f]{8}$/.test(folder ?? '')));
		}
	});

	test('never is what the suffix makes of another one', () => {
		const [suffixed = ''] = foldersOf('JDBC', 'jdbc');
		const folders = foldersOf('JDBC', 'jdbc', suffixed);
		assert.equal(folders[0], suffixed);
		assert.equal(new Set(folders).size, 3);
	});
});
