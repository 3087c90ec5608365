import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import {
	withXml,
	xmlNamed,
	type ConnectorDocuments,
} from '../../../../../src/core/connector/connectorDocuments';
import type { XmlName } from '../../../../../src/core/connector/documentName';
import { readForm, type Form } from '../../../../../src/core/connector/model/form';
import type { Mention } from '../../../../../src/core/connector/model/mention';
import { unknownNames } from '../../../../../src/core/connector/vocabulary/vocabularyCheck';
import { usageOf } from '../../../../../src/core/connector/vocabulary/vocabularyUsage';
import { parseProperties } from '../../../../../src/core/properties/parse';
import { parseXml } from '../../../../../src/core/xml/parse';
import { reread } from '../../../../../src/core/xml/reread';
import type { XmlDocument } from '../../../../../src/core/xml/tree';
import { sampleConnectors } from '../../../../../src/sample/data/sampleConnectors';
import { below, oneOf, seeded, seededTest } from '../../../../seeds';
import { edited } from '../../xml/edited';

const decoder = new TextDecoder();
const textOf = (document: string | Uint8Array) =>
	typeof document === 'string' ? document : decoder.decode(document);

/** Some connectors of the sample tenant, as they are without any change. */
const connectors = sampleConnectors(40)
	.filter(({ sourceConfig }) => textOf(sourceConfig).length < 12_000)
	.map(({ sourceConfig, sourceTemplate, translations }) => ({
		form: textOf(sourceConfig),
		template: textOf(sourceTemplate),
		translations: Object.entries(translations).map(
			([locale, text]) => [locale, parseProperties(textOf(text))] as const,
		),
	}));

suite('What is found while a connector is typed in', () => {
	seededTest('is what is found in the same texts read anew', 40, seeds => {
		let [found, kept] = [0, 0];
		for (const seed of seeds) {
			const random = seeded(seed);
			const { form, template, translations } = oneOf(random, connectors);
			const neighbours = [connectors[0], connectors[1]].map(other =>
				documentsOf(other!.form, other!.template),
			);
			let typed = documentsOf(form, template, translations);
			for (let edits = 0; edits < 6; edits++) {
				const name = below(random, 3) === 0 ? 'source-template' : 'source-config';
				const before = xmlNamed(typed, name);
				const document = reread(before, edited(before!.text, random, seed + edits));
				const now = withXml(typed, name, document);
				const anew = withXml(now, name, parseXml(document.text));
				for (const usage of [[], neighbours]) {
					const findings = findingsIn(now, usage);
					assert.deepEqual(findings, findingsIn(anew, usage));
					found += findings.length;
				}
				// What has been read with problems is read anew with the next change.
				typed = document.problems.length > 0 ? typed : now;
				kept += typed === now ? 1 : 0;
			}
		}
		assert.ok(found > 1000 && kept > 50, `${found} ${kept}`);
	});
});

function documentsOf(
	form: string,
	template: string,
	translations: Iterable<readonly [string, ReturnType<typeof parseProperties>]> = [],
): ConnectorDocuments {
	return {
		sourceConfig: parseXml(form),
		sourceTemplate: parseXml(template),
		correlationConfig: undefined,
		translations: new Map(translations),
	};
}

function findingsIn(
	connector: ConnectorDocuments,
	neighbours: readonly ConnectorDocuments[],
): readonly unknown[] {
	const unknown = (name: XmlName, document: XmlDocument | undefined) =>
		document ? unknownNames(document, name, usageOf(neighbours, name)) : [];
	return [
		...checkConnector(connector),
		...unknown('source-config', connector.sourceConfig),
		...unknown('source-template', connector.sourceTemplate),
		...(connector.sourceConfig ? saidBy(readForm(connector.sourceConfig)) : []),
	];
}

/** All that a form says, and where: labels, lenses and names are shown there. */
function saidBy({ fields, labels, conditions, valuesAlone }: Form): readonly unknown[] {
	const said = (mention: Mention | undefined) =>
		mention && [mention.name, mention.range, mention.attribute.name, mention.element.start];
	return [
		...[...labels, ...valuesAlone].map(said),
		...conditions.map(({ parentKey, parentValue }) => [parentKey, parentValue].map(said)),
		...fields.map(({ name, type, options, conditions: around }) => [
			...[name, type, ...around.map(({ parentKey }) => parentKey)].map(said),
			...options.map(({ label, value }) => [label, value].map(said)),
		]),
	];
}
