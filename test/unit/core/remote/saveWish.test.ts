import assert from 'node:assert/strict';
import {
	verdict,
	verdictOnUnseen,
	type SavedBy,
	type SaveSettings,
} from '../../../../src/core/remote/saveWish';

const settings: SaveSettings = { automatic: false, byPrograms: 'ask', withoutFormatting: 'ask' };

/** What becomes of a save in a live tenant, in one that asks, and in one that is read-only. */
const table: readonly (readonly [by: SavedBy, settings: Partial<SaveSettings>, live: string, ask: string])[] =
	[
		['person', {}, 'send', 'ask'],
		['person', { byPrograms: 'refuse' }, 'send', 'ask'],
		['auto-save', {}, 'refuse', 'refuse'],
		['auto-save', { byPrograms: 'send' }, 'refuse', 'refuse'],
		['auto-save', { automatic: true }, 'send', 'ask'],
		['refactoring', {}, 'ask', 'ask'],
		['refactoring', { automatic: true, byPrograms: 'send', withoutFormatting: 'send' }, 'ask', 'ask'],
		['unformatted', {}, 'ask', 'ask'],
		['unformatted', { byPrograms: 'send' }, 'ask', 'ask'],
		['unformatted', { withoutFormatting: 'send' }, 'send', 'ask'],
		['agent', {}, 'ask', 'ask'],
		['agent', { automatic: true, byPrograms: 'send', withoutFormatting: 'send' }, 'ask', 'ask'],
		['agent', { byPrograms: 'refuse' }, 'refuse', 'refuse'],
		['program', {}, 'ask', 'ask'],
		['program', { automatic: true, withoutFormatting: 'send' }, 'ask', 'ask'],
		['program', { byPrograms: 'refuse' }, 'refuse', 'refuse'],
		['program', { byPrograms: 'send' }, 'send', 'ask'],
	];

suite('Whether a save is sent without a question', () => {
	for (const [by, more, live, ask] of table) {
		test(`${by}, ${JSON.stringify(more)}`, () => {
			const found = (['live', 'ask', 'read-only'] as const).map(access =>
				verdict(by, access, { ...settings, ...more }),
			);
			assert.deepEqual(found, [live, ask, 'refuse']);
		});
	}
});

suite('Whether a text that an agent proposed is sent without a question', () => {
	const all: readonly SaveSettings[] = (['ask', 'refuse', 'send'] as const).flatMap(byPrograms =>
		[true, false].flatMap(automatic =>
			(['ask', 'send'] as const).map(withoutFormatting => ({ automatic, byPrograms, withoutFormatting })),
		),
	);
	const wishes: readonly SavedBy[] = [
		'person',
		'auto-save',
		'refactoring',
		'unformatted',
		'agent',
		'program',
	];

	test('never, whoever saves and whatever is set', () => {
		for (const by of wishes) {
			for (const access of ['live', 'ask', 'read-only'] as const) {
				for (const each of all) {
					const found = verdictOnUnseen(by, access, each);
					assert.notEqual(found, 'send');
					assert.ok(found === 'refuse' || verdict(by, access, each) !== 'refuse');
				}
			}
		}
	});

	for (const [by, more, live, ask] of [
		['person', {}, 'ask', 'ask'],
		['auto-save', { automatic: true }, 'refuse', 'ask'],
		['refactoring', {}, 'ask', 'ask'],
		['unformatted', { withoutFormatting: 'send' }, 'ask', 'ask'],
		['agent', {}, 'ask', 'ask'],
		['program', { byPrograms: 'send' }, 'ask', 'ask'],
		['program', { byPrograms: 'refuse' }, 'refuse', 'refuse'],
	] as const) {
		test(`${by}, ${JSON.stringify(more)}`, () => {
			const found = (['live', 'ask', 'read-only'] as const).map(access =>
				verdictOnUnseen(by, access, { ...settings, ...more }),
			);
			assert.deepEqual(found, [live, ask, 'refuse']);
		});
	}
});
