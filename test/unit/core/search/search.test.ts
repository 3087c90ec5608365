import assert from 'node:assert/strict';
import type { Send } from '../../../../src/core/api/send/http';
import { nodeFetch } from '../../../../src/core/api/send/nodeFetch';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import { PatternError } from '../../../../src/core/search/pattern';
import { clientOf, operationsOf } from '../api/sample';
import { choose, detailsOf, inJdbc, needle, pattern, places, searchIn, useNeedle } from './searching';

suite('A search', () => {
	const sample = useNeedle();
	const requests = () => operationsOf(sample()).filter(operation => operation !== 'token');

	test('finds a text in all documents, and where an editor would show it', async () => {
		const search = searchIn(sample(), pattern(needle));
		await search.run();
		assert.equal(search.state, 'complete');
		assert.deepEqual(places(search.results), inJdbc);
		const { matches, documents, connectors, unread } = search.results;
		assert.deepEqual([matches, documents, connectors, unread.length], [6, 5, 1, 0]);
	});

	test('makes one request for each connector, beside the listing', async () => {
		const search = searchIn(sample(), pattern('<'));
		await search.run();
		const listed = (await clientOf(sample()).listConnectors()).length;
		assert.equal(search.total, listed);
		assert.equal(search.done, listed);
		assert.equal(detailsOf(sample()), listed);
		assert.ok(listed > 20);
		const others = requests().filter(operation => operation !== 'getConnector');
		assert.deepEqual(others, ['getConnectorList', 'getConnectorList']);
	});

	test('of chosen connectors asks for those, and for no list', async () => {
		const search = searchIn(sample(), pattern(needle), {
			scope: [choose('jdbc-angularsc', 'active-directory-angularsc')],
		});
		await search.run();
		assert.deepEqual(requests(), ['getConnector', 'getConnector']);
		assert.deepEqual(places(search.results), inJdbc);
		assert.deepEqual(
			search.results.tenants.flatMap(({ rows }) => rows.map(({ name }) => name)),
			[sample().connector('jdbc-angularsc').name],
		);
	});

	test('has never more than 8 requests under way, whatever the client allows', async () => {
		let [underWay, most] = [0, 0];
		const counting: Send = async request => {
			most = Math.max(most, ++underWay);
			try {
				return await nodeFetch(request);
			} finally {
				underWay--;
			}
		};
		sample().latency = 5;
		const pace = { underWay: 100, requests: 1000, milliseconds: 1 };
		await searchIn(sample(), pattern(needle), { client: { send: counting, pace } }).run();
		sample().latency = 0;
		assert.equal(most, 8);
	});

	test('shows connectors in the order of their names, whichever answers first', async () => {
		let answered = 0;
		const late: Send = async request => {
			const response = await nodeFetch(request);
			await new Promise(resolve => setTimeout(resolve, (answered++ * 7) % 20));
			return response;
		};
		let shown = 0;
		const search = searchIn(sample(), pattern('<'), { client: { send: late }, changed: () => check() });
		const check = () => {
			const names = search.results.tenants.flatMap(({ rows }) => rows.map(({ name }) => name));
			shown = Math.max(shown, names.length);
			assert.deepEqual(names, names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
		};
		await search.run();
		assert.equal(shown, search.results.connectors);
		assert.ok(shown > 20);
	});

	test('takes an open document as the editor has it', async () => {
		const open: readonly (readonly [DocumentId['part'], string])[] = [
			['source-config', 'nothing'],
			['translations/de', `a\nb ${needle}`],
			['translations/fr', `not there yet: ${needle}`],
		];
		const search = searchIn(sample(), pattern(needle), {
			scope: [choose('jdbc-angularsc')],
			source: { openText: ({ part }) => open.find(([other]) => other === part)?.[1] },
		});
		await search.run();
		assert.deepEqual(places(search.results), [
			'jdbc-angularsc/source-template.xml 1:0',
			'jdbc-angularsc/correlation-config.xml 0:2',
			'jdbc-angularsc/translations/de.properties 1:2',
			'jdbc-angularsc/translations/fr.properties 0:15',
			'jdbc-angularsc/connector-metadata.json 3:11',
		]);
	});

	test('with a pattern that is none is not made', () => {
		assert.throws(() => searchIn(sample(), pattern('(', { isRegExp: true })), PatternError);
		assert.deepEqual(requests(), []);
	});
});
