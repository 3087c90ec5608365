import assert from 'node:assert/strict';
import { needsNamespaces } from '../../../../src/core/connector/documentName';
import type { DocumentPart } from '../../../../src/core/remote/documentPath';
import { textProblem, type LanguageChecks } from '../../../../src/core/remote/textProblem';
import { lineAndColumn } from '../../../../src/core/text/lines';
import { parseXml } from '../../../../src/core/xml/parse';
import { isFatal } from '../../../../src/core/xml/problem';

const checks: LanguageChecks = {
	xml: (text, part) => {
		const problem = parseXml(text).problems.find(each => isFatal(each, needsNamespaces(part)));
		return problem && { message: problem.code, ...lineAndColumn(text, problem.start) };
	},
	json: text => {
		try {
			JSON.parse(text);
			return undefined;
		} catch {
			return { message: 'no JSON', line: 1, column: 1 };
		}
	},
};

function problem(part: DocumentPart, bytes: string | Uint8Array, present?: string) {
	return textProblem(
		part,
		Buffer.from(bytes),
		present === undefined ? undefined : Buffer.from(present),
		checks,
	);
}

suite('A text that is about to be sent', () => {
	test('has no problem if it is well-formed', () => {
		assert.equal(problem('source-config', '<Form name="a &amp; b"/>'), undefined);
		assert.equal(
			problem('source-template', '<!DOCTYPE Application PUBLIC "x" "x">\r\n<Application/>'),
			undefined,
		);
		assert.equal(problem('connector-metadata', '{"a": 1}'), undefined);
		assert.equal(problem('translations/de', 'anything <at> all &'), undefined);
	});

	for (const [what, text, code] of [
		['a prefix that nothing declares', '<p:Form/>', 'prefix-undeclared'],
		['an attribute with such a prefix', '<Form p:name="a"/>', 'prefix-undeclared'],
		['a name with two colons', '<a:b:c/>', 'qualified-name-malformed'],
		['a name that begins with a colon', '<Form :a="b"/>', 'qualified-name-malformed'],
		['a name that ends with a colon', '<Form><a:/></Form>', 'qualified-name-malformed'],
		[
			'an attribute that is there under two prefixes',
			'<Form xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>',
			'attribute-repeated-by-prefix',
		],
		['another namespace for xml', '<Form xmlns:xml="u"/>', 'prefix-reserved'],
		['a prefix without a namespace', '<Form xmlns:a=""/>', 'prefix-without-namespace'],
	] as const) {
		test(`is malformed by ${what} where the service needs namespaces, and nowhere else`, () => {
			const found = problem('source-config', text);
			assert.equal(found?.kind === 'malformed' && found.message, code);
			assert.equal(problem('source-template', text), undefined);
			assert.equal(problem('correlation-config', text), undefined);
		});
	}

	test('is malformed at a line and a column as an editor counts them', () => {
		assert.deepEqual(problem('source-config', '<Form>\r\n\t<Field name="a & b"/>\r\n</Form>'), {
			kind: 'malformed',
			language: 'XML',
			message: 'ampersand-not-escaped',
			line: 2,
			column: 17,
		});
	});

	for (const part of [
		'source-config',
		'source-template',
		'correlation-config',
		'connector-metadata',
	] as const) {
		test(`is empty, or all white space: ${part}`, () => {
			assert.deepEqual(problem(part, ''), { kind: 'empty' });
			assert.deepEqual(problem(part, ' \r\n\t'), { kind: 'empty' });
			assert.deepEqual(problem(part, '\uFEFF'), { kind: 'empty' });
		});
	}

	test('may be empty as a translation, unless that takes something away', () => {
		assert.deepEqual(problem('translations/de', '', 'a=b'), { kind: 'empty' });
		assert.equal(problem('translations/de', '', ''), undefined);
		assert.equal(problem('translations/de', ''), undefined);
	});

	test('is read by its byte order mark and its declaration', () => {
		const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><Form name="caf\u00e9"/>';
		assert.equal(problem('source-config', Buffer.from(declared, 'latin1')), undefined);
		const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<Form/>', 'utf16le')]);
		assert.equal(problem('source-config', little), undefined);
		assert.equal(problem('source-config', Buffer.from(little).swap16()), undefined);
		assert.equal(problem('source-config', '\uFEFF<Form/>'), undefined);
		assert.equal(problem('source-config', '<?xml version="1.0" encoding="no-such"?><Form/>'), undefined);
	});
});
