import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import type { XmlName } from '../../../../../src/core/connector/documentName';
import { usualSeverityOf } from '../../../../../src/core/connector/problem';
import { unknownNames } from '../../../../../src/core/connector/vocabulary/vocabularyCheck';
import { usageOf } from '../../../../../src/core/connector/vocabulary/vocabularyUsage';
import { isWellFormed } from '../../../../../src/core/xml/problem';
import { parseXml } from '../../../../../src/core/xml/parse';
import { connectorOf } from '../completion/completing';
import { correlations, forms } from '../documents/otherDocuments';
import { provisioningTemplates } from '../documents/provisioningTemplates';
import { stockTemplates } from '../documents/stockTemplates';

const documents: readonly (readonly [XmlName, Readonly<Record<string, string>>])[] = [
	['source-template', stockTemplates],
	['source-template', provisioningTemplates],
	['correlation-config', correlations],
	['source-config', forms],
];

suite('Documents as real connectors have them', () => {
	for (const [kind, texts] of documents) {
		for (const [what, text] of Object.entries(texts)) {
			test(`have no unknown word: ${kind} of ${what}`, () => {
				for (const each of [text, text.replaceAll(/\r?\n/g, '\r\n')]) {
					const document = parseXml(each);
					assert.ok(isWellFormed(document), JSON.stringify(document.problems));
					assert.deepEqual(unknownNames(document, kind, usageOf([], kind)), []);
				}
			});
		}
	}

	test('are warned of nowhere', () => {
		const all = [...Object.values(stockTemplates), ...Object.values(provisioningTemplates)];
		for (const template of all) {
			const problems = checkConnector(connectorOf({ template }));
			assert.deepEqual(
				problems.filter(problem => usualSeverityOf(problem) === 'warning'),
				[],
			);
		}
	});
});
