import assert from 'node:assert/strict';
import { extensionsIn, fileProblems, filesIn } from '../../../../src/pages/form/page/fields/fieldFiles';

const none = { maxFiles: undefined, maxSize: undefined, extensions: undefined };

suite('The files of an upload', () => {
	test('are names, however many', () => {
		assert.deepEqual(filesIn(undefined), []);
		assert.deepEqual(filesIn(''), []);
		assert.deepEqual(filesIn('driver.jar'), ['driver.jar']);
		assert.deepEqual(filesIn(['a.csv', 'b.csv']), ['a.csv', 'b.csv']);
		assert.deepEqual(filesIn({ pairs: [] }), []);
	});

	test('have the extensions that are written, in whatever way', () => {
		const extensions = (written: string) => extensionsIn({ ...none, extensions: written });
		assert.deepEqual(extensions('csv, .TXT;*.json'), ['.csv', '.txt', '.json']);
		assert.deepEqual(extensions(' , '), []);
		assert.deepEqual(extensionsIn(undefined), []);
	});

	test('are refused beyond the limits', () => {
		const limits = { maxFiles: '2', maxSize: '1', extensions: 'csv' };
		const sizes = new Map([
			['a.csv', 1024],
			['b.csv', 1025],
		]);
		assert.deepEqual(fileProblems(['a.csv', 'B.CSV'], sizes, limits), []);
		assert.deepEqual(fileProblems(['a.csv', 'b.csv', 'c.exe'], sizes, limits), [
			{ code: 'too-many', count: 3, limit: 2 },
			{ code: 'too-big', file: 'b.csv', limit: 1 },
			{ code: 'extension', file: 'c.exe', allowed: ['.csv'] },
		]);
	});

	test('have no limit where none is written that can be understood', () => {
		const limits = { maxFiles: 'few', maxSize: '', extensions: undefined };
		assert.deepEqual(fileProblems(['a', 'b'], new Map([['a', 1e9]]), limits), []);
	});
});
