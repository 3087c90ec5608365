import assert from 'node:assert/strict';
import { addEdits } from '../../../../src/core/connector/translations/additions';
import { removeEdits } from '../../../../src/core/properties/removeEdits';
import { parseProperties } from '../../../../src/core/properties/parse';
import { sortedLike } from '../../../../src/core/properties/sorting';
import { valueEdit } from '../../../../src/core/properties/valueEdit';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { seededTest } from '../../../seeds';
import { evenText } from './randomTexts';

type Pairs = (readonly [key: string, value: string])[];

const pairs = (text: string): Pairs =>
	parseProperties(text).entries.map(({ key, value }) => [key, value] as const);

const lines = (...all: string[]) => all.map(line => `${line}\n`).join('');

const strange = ['', ' a ', '=b', ':', '#c', 'ü😀', 'a b=c', '\\', 'x\ny', '\ud83d'];

suite('Changing entries of properties', () => {
	const withValue = (text: string, value: string) => {
		const document = parseProperties(text);
		return applyEdits(text, [valueEdit(document, document.entries[0]!, value)]);
	};

	test('a value changes alone', () => {
		assert.equal(withValue('# c\r\n a : b\\\r\n  c\r\nd=e', 'x'), '# c\r\n a : x\r\nd=e');
		assert.equal(withValue('a', 'b'), 'a=b');
		assert.equal(withValue('a b', '=c'), 'a \\=c');
		assert.equal(withValue('a=ü', 'ö'), 'a=ö');
		assert.equal(withValue('a=\\u00fc', 'ö'), 'a=\\u00f6');
		assert.equal(withValue('a=\\u00FC', 'ö'), 'a=\\u00F6');
	});

	test('of a value, no more changes than what is another text', () => {
		assert.equal(withValue('a:1\\\n  2\\\n  3\nb=2', '1243'), 'a:1\\\n  24\\\n  3\nb=2');
		assert.equal(
			withValue('a=one \\\n  two \\\n  three\n', 'one too three'),
			'a=one \\\n  too \\\n  three\n',
		);
		assert.equal(withValue('a=\\u00fc b \\=', 'ü c ='), 'a=\\u00fc c \\=');
		assert.equal(
			withValue('p=Prix\\u00a0: 5\\u200b\né=è', 'Prix\u00a0: 6\u200b'),
			'p=Prix\\u00a0: 6\\u200b\né=è',
		);
		assert.equal(withValue('a=😀 x', '😁 x'), 'a=😁 x');
		assert.equal(withValue('a=b c', ' c'), 'a=\\ c');
		assert.equal(withValue('a=x\\u00', 'x\\u0041'), 'a=x\\\\u0041');
	});

	test('what cannot be seen is spelled so that it can', () => {
		assert.equal(withValue('a=é', 'é\u00a0\u200b\u202e!'), 'a=é\\u00A0\\u200B\\u202E!');
	});

	test('entries go with their lines, and the text ends as before', () => {
		const without = (text: string, ...keys: string[]) => {
			const document = parseProperties(text);
			const gone = document.entries.filter(({ key }) => keys.includes(key));
			return applyEdits(text, removeEdits(document, gone));
		};
		const text = 'a=1\n# b\n  b=2\\\n  3\nc=4';
		assert.equal(without(text, 'b'), 'a=1\n# b\nc=4');
		assert.equal(without(text, 'c'), 'a=1\n# b\n  b=2\\\n  3');
		assert.equal(without(text, 'b', 'c'), 'a=1\n# b');
		assert.equal(without(text, 'a', 'b', 'c'), '# b');
		assert.equal(without('a=1\r\nb=2\r\n', 'b'), 'a=1\r\n');
		assert.equal(without('a=1', 'a'), '');
	});

	seededTest('nothing else is read differently', 5000, seeds => {
		for (const seed of seeds) {
			const text = evenText(seed);
			const document = parseProperties(text);
			const before = pairs(text);
			for (const [index, entry] of document.entries.entries()) {
				const other = strange[index % strange.length]!;
				const changed = (edit: ReturnType<typeof valueEdit>) => pairs(applyEdits(text, [edit]));
				assert.deepEqual(
					changed(valueEdit(document, entry, other)),
					before.with(index, [entry.key, other]),
					JSON.stringify(text),
				);
				const gone = [entry, ...document.entries.slice(index + 2)];
				assert.deepEqual(
					pairs(applyEdits(text, removeEdits(document, gone))),
					before.filter((_, each) => !gone.includes(document.entries[each]!)),
					JSON.stringify(text),
				);
			}
		}
	});
});

suite('Adding entries to properties', () => {
	const keysOf = (text: string) => pairs(text).map(([key]) => key);
	const missingKeys = (text: string, model: string) => {
		const known = keysOf(text);
		return new Set(keysOf(model).filter(key => !known.includes(key)));
	};
	const added = (text: string, model: string, textOf = (key: string) => key) => {
		const texts = new Map([...missingKeys(text, model)].map(key => [key, textOf(key)]));
		return applyEdits(text, addEdits(parseProperties(text), texts, keysOf(model)));
	};

	test('puts them where the model has them', () => {
		const model = lines('a=1', 'b=2', 'c=3', 'd=4', 'e=5');
		assert.equal(added(lines('a=x', 'd=y'), model), lines('a=x', 'b=b', 'c=c', 'd=y', 'e=e'));
		assert.equal(added(lines('# d', 'd=y'), model), lines('# d', 'a=a', 'b=b', 'c=c', 'd=y', 'e=e'));
		assert.equal(added(lines('e=x', 'a=y'), model), lines('e=x', 'a=y', 'b=b', 'c=c', 'd=d'));
	});

	test('puts them beside their family', () => {
		const model = lines('menuLabel_A=1', '', '# Sections', 'sectionLabel_A=2', 'sectionLabel_B=3', 'URL=4');
		assert.equal(
			added(lines('menuLabel_A=x', '', '# Abschnitte', 'sectionLabel_B=y', '', '# Felder', 'URL=z'), model),
			lines(
				'menuLabel_A=x',
				'',
				'# Abschnitte',
				'sectionLabel_A=sectionLabel_A',
				'sectionLabel_B=y',
				'',
				'# Felder',
				'URL=z',
			),
		);
		assert.equal(
			added(lines('# Abschnitte', 'sectionLabel_A=x', 'sectionLabel_B=y', '', 'URL=z'), model),
			lines('menuLabel_A=menuLabel_A', '# Abschnitte', 'sectionLabel_A=x', 'sectionLabel_B=y', '', 'URL=z'),
		);
	});

	test('writes them as the entries beside them are written', () => {
		assert.equal(
			added('a : 1\r\nc : \\u00fc', 'a=\nb=\nc=', () => ' ö'),
			'a : 1\r\nb : \\ \\u00f6\r\nc : \\u00fc',
		);
		assert.equal(
			added('a 1', 'a=\nb=\nc=', key => (key === 'b' ? '=' : '')),
			'a 1\nb \\=\nc',
		);
		assert.equal(added('a\\\n  =\\\n  1', 'a=\nb='), 'a\\\n  =\\\n  1\nb=b');
	});

	test('keeps the end of the text as it is', () => {
		assert.equal(added('', 'a=\nb='), 'a=a\nb=b\n');
		assert.equal(added('# c', 'a='), '# c\na=a');
		assert.equal(added('# c\r\n', 'a='), '# c\r\na=a\r\n');
		assert.equal(added('a=1', 'a=\nb='), 'a=1\nb=b');
		assert.equal(added('a=1\n# the end', 'a=\nb='), 'a=1\nb=b\n# the end');
	});

	test('leaves out what has no text, and what is there already', () => {
		const texts = new Map([
			['a', 'x'],
			['c', 'x'],
		]);
		const edits = addEdits(parseProperties('a=1\n'), texts, ['a', 'b', 'c']);
		assert.equal(applyEdits('a=1\n', edits), 'a=1\nc=x\n');
	});

	test('puts keys of no model behind their family, or at the end', () => {
		const text = lines('menuLabel_A=1', 'sectionLabel_B=2', '', 'URL=3');
		const edits = addEdits(
			parseProperties(text),
			new Map([
				['menuLabel_C', 'x'],
				['help_D', 'y'],
			]),
		);
		assert.equal(
			applyEdits(text, edits),
			lines('menuLabel_A=1', 'menuLabel_C=x', 'sectionLabel_B=2', '', 'URL=3', 'help_D=y'),
		);
	});

	seededTest('changes nothing that was there', 5000, seeds => {
		for (const seed of seeds) {
			const [text, model] = [evenText(seed), evenText(seed + 1)];
			const value = strange[seed % strange.length]!;
			const after = pairs(added(text, model, () => value));
			const missing = missingKeys(text, model);
			assert.deepEqual(
				after.filter(([key]) => !missing.has(key)),
				pairs(text),
				JSON.stringify(text),
			);
			assert.deepEqual(
				after.filter(([key]) => missing.has(key)).sort(),
				[...missing].map(key => [key, value]).sort(),
				JSON.stringify([text, model]),
			);
		}
	});
});

suite('Sorting properties', () => {
	const sorted = (text: string, model: string) =>
		applyEdits(text, sortedLike(parseProperties(text), parseProperties(model)));

	test('follows the model, and keeps what it does not know together at the end', () => {
		assert.equal(
			sorted(lines('x=1', 'c=2', 'y=3', 'a=4', 'b=5'), lines('a=', 'b=', 'c=')),
			lines('a=4', 'b=5', 'c=2', 'x=1', 'y=3'),
		);
	});

	test('moves the comments above an entry with it, but not the head and the foot of the document', () => {
		assert.equal(
			sorted(
				lines('# Head', '', '# Fields', 'b=1', '', '# Menus', '# more', 'a=2\\', '  3', 'c=4', '', '# Foot'),
				lines('a=', 'b=', 'c='),
			),
			lines('# Head', '', '# Menus', '# more', 'a=2\\', '  3', '', '# Fields', 'b=1', 'c=4', '', '# Foot'),
		);
	});

	test('keeps two entries of one key in their order, for the last one counts', () => {
		assert.equal(sorted(lines('b=1', 'a=2', 'b=3'), lines('a=', 'b=')), lines('a=2', 'b=1', 'b=3'));
	});

	test('keeps line ends, and whether the text ends with one', () => {
		assert.equal(sorted('b=1\r\na=2', 'a=\nb='), 'a=2\r\nb=1');
		assert.equal(sorted('b=1\na=2\\', 'a=\nb='), 'a=2\\\n\nb=1');
	});

	test('touches nothing around what moves', () => {
		const document = parseProperties(lines('a=1', 'c=2', 'b=3', 'd=4'));
		assert.deepEqual(sortedLike(document, parseProperties(lines('a=', 'b=', 'c=', 'd='))), [
			{ start: 4, end: 12, newText: lines('b=3', 'c=2') },
		]);
		assert.deepEqual(sortedLike(document, parseProperties(lines('a=', 'c=', 'b='))), []);
	});

	seededTest('loses nothing, and has nothing to do the second time', 5000, seeds => {
		const characters = (text: string) =>
			text
				.replace(/[\r\n]/g, '')
				.split('')
				.sort()
				.join('');
		let moved = 0;
		for (const seed of seeds) {
			const [text, other] = [evenText(seed, 30), evenText(seed + 1, 30)];
			const model = other.replace(/[^]/g, character => `${character}=\n`) + other;
			const after = sorted(text, model);
			assert.deepEqual(pairs(after).sort(), pairs(text).sort(), JSON.stringify([text, model]));
			const isMended = characters(after) === characters(`${text}=`);
			assert.ok(isMended || characters(after) === characters(text), JSON.stringify(text));
			assert.equal(sorted(after, model), after, JSON.stringify([text, model]));
			moved += after === text ? 0 : 1;
		}
		assert.ok(moved > 1000);
	});
});
