import assert from 'node:assert/strict';
import { Lines, type LinePosition } from '../../../../src/core/text/lines';
import { isWellFormed } from '../../../../src/core/xml/problem';
import { outlineOf, type Outline } from '../../../../src/core/xml/outline';
import type { OutlineItem } from '../../../../src/core/xml/outlineItem';
import { parseXml } from '../../../../src/core/xml/parse';
import { elementsOf, type XmlDocument } from '../../../../src/core/xml/tree';
import { atOnce } from '../../../../src/util/steps';
import { below, oneOf, seeded, seededTest, type Random } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

suite('the outline of a document', () => {
	for (const [what, text, name, detail] of [
		['a form', '<Form type="SourceConfig" name="LDAP"/>', 'Form LDAP', ''],
		['a section', '<Section name="auth" label="sectionLabel_Auth"/>', 'Section sectionLabel_Auth', ''],
		['a section without a label', '<Section name="auth" label=""/>', 'Section auth', ''],
		['a menu', '<Menu label="menuLabel_x" name="x"/>', 'Menu menuLabel_x', ''],
		['a field', '<Field displayName="Host" name="HostURL" type="url"/>', 'Field HostURL', 'url'],
		['a required field', '<Field name="a" required="true" hidden="false"/>', 'Field a', 'required'],
		['an option', '<Option label="Auth_Basic" value="basic"/>', 'Option Auth_Basic', 'basic'],
		['an entry', '<entry key="maxRows" value="100"/>', 'entry maxRows', '100'],
		[
			'an entry with a nested value',
			'<entry key="tls"><value>\n<Boolean>true</Boolean>\n</value></entry>',
			'entry tls',
			'true',
		],
		['an entry with several values', '<entry key="a"><value><A>1</A><A>2</A></value></entry>', 'entry a', ''],
		[
			'an attribute of a schema',
			'<AttributeDefinition name="mail" type="string" multi="true"/>',
			'AttributeDefinition mail',
			'string multi',
		],
		['a schema', '<Schema nativeObjectType="user" objectType="account"/>', 'Schema account', 'user'],
		['a schema of the same name', '<Schema nativeObjectType="x" objectType="x"/>', 'Schema x', ''],
		['a filter', '<Filter operation="EQ" property="email" value="mail"/>', 'Filter email', 'EQ mail'],
		['several filters', '<CompositeFilter operation="OR"/>', 'CompositeFilter OR', ''],
		['an element with a prefix', '<f:Field xmlns:f="u" name="a"/>', 'f:Field a', ''],
		['an element with a text', '<Description>\n First\n\tname </Description>', 'Description', 'First name'],
		['an unknown element', '<Widget class="c" key="k"/>', 'Widget k', ''],
		['an element like no other', '<constructor name="x"/>', 'constructor x', ''],
		['an element without attributes', '<Attributes/>', 'Attributes', ''],
		['escaped characters', '<Field name="a&amp;b"/>', 'Field a&b', ''],
		['a value on two lines', '<Field name="a\n\tb"/>', 'Field a b', ''],
		['half a tag', '<Field name="Ho', 'Field Ho', ''],
		['a tag without attributes yet', '<Field ', 'Field', ''],
		['a bracket', '<', '<', ''],
	] as const) {
		test(`names ${what}`, () => {
			const [item] = itemsOf(parseXml(text));
			assert.deepEqual([item?.name, item?.detail], [name, detail]);
		});
	}

	test('has the elements within each other, and nothing else', () => {
		const text = '<?xml version="1.0"?><!DOCTYPE a><a>text<!-- c --><b name="1"><c/></b><d/></a><?e?>';
		assert.equal(shown(itemsOf(parseXml(text))), 'a(b 1(c) d)');
	});

	test('has what is being typed where it is typed', () => {
		const text = '<Form><Section label="s"><Field name="a"/>\n<Fie\n<Field name="b"/></Section></Form>';
		assert.equal(shown(itemsOf(parseXml(text))), 'Form(Section s(Field a Fie Field b))');
	});

	test('leads to what an element is named by', () => {
		const text = '<a><Field type="t" name="x"/><b/></a>';
		const places = all(itemsOf(parseXml(text))).map(({ selection: { start, end } }) =>
			text.slice(start, end),
		);
		assert.deepEqual(places, ['a', 'x', 'b']);
	});

	test('shortens what is long', () => {
		const [item] = itemsOf(parseXml(`<a name="${'x'.repeat(500)}">${'y '.repeat(50_000)}</a>`));
		assert.equal(item?.name.length, 82);
		assert.equal(item.detail.length, 80);
	});

	test('does not go deeper than whoever shows it can', () => {
		const depth = 10_000;
		const items = itemsOf(parseXml('<a>'.repeat(depth)));
		assert.equal(all(items).length, depth);
		let deepest = 0;
		for (let at = items; at.length > 0; at = at.at(-1)?.children ?? []) {
			deepest++;
		}
		assert.ok(deepest <= 101, `${deepest}`);
	});

	seededTest('holds each item within the one around it, however malformed the document is', 400, seeds => {
		const fixtures = sampleDocuments().filter(text => text.length < 4000);
		for (const seed of seeds) {
			const text = mutant(fixtures[seed % fixtures.length] ?? '', seed);
			const document = parseXml(text);
			const items = all(itemsOf(document));
			assert.equal(items.length, [...elementsOf(document)].length);
			for (const { start, end, name, selection, children } of items) {
				assert.ok(name !== '' && start <= selection.start && selection.end <= end);
				assert.ok(children.every(child => start <= child.start && child.end <= end));
			}
		}
	});

	test('keeps what it has of all elements that are written as before in the same place', () => {
		const fields = (names: readonly string[]) => names.map(name => `\t<Field name="${name}"/>`).join('\n');
		const sections = [fields(['a', 'b']), fields(['c', 'd', 'e'])];
		const text = `<Form>\n<Section>\n${sections.join('\n</Section>\n<Section>\n')}\n</Section>\n</Form>`;
		const before = placed(text);
		const madeAnew = (now: string) => {
			const known = new Set(allEntries(before.entries));
			return allEntries(placed(now, before).entries)
				.filter(entry => !known.has(entry))
				.map(({ name }) => name);
		};
		assert.deepEqual(madeAnew(text.replace('"d"', '"dx"')), ['Form', 'Section', 'Field dx']);
		assert.deepEqual(madeAnew(text.replace('\t<Field name="d"/>', '')), ['Form', 'Section']);
		const second = ['Field c', 'Field d', 'Field e'];
		assert.deepEqual(madeAnew(text.replace('</Section>', '\n</Section>')).toSorted(), [
			...second,
			...['Form', 'Section', 'Section'],
		]);
	});

	const deep = (inner: string) => '<a>'.repeat(98) + inner + '</a>'.repeat(98);
	for (const [what, before, now] of [
		['elements are as deep as it goes', deep('<x><y><q/></y><z/></x>'), deep('<x><y>    </y><z/></x>')],
		[
			'what is malformed is read in another way',
			'<r>></<c/><a>]]><<c>if (a < b && c) {><ax</c>',
			'<r>></<c/><a>]]>x<c>if (a < b && c) {><ax</c>',
		],
	] as const) {
		test(`keeps nothing wrong where ${what}`, () => {
			assert.deepEqual(placed(now, placed(before)).entries, placed(now).entries);
		});
	}

	seededTest('is the same after an edit whether or not it keeps what it had', 300, seeds => {
		const fixtures = sampleDocuments().filter(text => text.length < 6000);
		let wellFormed = 0;
		for (const seed of seeds) {
			const random = seeded(seed);
			let before = placed(oneOf(random, fixtures));
			for (let edits = 0; edits < 4; edits++) {
				const text = edited(before.document.text, random, seed + edits);
				const now = placed(text, before);
				assert.deepEqual(now.entries, placed(text).entries, text);
				wellFormed += isWellFormed(now.document) ? 1 : 0;
				before = now;
			}
		}
		assert.ok(wellFormed > 50, `${wellFormed}`);
	});
});

/** As an editor shows it. */
interface Entry extends Pick<OutlineItem, 'name' | 'detail'> {
	readonly places: readonly LinePosition[];
	readonly children: Entry[];
}

function placed(text: string, before?: Outline<Entry>): Outline<Entry> {
	const lines = new Lines(text);
	const entryOf = ({ name, detail, start, end, selection }: OutlineItem): Entry => ({
		name,
		detail,
		places: [start, end, selection.start, selection.end].map(offset => lines.positionAt(offset)),
		children: [],
	});
	return atOnce(outlineOf({ document: parseXml(text), lines }, entryOf, before));
}

function allEntries(entries: readonly Entry[]): readonly Entry[] {
	return entries.flatMap(entry => [entry, ...allEntries(entry.children)]);
}

/** What one does to a document: nearly always something that leaves it well-formed. */
function edited(text: string, random: Random, seed: number): string {
	const places = [...text.matchAll(/(?<==")(?=[^"<>]*"[^<>]*>)|(?<=>)(?=\s)/g)].map(({ index }) => index);
	const at = oneOf(random, [...places, text.length]);
	const isInTag = text[at - 1] === '"';
	switch (below(random, 6)) {
		case 0:
			return mutant(text, seed);
		case 1: {
			const elements = [...elementsOf(parseXml(text))].slice(1);
			const { start, end } = elements.length > 0 ? oneOf(random, elements) : { start: 0, end: 0 };
			const removed = text.slice(start, end);
			return text.slice(0, start) + (below(random, 2) ? removed + removed : '') + text.slice(end);
		}
		default: {
			const written = oneOf(
				random,
				isInTag ? ['x', ' ', '\n', '&amp;'] : ['\n', ' ', '<!-- x -->', '<a b="c"/>'],
			);
			return text.slice(0, at) + written + text.slice(at);
		}
	}
}

interface ItemInTree extends OutlineItem {
	readonly children: ItemInTree[];
}

function itemsOf(document: XmlDocument): readonly ItemInTree[] {
	const lines = new Lines(document.text);
	return atOnce(outlineOf({ document, lines }, item => ({ ...item, children: [] as ItemInTree[] }))).entries;
}

function all(items: readonly ItemInTree[]): ItemInTree[] {
	const found: ItemInTree[] = [];
	const open = [items.values()];
	for (let around = open.at(-1); around; around = open.at(-1)) {
		const { value, done } = around.next();
		if (done) {
			open.pop();
		} else {
			found.push(value);
			open.push(value.children.values());
		}
	}
	return found;
}

function shown(items: readonly ItemInTree[]): string {
	return items.map(({ name, children }) => name + (children.length ? `(${shown(children)})` : '')).join(' ');
}
