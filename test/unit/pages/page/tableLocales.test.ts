import assert from 'node:assert/strict';
import { localeNames } from '../../../../src/pages/translations/page/tableLocales';

suite('The names of locales', () => {
	test('are in the language that people read', () => {
		const names = localeNames(['de', 'zh_TW'], 'de');
		assert.deepEqual(names.get('de'), { name: 'Deutsch', tag: 'de' });
		assert.equal(localeNames(['de'], 'en').get('de')?.name, 'German');
		assert.equal(names.get('zh_TW')?.tag, 'zh-TW');
	});

	test('are their codes, if they are no language that is known', () => {
		const names = localeNames(['xx-bad!', 'qq', ''], 'en');
		for (const code of ['xx-bad!', 'qq', '']) {
			assert.deepEqual(names.get(code), { name: code, tag: undefined });
		}
	});
});
