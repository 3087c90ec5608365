import assert from 'node:assert/strict';
import { mendingsOf } from '../../../../src/core/properties/malformedEscape';
import { parseProperties } from '../../../../src/core/properties/parse';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { seededTest } from '../../../seeds';
import { randomText } from './randomTexts';

const mended = (text: string) => {
	const document = parseProperties(text);
	return mendingsOf(document, document.problems[0]!).map(({ way, edit }) => [way, applyEdits(text, [edit])]);
};

suite('Mending a \\u without four digits', () => {
	test('takes the backslash for one, or adds the zeros that are missing', () => {
		assert.deepEqual(mended('a=C:\\users'), [['backslash', 'a=C:\\\\users']]);
		assert.deepEqual(mended('a=\\ufc '), [
			['backslash', 'a=\\\\ufc '],
			['zeros', 'a=\\u00fc '],
		]);
		assert.deepEqual(mended('a=\\u0\\\n 0 '), [['backslash', 'a=\\\\u0\\\n 0 ']]);
	});

	seededTest('removes that fault alone, and the first way keeps what was read', 5000, seeds => {
		for (const seed of seeds) {
			const text = randomText(seed);
			const { entries, problems } = parseProperties(text);
			for (const problem of problems) {
				for (const { way, edit } of mendingsOf(parseProperties(text), problem)) {
					const after = parseProperties(applyEdits(text, [edit]));
					assert.equal(after.problems.length, problems.length - 1, JSON.stringify(text));
					if (way === 'backslash') {
						assert.deepEqual(
							after.entries.map(({ key, value }) => [key, value]),
							entries.map(({ key, value }) => [key, value]),
						);
					}
				}
			}
		}
	});
});
