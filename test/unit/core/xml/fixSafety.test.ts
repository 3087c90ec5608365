import assert from 'node:assert/strict';
import { applyEdits, type TextEdit, type TextRange } from '../../../../src/core/text/textEdit';
import { parseXml } from '../../../../src/core/xml/parse';
import { fixesFor } from '../../../../src/core/xml/fixes/quickFixes';
import { elementsOf, type XmlDocument, type XmlElement } from '../../../../src/core/xml/tree';
import { attributeText, ownText } from '../../../../src/core/xml/values';
import { seededTest } from '../../../seeds';
import { mutant, slipIn } from './mutants';
import { sampleDocuments } from './sampleDocuments';

/** What sample documents have too little of: whatever may swallow what stands behind it. */
const withMarkup = [
	'<?xml version="1.0"?>\n<!DOCTYPE Form [<!ENTITY e "x"><!-- in it -->]>\n<!-- first -->\n<Form name="a">\n' +
		'\t<!-- second -->\n\t<Field name="b" value="&e; &amp;"/>\n\t<?go now?>\n\t<Field name="c">text</Field>\n' +
		'\t<!-- third\n\t     in two lines -->\n\t<Field name="d"/>\n</Form>\n<!-- last -->\n',
	'<Application>\r\n  <!-- first --><Attributes><Map>\r\n    <entry key="a" value="1"/> <!-- second -->\r\n' +
		"    <entry key='b'><value><![CDATA[x < y && z]]></value></entry>\r\n    <entry key=\"c\" value='\"'/>\r\n" +
		'    <entry key="d"><value><![CDATA[<b>]]></value></entry><!-- <entry key="e"/> -->\r\n' +
		'  </Map></Attributes>\r\n</Application>\r\n',
	'<Rule>\n\t<Description>Says who &lt; whom.</Description>\n\t<Source><![CDATA[\n\t\tMap<String,Object> map;\n' +
		'\t\tfor (int i = 0; i < n; i++) {\n\t\t}\n\t]]></Source>\n\t<!-- a comment -->\n\t<Inputs>\n' +
		'\t\t<Argument name="x"/>\n\t\t<Argument name="y">\n\t\t\t<Description><![CDATA[R&D]]></Description>\n' +
		'\t\t</Argument>\n\t</Inputs>\n</Rule>\n',
];

suite('the preferred fix', () => {
	const documents = [
		...sampleDocuments().filter(text => text.length < 1500),
		...Array.from({ length: 20 }, () => withMarkup).flat(),
	];

	seededTest('leaves every element an element, and every value that it does not touch', 6000, seeds => {
		let count = 0;
		for (const seed of seeds) {
			const before = parseXml(mutant(documents[seed % documents.length] ?? '', seed));
			for (const problem of before.problems.slice(0, 2)) {
				const fix = fixesFor(before, problem).find(({ isPreferred }) => isPreferred);
				if (fix) {
					const loss = lossBy(before, fix.edits);
					assert.ok(loss === undefined, `${problem.code} at ${problem.start}: ${loss}`);
					count++;
				}
			}
		}
		assert.ok(count > 5000, `${count} fixes`);
	});

	seededTest('brings every element back that a slip has hidden', 6000, seeds => {
		let count = 0;
		for (const seed of seeds) {
			const text = documents[seed % documents.length] ?? '';
			const slip = slipIn(text, seed);
			const { edits, left } = slip ? preferred(applyEdits(text, [slip])) : { edits: [], left: '' };
			if (!slip || edits.length === 0) {
				continue;
			}
			const found = new Set([...elementsOf(parseXml(left))].map(({ start }) => start));
			const lost = [...elementsOf(parseXml(text))].find(
				({ start, startTagEnd }) =>
					!touches(slip, { start, end: startTagEnd }) &&
					!found.has([[slip], ...edits].reduce((at, step) => movedBy(step, at), start)),
			);
			assert.ok(!lost, `${JSON.stringify(slip)}: <${lost?.name}> at ${lost?.start}\n${left}`);
			count++;
		}
		assert.ok(count > 3000, `${count} documents`);
	});
});

/** What the preferred fixes leave of a text, one after the other. */
function preferred(text: string): { readonly left: string; readonly edits: (readonly TextEdit[])[] } {
	const edits: (readonly TextEdit[])[] = [];
	for (let turn = 0; turn < 10; turn++) {
		const document = parseXml(text);
		const fix = document.problems
			.flatMap(problem => fixesFor(document, problem))
			.find(({ isPreferred }) => isPreferred);
		if (!fix) {
			break;
		}
		edits.push(fix.edits);
		text = applyEdits(text, fix.edits);
	}
	return { left: text, edits };
}

/** The first element or value that edits take away, in words. */
function lossBy(before: XmlDocument, edits: readonly TextEdit[]): string | undefined {
	const after = parseXml(applyEdits(before.text, edits));
	const elements = new Map([...elementsOf(after)].map(element => [element.start, element]));
	for (const element of elementsOf(before)) {
		const kept = elements.get(movedBy(edits, element.start));
		if (element.name && !kept?.name) {
			return `<${element.name}> at ${element.start}`;
		}
		if (kept && !edits.some(edit => touches(edit, element))) {
			const [was, is] = [valuesOf(before, element), valuesOf(after, kept)];
			if (was !== is) {
				return `${was} is ${is}`;
			}
		}
	}
	return undefined;
}

const valuesOf = (document: XmlDocument, element: XmlElement) =>
	JSON.stringify([
		element.attributes.map(({ name }) => [name, attributeText(document.text, element, name)]),
		ownText(document, element),
	]);

const touches = (edit: TextRange, { start, end }: TextRange) => edit.start <= end && start <= edit.end;

function movedBy(edits: readonly TextEdit[], offset: number): number {
	const before = edits.filter(({ end }) => end <= offset);
	return before.reduce((at, { start, end, newText }) => at + newText.length - (end - start), offset);
}
