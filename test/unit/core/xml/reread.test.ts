import assert from 'node:assert/strict';
import { parseXml } from '../../../../src/core/xml/parse';
import { reread } from '../../../../src/core/xml/reread';
import type { XmlDocument, XmlElement, XmlNode } from '../../../../src/core/xml/tree';
import { below, oneOf, seeded, seededTest } from '../../../seeds';
import { edited } from './edited';
import { sampleDocuments } from './sampleDocuments';

/** All that is known of a node; what it is in, by its name. */
function plain(node: XmlNode, parent?: XmlElement): unknown {
	const { kind, start, end, closed } = node;
	assert.equal(node.parent, parent);
	if (node.kind !== 'element') {
		return { ...node, parent: parent?.name };
	}
	const { name, nameStart, startTagEnd, startTagClosed, selfClosing, endTag } = node;
	return {
		...{ kind, start, end, closed, name, nameStart, startTagEnd, startTagClosed, selfClosing },
		attributes: node.attributes.map(attribute => ({
			...{ name: attribute.name, start: attribute.start, nameEnd: attribute.nameEnd },
			...{ end: attribute.end, value: attribute.value },
		})),
		children: node.children.map(child => plain(child, node)),
		endTag: endTag && plain(endTag, node),
	};
}

function assertSame(now: XmlDocument, text: string): void {
	const { children, root, problems } = parseXml(text);
	assert.deepEqual(now.problems, problems, text);
	assert.deepEqual(
		now.children.map(child => plain(child)),
		children.map(child => plain(child)),
		text,
	);
	assert.equal(now.children.indexOf(now.root!), children.indexOf(root!));
	assert.equal(now.text, text);
}

const doctype = '<!DOCTYPE a [<!ENTITY e "x"><!ATTLIST b xmlns:p CDATA "u">]>\n';

/** The start tags around a place stay what they are. */
const isReread = (now: XmlDocument, before: XmlDocument) => now.root?.attributes === before.root?.attributes;

suite('A document that has been read and changes', () => {
	const fixtures = sampleDocuments().filter(text => text.length < 6000);

	for (const [what, before, now] of [
		['a program is typed', '<a>\n<b></b>\n</a>', '<a>\n<b>if (i < n && m) { x(); }</b>\n</a>'],
		['a bracket takes the place of a text', '<a>\n<b/>x<c/></a>', '<a>\n<b/><<c/></a>'],
		['a merge leaves two versions', '<a>\n<b/>\n</a>', '<a>\n<b/>\n=======\n>>>>>>> y\n</a>'],
		['a DOCTYPE is misplaced', '<a>\n<b/>\n</a>', '<a>\n<b/><!DOCTYPE a>\n</a>'],
		['a DOCTYPE declares an entity', `${doctype}<a>&e;<b/></a>`, `${doctype}<a>&e;<b/><c>&e </c></a>`],
		[
			'it is indented as if another element had no end',
			'<a>\n<r>\n<b>\n</b>\n</r>\n</a>',
			'<a>\n<r>\n<b>\n <b>\n</b>\n</r>\n</a>',
		],
		[
			'a CDATA section has the end of another one',
			'<a>\n<r>\n<b>\n</b>\n</r>\n</a>',
			'<a>\n<r>\n<b><![CDATA[ x </b>\n<c><![CDATA[ y ]]></c>\n</r>\n</a>',
		],
	] as const) {
		test(`is the same as if it were read anew where ${what}`, () => {
			assertSame(reread(parseXml(before), now), now);
		});
	}

	seededTest('is the same as if it were read anew', 1000, seeds => {
		let [whole, malformed] = [0, 0];
		for (const seed of seeds) {
			const random = seeded(seed);
			let before = parseXml(oneOf(random, fixtures));
			let { text } = before;
			for (let edits = 0; edits < 5; edits++) {
				text = edited(text, random, seed + edits);
				const now = reread(before, text);
				if (isReread(now, before)) {
					whole += now.problems.length > 0 ? 0 : 1;
					malformed += now.problems.length > 0 ? 1 : 0;
				}
				if (below(random, 2) === 0) {
					assertSame(now, text);
				}
				if (now.problems.length === 0 || below(random, 4) === 0) {
					before = now;
				} else if (below(random, 2) === 0) {
					({ text } = before);
				}
			}
		}
		assert.ok(whole > 100 && malformed > 100, `${whole} ${malformed}`);
	});
});
