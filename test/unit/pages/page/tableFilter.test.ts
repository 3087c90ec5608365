import assert from 'node:assert/strict';
import type {
	TranslationRow,
	TranslationTable,
} from '../../../../src/core/connector/translations/translationTable';
import {
	everything,
	familiesOf,
	lacksText,
	missingTexts,
	shownColumns,
	shownRows,
	type TableFilter,
} from '../../../../src/pages/translations/page/tableFilter';

suite('The rows of a translation table that are shown', () => {
	const row = (key: string, isUsed: boolean, ...texts: (string | null)[]): TranslationRow => ({
		key,
		family: key.startsWith('menuLabel_') ? 'menuLabel_' : '',
		isUsed,
		texts,
	});
	const table: TranslationTable = {
		locales: ['en', 'de', 'fr'],
		hasForm: true,
		rows: [
			row('Host', true, 'Host name', 'Rechner', null),
			row('Old', false, 'Old', null, ''),
			row('Port', true, 'Port number', null, ''),
			row('menuLabel_connection', true, 'Connection', 'Verbindung', 'Connexion'),
		],
	};

	function assertShown(
		filter: Partial<TableFilter>,
		keys: readonly string[],
		staying: readonly string[] = [],
	) {
		const rows = shownRows(table, { ...everything, ...filter }, new Set(staying));
		assert.deepEqual(
			rows.map(({ key }) => key),
			keys,
		);
	}

	test('are all, the unused ones last', () => {
		assertShown({}, ['Host', 'Port', 'menuLabel_connection', 'Old']);
	});

	test('have what is searched in their key or in a text, in whichever case', () => {
		assertShown({ search: 'MENULABEL' }, ['menuLabel_connection']);
		assertShown({ search: 'rech' }, ['Host']);
		assertShown({ search: ' rech ' }, ['Host']);
		assertShown({ search: 'nothing' }, []);
	});

	test('are not found by a text that is not shown', () => {
		assertShown({ search: 'rech', hiddenLocales: ['de'] }, []);
		assertShown({ search: 'host', hiddenLocales: ['de'] }, ['Host']);
	});

	test('are not found by what is in two texts', () => assertShown({ search: 'name' + 'rechner' }, []));

	test('lack a text in a locale that is shown; what nobody uses lacks nothing', () => {
		assertShown({ onlyMissing: true }, ['Host', 'Port']);
		assertShown({ onlyMissing: true, hiddenLocales: ['fr'] }, ['Port']);
		assertShown({ onlyMissing: true, hiddenLocales: ['de', 'fr'] }, []);
	});

	test('lack a text where it is nothing but the key', () => {
		const columns = shownColumns(['en', 'de'], []);
		const repeated = row('Port', true, 'Port', 'PORT');
		assert.deepEqual([lacksText(repeated, 0), lacksText(repeated, 1)], [true, false]);
		assert.equal(missingTexts([repeated, row('Old', false, 'Old', null)], columns), 1);
		const shown = shownRows(
			{ ...table, locales: ['en', 'de'], rows: [repeated] },
			{ ...everything, onlyMissing: true },
			new Set(),
		);
		assert.deepEqual(shown, [repeated]);
	});

	test('are used or not', () => {
		assertShown({ use: 'used' }, ['Host', 'Port', 'menuLabel_connection']);
		assertShown({ use: 'unused' }, ['Old']);
	});

	test('are all neither used nor unused without a form', () => {
		const rows = shownRows({ ...table, hasForm: false }, { ...everything, use: 'used' }, new Set());
		assert.deepEqual(rows, table.rows);
	});

	test('are those of a family, as long as there is one', () => {
		assertShown({ family: 'menuLabel_' }, ['menuLabel_connection']);
		assertShown({ family: '' }, ['Host', 'Port', 'Old']);
		assertShown({ family: 'gone_' }, ['Host', 'Port', 'menuLabel_connection', 'Old']);
	});

	test('stay while people work on them', () => assertShown({ search: 'rech' }, ['Host', 'Old'], ['Old']));

	test('lack a number of texts, an empty one not counted', () => {
		const columns = shownColumns(table.locales, []);
		assert.equal(missingTexts(table.rows, columns), 2);
		assert.equal(missingTexts(table.rows, shownColumns(table.locales, ['fr'])), 1);
	});

	test('have their English texts shown, whatever is hidden, or those of the first locale', () => {
		assert.deepEqual(shownColumns(table.locales, ['en', 'de']), [
			{ locale: 'en', index: 0 },
			{ locale: 'fr', index: 2 },
		]);
		assert.deepEqual(shownColumns(['de', 'fr'], ['de', 'fr']), [{ locale: 'de', index: 0 }]);
		assert.deepEqual(shownColumns([], []), []);
	});

	test('are counted by family', () => {
		assert.deepEqual(familiesOf(table.rows), [
			['', 3],
			['menuLabel_', 1],
		]);
	});
});
