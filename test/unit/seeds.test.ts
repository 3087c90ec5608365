import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { seededTest } from '../seeds';

type SeededTest = Parameters<typeof seededTest>;

/** Runs a seeded test in a Mocha of its own: what was thrown, if it failed, and how long Mocha would have waited for it. */
async function outcomeOf(...[title, count, body, start]: SeededTest) {
	const mocha = new Mocha({ ui: 'tdd', reporter: Mocha.reporters.Base });
	const usual = globalThis.test;
	const globals: Partial<Mocha.MochaGlobals> = {};
	mocha.suite.emit('pre-require', globals, '', mocha);
	try {
		globalThis.test = globals.test!;
		seededTest(title, count, body, start);
	} finally {
		globalThis.test = usual;
	}
	const [made] = mocha.suite.tests;
	const errors: Error[] = [];
	await new Promise<void>(resolve => {
		const runner = mocha.run(() => resolve());
		runner.on('fail', (_, error: Error) => errors.push(error));
	});
	mocha.dispose();
	return { title: made?.title, timeout: made?.timeout(), error: errors[0] };
}

async function seedsOf(count: number, start?: number): Promise<number[]> {
	const found: number[] = [];
	const { error } = await outcomeOf('', count, seeds => void found.push(...seeds), start);
	assert.equal(error, undefined);
	return found;
}

suite('A test with seeds', () => {
	const usual = { ...process.env };

	setup(() => {
		delete process.env['ISC_SEED'];
		delete process.env['ISC_SOAK'];
	});
	teardown(() => {
		process.env = { ...usual };
	});

	test('is told from others by its title', async () => {
		assert.equal(
			(await outcomeOf('reads everything', 1, () => undefined)).title,
			'reads everything (seeded)',
		);
	});

	test('has the same seeds in each run, from where it wants them', async () => {
		assert.deepEqual(await seedsOf(3), [1, 2, 3]);
		assert.deepEqual(await seedsOf(3), [1, 2, 3]);
		assert.deepEqual(await seedsOf(2, 40), [40, 41]);
	});

	test('begins with the seed that it is given', async () => {
		process.env['ISC_SEED'] = '4711';
		assert.deepEqual(await seedsOf(2, 40), [4711, 4712]);
	});

	test('says at which seed it failed, and why', async () => {
		const cause = new Error('it broke');
		const failing = async (seed: number) => {
			await Promise.resolve();
			if (seed === 3) {
				throw cause;
			}
		};
		const { error } = await outcomeOf('', 5, async seeds => {
			for (const seed of seeds) {
				await failing(seed);
			}
		});
		assert.deepEqual([error?.message, error?.cause], ['seed 3: it broke', cause]);
		const inLoop = await outcomeOf('', 5, seeds => {
			for (const seed of seeds) {
				assert.ok(seed < 2, 'too large');
			}
		});
		assert.equal(inLoop.error?.message, 'seed 2: too large');
	});

	test('says what the seeds were if it failed behind them', async () => {
		const { error } = await outcomeOf('', 5, seeds => assert.fail(`${[...seeds].length} are few`));
		assert.equal(error?.message, 'seeds 1 to 5: 5 are few');
	});

	test('goes on for as long as it is asked to, from another seed each time, and no less far than usual', async () => {
		process.env['ISC_SOAK'] = '0.01';
		const started = performance.now();
		const [some, others] = [await seedsOf(3), await seedsOf(3)];
		assert.ok(performance.now() - started >= 20);
		assert.ok(some.length > 3 && others.length > 3);
		assert.deepEqual(
			some,
			some.map((_, index) => some[0]! + index),
		);
		assert.notEqual(some[0], others[0]);
		process.env['ISC_SOAK'] = '0.000001';
		assert.equal((await seedsOf(1000)).length, 1000);
		assert.equal((await outcomeOf('', 1, () => undefined)).timeout, 0);
	});
});
