import assert from 'node:assert/strict';
import { missingKeysAt } from '../../../../../src/core/connector/completion/completionTranslation';
import { parseProperties } from '../../../../../src/core/properties/parse';
import { connectorOf } from './completing';

const around = connectorOf({
	form: `<Form shortDesc="ShortDesc"><Menu label="menuLabel_main"><Section label="sectionLabel_auth">
		<Field displayName="HostURL" placeholder="Written out"/></Section></Menu></Form>`,
	translations: { en: 'HostURL=Host URL\nMore=Something else\nShortDesc=What it is' },
});

/** `|` is the cursor. */
function keysAt(text: string) {
	const offset = text.indexOf('|');
	return missingKeysAt(parseProperties(text.replace('|', '')), offset, around);
}

function chosen(text: string, key: string): string {
	const found = keysAt(text)!;
	const item = found.items.find(each => each.key === key)!;
	const plain = text.replace('|', '');
	return plain.slice(0, found.start) + item.newText + plain.slice(found.end);
}

const all = ['ShortDesc', 'menuLabel_main', 'sectionLabel_auth', 'HostURL', 'More'];

suite('Completion of keys in a translation', () => {
	test('proposes what the form uses, in its order, and then what other locales have', () => {
		assert.deepEqual(
			keysAt('|')?.items.map(({ key }) => key),
			all,
		);
		const host = keysAt('|')?.items.find(({ key }) => key === 'HostURL');
		assert.equal(host?.text, 'Host URL');
	});

	test('leaves out what is there, but not what is being typed', () => {
		const keys = (text: string) => keysAt(text)?.items.map(({ key }) => key);
		assert.deepEqual(keys('HostURL=x\nShortDesc=y\n|'), ['menuLabel_main', 'sectionLabel_auth', 'More']);
		assert.deepEqual(keys('HostURL|'), all);
		assert.deepEqual(
			keys('HostURL=x\nHostURL|'),
			all.filter(key => key !== 'HostURL'),
		);
	});

	test('leaves the value empty, and writes the separator that the document has', () => {
		assert.equal(chosen('a=b\n|', 'HostURL'), 'a=b\nHostURL=');
		assert.equal(chosen('a : b\nHo|\nc : d', 'HostURL'), 'a : b\nHostURL : \nc : d');
		assert.equal(chosen('a b\n|', 'HostURL'), 'a b\nHostURL ');
		assert.equal(chosen('|', 'HostURL'), 'HostURL=');
	});

	test('keeps the value of an entry whose key is typed anew', () => {
		assert.equal(chosen('Ho|=x', 'HostURL'), 'HostURL=x');
		assert.equal(chosen('|Old = x', 'HostURL'), 'HostURL = x');
	});

	test('knows nothing in values and comments', () => {
		for (const text of ['a=|', 'a=b|', 'a=b\\\n  c|', '# |', '#|', '! a | b']) {
			assert.equal(keysAt(text), undefined, text);
		}
	});
});
