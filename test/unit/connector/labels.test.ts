import assert from 'node:assert/strict';
import { labelTexts, shownLabel } from '../../../src/connector/labels';
import { smallWith } from './smallConnector';

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
});
