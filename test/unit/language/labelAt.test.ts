import assert from 'node:assert/strict';
import { withXml, xmlNamed } from '../../../src/core/connector/connectorDocuments';
import { xmlNames } from '../../../src/core/connector/documentName';
import { namedAt } from '../../../src/core/connector/names/references';
import { parseXml } from '../../../src/core/xml/parse';
import { labelAt } from '../../../src/language/texts/labelAt';
import { sampleDocuments } from '../core/connector/completion/completing';
import { mutant } from '../core/xml/mutants';

suite('The label at a place', () => {
	test('is what all names of the document have there (long)', () => {
		let labels = 0;
		for (const [seed, connector] of sampleDocuments(12).entries()) {
			for (const name of xmlNames) {
				const text = xmlNamed(connector, name)?.text ?? '';
				for (const each of [text, mutant(text, seed)]) {
					const documents = withXml(connector, name, parseXml(each));
					for (let offset = seed % 11; offset <= each.length; offset += 11) {
						const named = namedAt(documents, name, offset);
						const label = named?.subject.kind === 'label' ? named : undefined;
						labels += label ? 1 : 0;
						assert.deepEqual(
							labelAt(documents, name, offset),
							label && { key: label.subject.name, start: label.start, end: label.end },
							`${name} ${offset}`,
						);
					}
				}
			}
		}
		assert.ok(labels > 100);
	});
});
