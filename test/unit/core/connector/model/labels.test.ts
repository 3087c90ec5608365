import assert from 'node:assert/strict';
import { labelTexts, localeFor, shownLabel } from '../../../../../src/core/connector/model/labels';
import { connectorOf } from '../completion/completing';
import { smallWith } from '../smallConnector';

suite('The texts of a label', () => {
	const documents = smallWith({ de: ['User=Text of User\n', ''] });

	test('are those of all locales, en first', () => {
		assert.deepEqual(labelTexts(documents, 'User'), [
			{ locale: 'en', text: 'Text of User' },
			{ locale: 'de', text: undefined },
		]);
	});

	test('are shown as English where a locale has none', () => {
		assert.deepEqual(shownLabel(documents, 'Auth', 'de'), { locale: 'de', text: 'Anmeldung' });
		assert.deepEqual(shownLabel(documents, 'User', 'de'), { locale: 'en', text: 'Text of User' });
		assert.equal(shownLabel(documents, 'Unknown', 'de'), undefined);
	});

	test('are shown as English where the text of a locale is empty or blank', () => {
		for (const blank of ['', '\\u0020']) {
			const some = smallWith({ de: ['Auth=Anmeldung', `Auth=${blank}`] });
			assert.equal(shownLabel(some, 'Auth', 'de')?.locale, 'en', blank);
		}
	});
});

suite('The locale that people mean', () => {
	const text = '';
	const connector = connectorOf({
		translations: { en: text, de: text, zh: text, 'zh-CN': text, 'pt-BR': text },
	});
	for (const [wanted, expected] of [
		['de', 'de'],
		['DE', 'de'],
		['de-AT', 'de'],
		['de_AT', 'de'],
		['zh_CN', 'zh-CN'],
		['zh-Hans', 'zh'],
		['pt', 'pt-BR'],
		['pt-PT', undefined],
		['en-US', 'en'],
		['fr', undefined],
		['', undefined],
	] as const) {
		test(`${wanted || 'nothing'} is ${expected ?? 'none'}`, () =>
			assert.equal(localeFor(connector, wanted), expected));
	}
});
