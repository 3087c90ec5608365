import { delay } from './send/http';

export type Wait = (milliseconds: number) => Promise<void>;

/** Milliseconds before each further look, while somebody waits for the result. */
const quickly = [200, 800];

/** Looks again after each of `waits`, until the result is enough; resolves to the last result. */
export async function lookAgain<T>(
	look: () => Promise<T>,
	isEnough: (seen: T) => boolean,
	{ wait = delay, waits = quickly }: { readonly wait?: Wait; readonly waits?: readonly number[] } = {},
): Promise<T> {
	let seen = await look();
	for (const milliseconds of waits) {
		if (isEnough(seen)) {
			break;
		}
		await wait(milliseconds);
		seen = await look();
	}
	return seen;
}
