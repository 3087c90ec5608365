import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { everything } from '../../../../src/pages/translations/page/tableFilter';
import { keeper, keptTableOf, type KeptTable } from '../../../../src/pages/translations/page/tableKept';

suite('What the page of a translation table keeps', () => {
	const folder = 'isc-connector://sample/one';
	const fresh: KeptTable = {
		folder,
		filter: everything,
		active: undefined,
		scroll: { line: 0, left: 0 },
		draft: undefined,
		newKey: undefined,
		refusals: [],
	};
	const filter = { ...everything, search: 'host' };

	test('is what it kept of the same connector', () => {
		const kept = { ...fresh, filter };
		assert.deepEqual(keptTableOf(folder, kept), kept);
		assert.deepEqual(keptTableOf('isc-connector://sample/two', kept), {
			...fresh,
			folder: 'isc-connector://sample/two',
		});
		assert.deepEqual(keptTableOf(folder, undefined), fresh);
	});

	test('is what people do at once, and how far they have scrolled once there is rest', async () => {
		const seen: KeptTable[] = [];
		const keep = keeper(fresh, kept => seen.push(kept), 5);
		const draft = { key: 'Host', locale: 'de', text: 'Re', before: null };
		keep({ draft });
		assert.deepEqual(seen, [{ ...fresh, draft }]);
		keep({ scroll: { line: 3, left: 0 } });
		keep({ scroll: { line: 7, left: 0 } });
		assert.equal(seen.length, 1);
		await wait(30);
		assert.deepEqual(seen.slice(1), [{ ...fresh, draft, scroll: { line: 7, left: 0 } }]);
		keep({ scroll: { line: 8, left: 0 } });
		keep({ filter });
		assert.deepEqual(seen.at(-1), { ...fresh, draft, filter, scroll: { line: 8, left: 0 } });
	});
});
