import assert from 'node:assert/strict';
import { applyPatch, asPatch, PatchError } from '../../../src/sample/service/jsonPatch';

type Row = readonly [what: string, document: unknown, patch: unknown, after: unknown];

const applied: readonly Row[] = [
	['adds a member', { a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
	['adds over a member', { a: 1 }, [{ op: 'add', path: '/a', value: null }], { a: null }],
	['inserts into an array', { a: [1, 3] }, [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2, 3] }],
	['appends to an array', { a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
	['adds at the end by its index', { a: [1] }, [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2] }],
	['replaces the whole document', { a: 1 }, [{ op: 'replace', path: '', value: [] }], []],
	['removes a member', { a: 1, b: 2 }, [{ op: 'remove', path: '/a' }], { b: 2 }],
	['removes from an array', [1, 2, 3], [{ op: 'remove', path: '/0' }], [2, 3]],
	['replaces a member', { a: { b: 1 } }, [{ op: 'replace', path: '/a/b', value: 2 }], { a: { b: 2 } }],
	['replaces in an array', [1, 2], [{ op: 'replace', path: '/1', value: 3 }], [1, 3]],
	['moves a member', { a: 1 }, [{ op: 'move', from: '/a', path: '/b' }], { b: 1 }],
	['moves within an array', [1, 2, 3], [{ op: 'move', from: '/0', path: '/2' }], [2, 3, 1]],
	['copies a member', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
	[
		'copies deeply',
		{ a: [1] },
		[
			{ op: 'copy', from: '/a', path: '/b' },
			{ op: 'add', path: '/b/-', value: 2 },
		],
		{ a: [1], b: [1, 2] },
	],
	['passes a test', { a: { b: [1] } }, [{ op: 'test', path: '/a', value: { b: [1] } }], { a: { b: [1] } }],
	['passes a test for null', { a: null }, [{ op: 'test', path: '/a', value: null }], { a: null }],
	['knows an escaped slash', { 'a/b': 1 }, [{ op: 'remove', path: '/a~1b' }], {}],
	['knows an escaped tilde', { '~1': 1 }, [{ op: 'remove', path: '/~01' }], {}],
	['knows an empty key', { '': 1 }, [{ op: 'replace', path: '/', value: 2 }], { '': 2 }],
	[
		'does one operation after another',
		{},
		[
			{ op: 'add', path: '/a', value: {} },
			{ op: 'add', path: '/a/b', value: 1 },
		],
		{ a: { b: 1 } },
	],
	['does nothing for no operations', { a: 1 }, [], { a: 1 }],
];

const refused: readonly (readonly [what: string, document: unknown, patch: unknown])[] = [
	['something else than an array', {}, { op: 'remove', path: '/a' }],
	['an operation that is none', {}, [null]],
	['an unknown operation', {}, [{ op: 'merge', path: '/a', value: 1 }]],
	['an operation without a path', { a: 1 }, [{ op: 'remove' }]],
	['an add without a value', {}, [{ op: 'add', path: '/a' }]],
	['a move without its from', {}, [{ op: 'move', path: '/a' }]],
	['a path without its slash', { a: 1 }, [{ op: 'remove', path: 'a' }]],
	['a path with a stray tilde', { '~a': 1 }, [{ op: 'remove', path: '/~a' }]],
	['a remove of nothing', {}, [{ op: 'remove', path: '/a' }]],
	['a replace of nothing', {}, [{ op: 'replace', path: '/a', value: 1 }]],
	['an add below nothing', {}, [{ op: 'add', path: '/a/b', value: 1 }]],
	['an add into a string', { a: 'text' }, [{ op: 'add', path: '/a/b', value: 1 }]],
	['an index beyond the end', { a: [1] }, [{ op: 'add', path: '/a/2', value: 1 }]],
	['an index with a leading zero', { a: [1, 2] }, [{ op: 'remove', path: '/a/01' }]],
	['an index that is a property of arrays', { a: [1] }, [{ op: 'replace', path: '/a/length', value: 0 }]],
	['a replace at the end of an array', { a: [1] }, [{ op: 'replace', path: '/a/-', value: 1 }]],
	['a property of all objects', {}, [{ op: 'remove', path: '/toString' }]],
	['a move into itself', { a: { b: 1 } }, [{ op: 'move', from: '/a', path: '/a/b' }]],
	['a test for another value', { a: 1 }, [{ op: 'test', path: '/a', value: '1' }]],
	['a test for an array in another order', { a: [1, 2] }, [{ op: 'test', path: '/a', value: [2, 1] }]],
];

suite('JSON Patch', () => {
	for (const [what, document, patch, after] of applied) {
		test(what, () => {
			const before = structuredClone(document);
			assert.deepEqual(applyPatch(document, asPatch(patch)), after);
			assert.deepEqual(document, before, 'the document itself was changed');
		});
	}

	for (const [what, document, patch] of refused) {
		test(`refuses ${what}`, () => {
			assert.throws(() => applyPatch(document, asPatch(patch)), PatchError);
		});
	}

	test('takes __proto__ for a key like any other', () => {
		const after = applyPatch({}, asPatch([{ op: 'add', path: '/__proto__', value: { evil: true } }]));
		assert.equal(JSON.stringify(after), '{"__proto__":{"evil":true}}');
		assert.equal(Object.getPrototypeOf(after), Object.prototype);
	});
});
