import assert from 'node:assert/strict';
import { applyEdits, isMadeBySome, type TextEdit } from '../../../../src/core/text/textEdit';

suite('Edits of which some are made', () => {
	const before = 'a=1\nb=a\nc=a a\n';
	const edits: readonly TextEdit[] = [
		{ start: 0, end: 1, newText: 'name' },
		{ start: 6, end: 7, newText: 'name' },
		{ start: 10, end: 11, newText: 'name' },
		{ start: 12, end: 13, newText: 'name' },
	];

	test('are known, whichever are left out', () => {
		for (let chosen = 0; chosen < 2 ** edits.length; chosen++) {
			const made = edits.filter((_, index) => chosen & (1 << index));
			assert.ok(isMadeBySome(edits, before, applyEdits(before, made)), `${chosen}`);
		}
	});

	test('are not known in what somebody has typed', () => {
		for (const after of ['', 'nam=1\nb=a\nc=a a\n', `${applyEdits(before, edits)}d`, `x${before}`]) {
			assert.ok(!isMadeBySome(edits, before, after), after);
		}
	});

	test('may add a text that stands there already', () => {
		const again = [{ start: 1, end: 1, newText: 'a' }];
		assert.ok(isMadeBySome(again, 'aab', 'aaab'));
		assert.ok(isMadeBySome(again, 'aab', 'aab'));
		assert.ok(!isMadeBySome(again, 'aab', 'aaaab'));
	});
});
