import assert from 'node:assert/strict';
import type { XmlProblem } from '../../../../src/core/xml/problem';
import type { BuildingElement } from '../../../../src/core/xml/read/building';
import { withoutReports } from '../../../../src/core/xml/read/reading';
import { Scanner } from '../../../../src/core/xml/read/scanner';
import { plainTagAt } from '../../../../src/core/xml/read/tags/plainTag';
import { isStartTag, readStartTag } from '../../../../src/core/xml/read/tags/startTag';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

/** Plain tags make their values when they are asked for them. */
const withValues = (element: BuildingElement) => ({
	...element,
	attributes: element.attributes.map(({ name, start, nameEnd, value, end }) => ({
		name,
		start,
		nameEnd,
		value,
		end,
	})),
});

suite('A start tag without anything odd', () => {
	const texts = sampleDocuments();
	const bracketsIn = (text: string) => [...text.matchAll(/</g)].map(({ index }) => index);

	const plainAt = (text: string, at: number) => plainTagAt(Object.assign(new Scanner(text), { at }));

	/** As the reader for all tags reads it. */
	const thorough = (text: string, at: number) => {
		const problems: XmlProblem[] = [];
		const scanner = new Scanner(text);
		scanner.at = at;
		const { element, excused } = readStartTag({
			...withoutReports(scanner),
			report: problem => problems.push(problem),
			isDeclared: () => false,
		});
		return { element: withValues(element), excused, problems, at: scanner.at };
	};

	test('is read as every other tag', () => {
		let plain = 0;
		const mutants = texts.flatMap((text, index) => [text, mutant(text, index), mutant(text, -index)]);
		const odd = [
			`<a b="1"c="2"/>`,
			'<a b="1" b="2">',
			'<a b="x"y">',
			`<a b='"'>`,
			'<é ü="1"\n>',
			'<a b="1" ?>',
		];
		for (const text of [...mutants, ...odd]) {
			for (const at of bracketsIn(text)) {
				const element = plainAt(text, at);
				if (element) {
					plain++;
					assert.ok(isStartTag(text, at));
					assert.deepEqual(
						{ element: withValues(element), excused: false, problems: [], at: element.end },
						thorough(text, at),
						text.slice(at, at + 200),
					);
				}
			}
		}
		assert.ok(plain > 1000, String(plain));
	});

	test('is what nearly all of them are', () => {
		const tags = texts.flatMap(text =>
			bracketsIn(text).flatMap(at => (isStartTag(text, at) ? [plainAt(text, at)] : [])),
		);
		assert.ok(tags.filter(tag => tag !== undefined).length > tags.length * 0.95);
	});
});
