import assert from 'node:assert/strict';
import type { FetchedTexts } from '../../../src/language/texts/fetchedTexts';
import { FetchedConnectors } from '../../../src/language/texts/fetchedConnectors';

suite('Fetched connectors', () => {
	const folder = 'isc-connector://acme/jdbc';
	let time: number;
	let asked: string[];
	let told: string[];
	let answer: () => Promise<FetchedTexts>;
	let connectors: FetchedConnectors;

	setup(() => {
		time = 0;
		asked = [];
		told = [];
		answer = () => Promise.resolve({ texts: new Map(), askedAt: time });
		connectors = new FetchedConnectors(
			each => {
				asked.push(each);
				return answer();
			},
			{
				fetched: each => void told.push(`fetched ${each}`),
				dropped: each => void told.push(`dropped ${each}`),
			},
			() => time,
		);
	});

	const fail = (message: string) => {
		answer = () => Promise.reject(new Error(message));
	};
	const get = (again = false) => connectors.get(folder, again);

	test('are fetched once, and told once, however many ask at once', async () => {
		await Promise.all([get(), get()]);
		await get();
		assert.deepEqual(asked, [folder]);
		assert.deepEqual(told, [`fetched ${folder}`]);
		assert.ok(connectors.known(folder));
	});

	test('give way to newer ones, which is told', async () => {
		await get();
		const newer = { texts: new Map([['translations/en', 'a=b'] as const]), askedAt: 7 };
		connectors.renew(folder, newer);
		assert.equal(connectors.known(folder), newer);
		assert.equal(await get(), newer);
		assert.deepEqual(asked, [folder]);
		assert.deepEqual(told, [`fetched ${folder}`, `fetched ${folder}`]);
	});

	test('that fail fail as they did for a minute, and are asked for again after it', async () => {
		fail('one');
		await assert.rejects(get(), /one/);
		fail('other');
		time = 59_999;
		assert.ok(connectors.hasJustFailed(folder));
		await assert.rejects(get(), /one/);
		assert.equal(asked.length, 1);
		time = 60_000;
		assert.ok(!connectors.hasJustFailed(folder));
		await assert.rejects(get(), /other/);
		assert.equal(asked.length, 2);
	});

	test('that fail are asked for again when a person wants it, and are known from then on', async () => {
		fail('one');
		await assert.rejects(get(), /one/);
		answer = () => Promise.resolve({ texts: new Map(), askedAt: time });
		await get(true);
		assert.ok(!connectors.hasJustFailed(folder));
		await get();
		await get(true);
		assert.equal(asked.length, 2);
	});

	test('that fail are asked for again once they are forgotten, also if that was meanwhile', async () => {
		fail('one');
		await assert.rejects(get(), /one/);
		assert.deepEqual(connectors.folders(), [folder]);
		assert.ok(connectors.forget(folder));
		assert.ok(!connectors.forget(folder));
		const under = get();
		connectors.forget(folder);
		await assert.rejects(under, /one/);
		assert.ok(!connectors.hasJustFailed(folder));
		assert.equal(asked.length, 2);
	});

	test('are kept as long as they are among the forty used last', async () => {
		const names = Array.from({ length: 41 }, (_, index) => `${folder}${index}`);
		for (const name of names.slice(0, 40)) {
			await connectors.get(name, false);
		}
		await connectors.get(names[0] ?? '', false);
		await connectors.get(names[40] ?? '', false);
		assert.deepEqual(
			names.filter(name => !connectors.known(name)),
			[names[1]],
		);
		assert.deepEqual(
			told.filter(each => each.startsWith('dropped')),
			[`dropped ${names[1]}`],
		);
	});
});
