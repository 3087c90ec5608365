import assert from 'node:assert/strict';
import { outlineOf, type OutlineItem } from '../../../../src/core/xml/outline';
import { parseXml } from '../../../../src/core/xml/parse';
import { elementsOf } from '../../../../src/core/xml/tree';
import { seededTest } from '../../../seeds';
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
			const [item] = outlineOf(parseXml(text));
			assert.deepEqual([item?.name, item?.detail], [name, detail]);
		});
	}

	test('has the elements within each other, and nothing else', () => {
		const text = '<?xml version="1.0"?><!DOCTYPE a><a>text<!-- c --><b name="1"><c/></b><d/></a><?e?>';
		assert.equal(shown(outlineOf(parseXml(text))), 'a(b 1(c) d)');
	});

	test('has what is being typed where it is typed', () => {
		const text = '<Form><Section label="s"><Field name="a"/>\n<Fie\n<Field name="b"/></Section></Form>';
		assert.equal(shown(outlineOf(parseXml(text))), 'Form(Section s(Field a Fie Field b))');
	});

	test('leads to what an element is named by', () => {
		const text = '<a><Field type="t" name="x"/><b/></a>';
		const places = all(outlineOf(parseXml(text))).map(({ selection: { start, end } }) =>
			text.slice(start, end),
		);
		assert.deepEqual(places, ['a', 'x', 'b']);
	});

	test('shortens what is long', () => {
		const [item] = outlineOf(parseXml(`<a name="${'x'.repeat(500)}">${'y '.repeat(50_000)}</a>`));
		assert.equal(item?.name.length, 82);
		assert.equal(item.detail.length, 80);
	});

	test('does not go deeper than whoever shows it can', () => {
		const depth = 10_000;
		const items = outlineOf(parseXml('<a>'.repeat(depth)));
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
			const items = all(outlineOf(document));
			assert.equal(items.length, [...elementsOf(document)].length);
			for (const { start, end, name, selection, children } of items) {
				assert.ok(name !== '' && start <= selection.start && selection.end <= end);
				assert.ok(children.every(child => start <= child.start && child.end <= end));
			}
		}
	});
});

function all(items: readonly OutlineItem[]): OutlineItem[] {
	const found: OutlineItem[] = [];
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

function shown(items: readonly OutlineItem[]): string {
	return items.map(({ name, children }) => name + (children.length ? `(${shown(children)})` : '')).join(' ');
}
