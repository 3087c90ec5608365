import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { checkConnector } from '../../../src/core/connector/checks/checkConnector';
import { parseProperties, type PropertiesDocument } from '../../../src/core/properties/parse';
import { parseXml } from '../../../src/core/xml/parse';
import { findProblems, findUnknownNames, lastUnknownNames } from '../../../src/language/diagnostics/problems';
import { atOnce, LatestWork } from '../../../src/util/steps';

const checked = 'isc-connector-studio.checked';

suite('Problems that are kept for quick fixes', () => {
	const connector = {
		sourceConfig: parseXml('<Form><Feild name="a"/></Form>'),
		sourceTemplate: undefined,
		correlationConfig: undefined,
		translations: new Map([['en', parseProperties('a=A\na=B\n')]]),
	};

	/** How many checks run while something is done. */
	async function checksIn(work: () => unknown): Promise<number> {
		let count = 0;
		const listen = () => {
			count++;
		};
		subscribe(checked, listen);
		await work();
		unsubscribe(checked, listen);
		return count;
	}

	test('are those of a connector until one of its texts is another one', () => {
		const problems = atOnce(findProblems(connector));
		assert.ok(problems.some(({ code }) => code === 'key-repeated'));
		assert.equal(atOnce(findProblems(connector)), problems);
		const other = { ...connector, translations: new Map([['en', parseProperties('a=A\n')]]) };
		assert.ok(!atOnce(findProblems(other)).some(({ code }) => code === 'key-repeated'));
	});

	test('are found by one check after the other, each of which runs once for all who ask', async () => {
		const other = { ...connector };
		const all = await checksIn(() => atOnce(findProblems(other)));
		assert.ok(all > 5);
		assert.equal(await checksIn(() => atOnce(findProblems(other))), 0);
		const another = { ...connector };
		const [one, two] = [findProblems(another), findProblems(another)];
		const both = await checksIn(() => {
			one.next();
			two.next();
			assert.deepEqual(atOnce(one), checkConnector(another));
			assert.deepEqual(atOnce(two), checkConnector(another));
		});
		assert.equal(both, all);
	});

	test('are not looked for any longer once there is another text', async () => {
		const work = new LatestWork();
		const [before, after] = [{ ...connector }, { ...connector }];
		const all = await checksIn(() => atOnce(findProblems({ ...connector })));
		const begun = await checksIn(async () => {
			const ends = () => work.stop();
			subscribe(checked, ends);
			assert.equal(await work.run(findProblems(before)), undefined);
			unsubscribe(checked, ends);
		});
		assert.ok(all > 1);
		assert.equal(begun, 1);
		const old = work.run(findProblems({ ...connector }));
		assert.deepEqual(await work.run(findProblems(after)), checkConnector(after));
		assert.equal(await old, undefined);
	});

	test('begin anew after a check has failed', () => {
		const broken = {
			...connector,
			get translations(): ReadonlyMap<string, PropertiesDocument> {
				throw new Error('not now');
			},
		};
		assert.throws(() => atOnce(findProblems(broken)), /not now/);
		assert.throws(() => atOnce(findProblems(broken)), /not now/);
	});

	test('are not half of them for one who asks beside another for whom a check has failed', () => {
		let isBroken = false;
		const texts = new Map([['en', parseProperties('a=A\na=B\n')]]);
		const broken = {
			...connector,
			get translations(): ReadonlyMap<string, PropertiesDocument> {
				assert.ok(!isBroken, 'not now');
				return texts;
			},
		};
		const [one, other] = [findProblems(broken), findProblems(broken)];
		for (const each of [one, other, one, other, one, other, one, other]) {
			each.next();
		}
		isBroken = true;
		assert.throws(() => atOnce(one), /not now/);
		assert.throws(() => atOnce(other), /not now/);
	});

	test('are the unknown names that were found last in the same text', () => {
		const { sourceConfig } = connector;
		assert.equal(lastUnknownNames(sourceConfig), undefined);
		const found = findUnknownNames(sourceConfig, 'source-config', []);
		assert.deepEqual(
			found.map(({ name }) => name),
			['Feild'],
		);
		assert.equal(lastUnknownNames(sourceConfig), found);
		const known = findUnknownNames(sourceConfig, 'source-config', [connector]);
		assert.equal(lastUnknownNames(sourceConfig), known);
		assert.equal(lastUnknownNames(parseXml(sourceConfig.text)), undefined);
	});
});
