import assert from 'node:assert/strict';
import { Versions, type Version } from '../../../../src/core/remote/versions';

suite('Versions', () => {
	function after(versions: Versions, text: string): Version {
		versions.saw(Buffer.from(text));
		versions.report();
		return versions.current ?? assert.fail('no version');
	}

	test('the first has its true size', () => {
		assert.equal(after(new Versions(), 'abc').size, 3);
	});

	test('another text of the same length has a later mtime and another size, so that VS Code sees it', () => {
		const versions = new Versions();
		const one = after(versions, 'abc');
		const other = after(versions, 'xyz');
		assert.ok(other.mtime > one.mtime);
		assert.notEqual(other.size, one.size);
	});

	test('the same text seen again is the same version', () => {
		const versions = new Versions();
		const one = after(versions, 'abc');
		assert.equal(versions.saw(Buffer.from('abc')), false);
		assert.deepEqual(versions.current, one);
	});

	test('a text that comes back has its own size again, and a later mtime', () => {
		const versions = new Versions();
		const [one, , again] = ['abc', 'xyz', 'abc'].map(text => after(versions, text));
		assert.equal(again?.size, one?.size);
		assert.ok(again!.mtime > one!.mtime);
	});

	test('no two texts ever share a size', () => {
		const versions = new Versions();
		const texts = ['aaa', 'bbb', 'cccc', 'ccc', 'dddd', 'ddddd', 'eee'];
		assert.equal(new Set(texts.map(text => after(versions, text).size)).size, texts.length);
	});

	test('only a change is news, not the first sight', () => {
		const versions = new Versions();
		assert.equal(versions.saw(Buffer.from('a')), false);
		assert.equal(versions.saw(Buffer.from('b')), true);
	});

	test('a version whose size another one has taken gets a new one when it comes back', () => {
		const versions = new Versions();
		const one = after(versions, 'abc');
		after(versions, 'xyz');
		versions.useTrueSize();
		versions.report();
		assert.equal(versions.current?.size, 3);
		assert.notEqual(after(versions, 'abc').size, 3);
		assert.equal(one.size, 3);
	});

	test('a version that arrives passes for the one that VS Code was told of last', () => {
		const versions = new Versions();
		const one = after(versions, 'abc');
		versions.saw(Buffer.from('abc and more'), true);
		assert.equal(versions.current?.size, one.size);
	});

	test('an unsaved text is behind the version that it was made from, but not one that passes for it', () => {
		const versions = new Versions();
		after(versions, 'abc');
		versions.setUnsaved(true);
		assert.equal(versions.isPastBase, false);
		versions.saw(Buffer.from('abc and more'), true);
		assert.equal(versions.isPastBase, false);
		after(versions, 'xyz');
		assert.equal(versions.isPastBase, true);
	});

	test('what is typed on while a text is saved is made from the saved one', () => {
		const versions = new Versions();
		after(versions, 'abc');
		versions.setUnsaved(true);
		versions.saw(Buffer.from('saved'));
		assert.equal(versions.isPastBase, true);
		versions.saved();
		versions.setUnsaved(true);
		assert.equal(versions.isPastBase, false);
		after(versions, 'theirs');
		assert.equal(versions.isPastBase, true);
	});

	test('whose bytes are let go keep their facts, and have bytes again once those are seen again', () => {
		const versions = new Versions();
		after(versions, 'abc');
		const one = after(versions, 'xyz');
		versions.letGo();
		assert.equal(versions.bytes, undefined);
		assert.deepEqual(versions.current, one);
		assert.equal(versions.saw(Buffer.from('xyz')), false);
		assert.deepEqual([String(versions.bytes), versions.current], ['xyz', one]);
		versions.letGo();
		const again = after(versions, 'abc');
		assert.deepEqual([again.size, again.mtime > one.mtime], [3, true]);
	});

	test('keep the bytes that an unsaved text was made from, however many come after it', () => {
		const versions = new Versions();
		after(versions, 'abc');
		versions.letGo();
		versions.saw(Buffer.from('abc'));
		versions.setUnsaved(true);
		assert.equal(String(versions.baseBytes), 'abc');
		['one', 'two', 'three', 'four', 'five'].forEach(text => after(versions, text));
		assert.equal(String(versions.baseBytes), 'abc');
	});

	test('the mtime rises also if the clock was set back while VS Code was closed', () => {
		const future = Date.now() + 3_600_000;
		const versions = new Versions({ sizes: new Map(), mtime: future });
		assert.ok(after(versions, 'abc').mtime > future);
	});
});
