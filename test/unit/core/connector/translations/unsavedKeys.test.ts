import assert from 'node:assert/strict';
import { unsavedKeys } from '../../../../../src/core/connector/translations/unsavedKeys';
import { parseProperties } from '../../../../../src/core/properties/parse';

suite('The unsaved texts of a translation', () => {
	const assertUnsaved = (text: string, saved: string | undefined, keys: readonly string[]) =>
		assert.deepEqual(
			unsavedKeys(parseProperties(text), saved === undefined ? undefined : parseProperties(saved)),
			keys,
		);

	test('are those that say something else, are new, or have gone', () => {
		assertUnsaved('Host=Host name\nPort=Port\nUser=User\n', 'Host=Host\nPort=Port\nPage=Page\n', [
			'Host',
			'User',
			'Page',
		]);
	});

	test('are not those that are only written in another way, or stand elsewhere', () => {
		assertUnsaved('# Comment\nB = \\u0042\nA=a\n', 'A=a\nB=B\n', []);
	});

	test('are all of a translation that was never saved', () => {
		assertUnsaved('A=a\n', undefined, ['A']);
	});
});
