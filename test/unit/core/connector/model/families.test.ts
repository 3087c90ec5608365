import assert from 'node:assert/strict';
import { familyGroups, familyOf } from '../../../../../src/core/connector/model/families';
import { parseProperties } from '../../../../../src/core/properties/parse';
import { repeatedKeys } from '../../../../../src/core/properties/repeated';

const groups = (...keys: string[]) =>
	familyGroups(parseProperties(keys.map(key => `${key}=1\n`).join(''))).map(({ family, entries, range }) => ({
		[family]: entries.map(({ key }) => key).join(),
		range: [range.start, range.end],
	}));

suite('Families of keys', () => {
	test('are told by how the keys begin', () => {
		assert.deepEqual(
			['ShortDesc', 'menuLabel_A', 'sectionLabel_A', 'sectionInfo_A', 'placeHolder_A', 'placeholder_A'].map(
				familyOf,
			),
			['descriptions', 'menus', 'sections', 'sectionInfos', 'placeholders', 'placeholders'],
		);
		assert.deepEqual(
			['docLinkLabel_A', 'help_A', 'HostURL', 'Page_Size', 'helpful', 'menuLabel', ''].map(familyOf),
			['documentationLinks', 'help', 'fields', 'fields', 'fields', 'fields', 'fields'],
		);
	});

	test('are groups of what stands together, in the order of the text', () => {
		assert.deepEqual(groups('menuLabel_A', 'menuLabel_B', 'URL', 'menuLabel_C'), [
			{ menus: 'menuLabel_A,menuLabel_B', range: [0, 27] },
			{ fields: 'URL', range: [28, 33] },
			{ menus: 'menuLabel_C', range: [34, 47] },
		]);
		assert.deepEqual(groups(), []);
	});

	test('are one group each where they are mixed, and no group claims the place of another', () => {
		assert.deepEqual(groups('URL', 'help_URL', 'Port', 'help_Port', 'User', 'help_User'), [
			{ fields: 'URL,Port,User', range: [0, 5] },
			{ help: 'help_URL,help_Port,help_User', range: [6, 16] },
		]);
	});
});

suite('Repeated keys', () => {
	test('are found whatever they look like', () => {
		const found = repeatedKeys(parseProperties('a=1\nb=2\n\\u0061 : 3\nc=4\nb=5\na'));
		assert.deepEqual(
			found.map(({ key, entries }) => [key, entries.map(({ value }) => value)]),
			[
				['a', ['1', '3', '']],
				['b', ['2', '5']],
			],
		);
	});
});
