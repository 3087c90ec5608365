import assert from 'node:assert/strict';
import { failedFiles } from '../../rig/failedFiles';

suite('What runs again after a failure', () => {
	const result = (name: string, ok: boolean, file?: string) => ({
		name,
		ok,
		ms: 1,
		...(file !== undefined && { file }),
	});
	const a = result('a', true, 'a.test.js');
	const b = result('b', false, 'b.test.js');

	test('are the files in which a test failed; what came of the others stays', () => {
		const { again, others } = failedFiles(
			['a.test.js', 'b.test.js'],
			[a, result('b1', true, 'b.test.js'), b],
		);
		assert.deepEqual(again, ['b.test.js']);
		assert.deepEqual(others, [a]);
	});

	test('is everything, if it is the run that broke off', () => {
		const { again, others } = failedFiles(['a.test.js', 'b.test.js'], [a, result('the run', false)]);
		assert.deepEqual(again, ['a.test.js', 'b.test.js']);
		assert.deepEqual(others, []);
	});

	test('does not hide what failed in a file that the job does not know', () => {
		const { again, others } = failedFiles(['a.test.js'], [a, b]);
		assert.deepEqual(again, []);
		assert.deepEqual(others, [a, b]);
	});
});
