import assert from 'node:assert/strict';
import { parseXml } from '../../../../src/core/xml/parse';
import { isNamespaceProblem } from '../../../../src/core/xml/problem';
import { conformanceCases, type ConformanceCase } from './conformanceSuite';

/** Where this reader and the suite part, and why. */
const exceptions: Readonly<Record<string, string>> = {
	'rmt-ns10-011':
		'a namespace may be spelt with an entity of the document; the reader compares what is written',
	'rmt-ns10-012': 'an attribute list may trim a namespace; the reader compares what is written',
	'hst-lhs-007': 'the byte order mark contradicts the declared encoding, of which decoded text knows nothing',
	'hst-lhs-008': 'the text is in another encoding than it declares, of which decoded text knows nothing',
};

suite('the W3C conformance suite', () => {
	const cases = conformanceCases();
	const unexpected = (wanted: (one: ConformanceCase) => boolean, isExpected: (problems: number) => boolean) =>
		cases.filter(wanted).flatMap(({ id, text, namespaces }) => {
			const { problems } = parseXml(text);
			const counted = problems.filter(problem => namespaces !== 'ignored' || !isNamespaceProblem(problem));
			return isExpected(counted.length) || id in exceptions ? [] : [{ id, problems: counted }];
		});

	test('is read from its files', () => {
		assert.ok(cases.length > 1800, `${cases.length} cases`);
	});

	test('finds no false alarm', () => {
		assert.deepEqual(
			unexpected(
				({ isWellFormed }) => isWellFormed,
				count => count === 0,
			),
			[],
		);
	});

	test('finds no malformed document accepted, unless another file tells', () => {
		assert.deepEqual(
			unexpected(
				({ isWellFormed, needsOtherFiles }) => !isWellFormed && !needsOtherFiles,
				count => count > 0,
			),
			[],
		);
	});

	test('is judged on well-formedness alone where it does not test namespaces', () => {
		const accepted = cases.filter(
			({ id, text, isWellFormed, needsOtherFiles, namespaces }) =>
				!(id in exceptions) &&
				!isWellFormed &&
				!needsOtherFiles &&
				namespaces !== 'tested' &&
				parseXml(text).problems.every(isNamespaceProblem),
		);
		assert.deepEqual(
			accepted.map(({ id }) => id),
			[],
		);
	});
});
