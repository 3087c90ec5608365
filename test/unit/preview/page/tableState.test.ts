import assert from 'node:assert/strict';
import type { TranslationTable } from '../../../../src/connector/translationTable';
import { nextState, nothingYet, shownTable, type TableEvent } from '../../../../src/preview/page/tableState';

suite('The state of the page of a translation table', () => {
	const table: TranslationTable = {
		locales: ['en'],
		hasForm: true,
		rows: [{ key: 'Host', family: '', isUsed: true, texts: ['Host'] }],
	};
	const show = { type: 'show', table, canUndo: false } as const;
	const edit = { type: 'setText', key: 'Host', locale: 'en', text: 'Server' } as const;
	const after = (...events: readonly TableEvent[]) => events.reduce(nextState, nothingYet);
	const textAfter = (...events: readonly TableEvent[]) => shownTable(after(...events))?.rows[0]?.texts[0];

	test('has an edit at once, until the extension says what has become of it', () => {
		assert.equal(textAfter(show, edit), 'Server');
		assert.equal(textAfter(show, edit, show), 'Host');
	});

	test('takes back what was refused, and says why until the next edit', () => {
		const refused = { type: 'refused', message: 'Read-only.' } as const;
		assert.equal(textAfter(show, edit, refused), 'Host');
		assert.equal(after(show, edit, refused, show).refusal, 'Read-only.');
		assert.equal(after(show, edit, refused, show, edit).refusal, undefined);
		assert.equal(after(show, edit, refused, { type: 'dismiss' }).refusal, undefined);
	});

	test('has no table after a failure, and one again when it comes', () => {
		const failed = { type: 'failed', message: 'No answer.' } as const;
		assert.equal(textAfter(show, failed), undefined);
		assert.equal(after(show, failed).failure, 'No answer.');
		assert.equal(after(show, failed, { type: 'retry' }).failure, undefined);
		assert.equal(textAfter(show, failed, { type: 'retry' }, show), 'Host');
	});
});
