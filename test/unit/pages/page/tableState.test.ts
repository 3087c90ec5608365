import assert from 'node:assert/strict';
import type { TranslationTable } from '../../../../src/core/connector/translations/translationTable';
import {
	nextState,
	nothingYet,
	shownTable,
	type TableEvent,
} from '../../../../src/pages/translations/page/tableState';

suite('The state of the page of a translation table', () => {
	const table: TranslationTable = {
		locales: ['en', 'de'],
		hasForm: true,
		rows: [{ key: 'Host', family: '', isUsed: true, texts: ['Host', 'Rechner'] }],
	};
	const row = (...texts: readonly (string | null)[]) => ({ key: 'Host', family: '', isUsed: true, texts });
	const status = (seenTo: number) => ({
		canUndo: false,
		canRedo: false,
		readOnly: undefined,
		seenTo,
		unsaved: [],
		done: undefined,
	});
	const show = { type: 'show', table, ...status(0) } as const;
	const rows = (seenTo: number, ...texts: readonly (string | null)[]) =>
		({ type: 'rows', rows: [row(...texts)], ...status(seenTo) }) as const;
	const edit = (number: number, locale: string, text: string | null) =>
		({ type: 'setText', number, key: 'Host', locale, text, before: 'x' }) as const;
	const after = (...events: readonly TableEvent[]) => events.reduce(nextState, nothingYet);
	const textsAfter = (...events: readonly TableEvent[]) => shownTable(after(...events))?.rows[0]?.texts;

	test('has an edit at once, until the extension has seen to it', () => {
		assert.deepEqual(textsAfter(show, edit(1, 'en', 'Server')), ['Server', 'Rechner']);
		assert.deepEqual(textsAfter(show, edit(1, 'de', null)), ['Host', null]);
		assert.deepEqual(textsAfter(show, edit(1, 'en', 'Server'), rows(1, 'Other', 'Rechner')), [
			'Other',
			'Rechner',
		]);
	});

	test('has those that the extension has not seen to yet whatever it shows', () => {
		const edits = [show, edit(1, 'en', 'Server'), edit(2, 'de', 'Rechner 2')] as const;
		assert.deepEqual(textsAfter(...edits, rows(1, 'Server', 'Rechner')), ['Server', 'Rechner 2']);
		assert.deepEqual(textsAfter(...edits, show), ['Server', 'Rechner 2']);
		assert.deepEqual(textsAfter(...edits, rows(2, 'Server', 'Rechner 2')), ['Server', 'Rechner 2']);
	});

	test('takes back what was refused and nothing else, and says why until the next edit', () => {
		const edits = [show, edit(1, 'en', 'Server'), edit(2, 'de', 'Rechner 2')] as const;
		const refused = {
			type: 'refused',
			message: 'Changed meanwhile.',
			change: edit(1, 'en', 'Server'),
		} as const;
		assert.deepEqual(textsAfter(...edits, refused), ['Host', 'Rechner 2']);
		assert.deepEqual(after(...edits, refused).refusals, [
			{ message: 'Changed meanwhile.', change: edit(1, 'en', 'Server') },
		]);
		assert.equal(after(...edits, refused, show).refusals.length, 1);
		assert.equal(after(...edits, refused, show, edit(3, 'en', 'S')).refusals.length, 0);
		const denied = { type: 'denied', message: 'No.' } as const;
		assert.equal(
			after(...edits, refused, denied, edit(3, 'de', 'S'), { type: 'save' }).refusals[0]?.change?.text,
			'Server',
		);
	});

	test('keeps each text that was refused until people have seen to it', () => {
		const refuse = (number: number, locale: string, text: string) =>
			({ type: 'refused', message: 'Changed meanwhile.', change: edit(number, locale, text) }) as const;
		const state = after(show, refuse(1, 'en', 'Server'), refuse(2, 'de', 'Rechner 2'));
		const texts = ({ refusals }: typeof state) => refusals.map(({ change }) => change?.text);
		assert.deepEqual(texts(state), ['Server', 'Rechner 2']);
		assert.deepEqual(texts(nextState(state, edit(3, 'de', 'S'))), ['Server']);
		const [first] = state.refusals;
		assert.ok(first);
		assert.deepEqual(texts(nextState(state, { type: 'dismiss', refusal: first })), ['Rechner 2']);
		assert.deepEqual(texts(after(show, { type: 'kept', refusals: state.refusals })), ['Server', 'Rechner 2']);
	});

	test('says why what people ask for cannot be done', () => {
		const denied = { type: 'denied', message: 'Read-only.' } as const;
		assert.deepEqual(after(show, denied).refusals, [{ message: 'Read-only.', change: undefined }]);
	});

	test('keeps its table through a failure, and what is asked of it', () => {
		const failed = { type: 'failed', message: 'No answer.' } as const;
		assert.deepEqual(textsAfter(show, edit(1, 'en', 'Server'), failed), ['Server', 'Rechner']);
		assert.equal(after(show, failed).failure, 'No answer.');
		assert.equal(after(show, failed, { type: 'retry' }).failure, undefined);
		assert.equal(after(show, failed, rows(0, 'Host', 'Rechner')).failure, undefined);
	});

	test('knows what can be done', () => {
		const status = {
			canUndo: true,
			canRedo: true,
			readOnly: 'No.',
			seenTo: 4,
			unsaved: [['de', ['Host']]],
			done: { type: 'discarded' },
		} as const;
		assert.deepEqual(after({ ...show, ...status }).status, status);
	});
});
