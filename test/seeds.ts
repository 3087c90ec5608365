import { randomInt } from 'node:crypto';

/** Numbers from 0 to 1. */
export type Random = () => number;

/** The same numbers for the same seed. */
export function seeded(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from 0 on. */
export const below = (random: Random, limit: number) => Math.floor(random() * limit);

/** One of some values, of which there are any. */
export const oneOf = <T>(random: Random, values: readonly T[]): T => values[below(random, values.length)]!;

/**
 * A test with many random inputs, each of which a seed stands for. Whatever fails says at which seed; with `ISC_SEED` the test
 * begins there. With `ISC_SOAK` it goes on for that many seconds, from a seed that is another each time.
 * @param count how many seeds there are, or at least, in a longer run
 * @param start the first seed of a usual run
 */
export function seededTest(
	title: string,
	count: number,
	body: (seeds: Iterable<number>) => void | Promise<void>,
	start = 1,
): void {
	test(`${title} (seeded)`, async function () {
		const seconds = Number(process.env['ISC_SOAK'] ?? 0);
		const first = Number(process.env['ISC_SEED'] ?? (seconds > 0 ? randomInt(2 ** 31) : start));
		const end = performance.now() + seconds * 1000;
		this.timeout(seconds > 0 ? 0 : 120_000);
		let place = '';
		function* seeds(): Generator<number, undefined> {
			let seed = first;
			for (; seed < first + count || performance.now() < end; seed++) {
				place = `seed ${seed}: `;
				yield seed;
			}
			place = `seeds ${first} to ${seed - 1}: `;
		}
		try {
			await body(seeds());
		} catch (error) {
			throw new Error(`${place}${error instanceof Error ? error.message : String(error)}`, { cause: error });
		}
	});
}
