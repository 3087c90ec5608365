import assert from 'node:assert/strict';
import { parseProperties } from '../../../src/core/properties/parse';
import { parseXml } from '../../../src/core/xml/parse';
import { findUnknownNames, lastUnknownNames, problemsIn } from '../../../src/language/diagnostics/problems';

suite('Problems that are kept for quick fixes', () => {
	const connector = {
		sourceConfig: parseXml('<Form><Feild name="a"/></Form>'),
		sourceTemplate: undefined,
		correlationConfig: undefined,
		translations: new Map([['en', parseProperties('a=A\na=B\n')]]),
	};

	test('are those of a connector until one of its texts is another one', () => {
		const problems = problemsIn(connector);
		assert.ok(problems.some(({ code }) => code === 'key-repeated'));
		assert.equal(problemsIn(connector), problems);
		assert.ok(
			!problemsIn({
				...connector,
				translations: new Map([['en', parseProperties('a=A\n')]]),
			}).some(({ code }) => code === 'key-repeated'),
		);
	});

	test('are the unknown names that were found last in the same text', () => {
		const { sourceConfig } = connector;
		assert.equal(lastUnknownNames(sourceConfig), undefined);
		const found = findUnknownNames(sourceConfig, 'source-config', []);
		assert.deepEqual(
			found.map(({ name }) => name),
			['Feild'],
		);
		assert.equal(lastUnknownNames(sourceConfig), found);
		const known = findUnknownNames(sourceConfig, 'source-config', [connector]);
		assert.equal(lastUnknownNames(sourceConfig), known);
		assert.equal(lastUnknownNames(parseXml(sourceConfig.text)), undefined);
	});
});
