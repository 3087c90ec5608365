import assert from 'node:assert/strict';
import { safeText, withoutLinks } from '../../../src/messages/safeText';

suite('A name in a sentence', () => {
	/** What VS Code makes a link of in a notification. */
	const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/i;

	test('is as it is, whatever its letters', () => {
		for (const name of ['Active Directory', 'Zoë & Søn (v2) [test]', 'ワークデイ', '😀', 'a](']) {
			assert.equal(safeText(name).replace('] (', ']('), name);
		}
		assert.equal(safeText('Zoë & Søn (v2) [test]'), 'Zoë & Søn (v2) [test]');
	});

	test('is no link, though it looks like one', () => {
		for (const name of [
			'[Look](command:workbench.action.quit)',
			'a [b](https://evil.example) c',
			'[x]\u200b(command:x)',
			'[[x](command:y)](command:z)',
		]) {
			assert.doesNotMatch(safeText(name), link);
			assert.doesNotMatch(withoutLinks(`It says: ${name}`), link);
		}
	});

	test('has nothing invisible, and does not go on for pages', () => {
		assert.equal(safeText('a\u202eb\u0000c\nd\u2028'), 'a\ufffdb\ufffdc\ufffdd\ufffd');
		assert.equal(safeText('x'.repeat(201)), `${'x'.repeat(200)}…`);
	});
});
