import { delay } from './send/http';

export type Wait = (milliseconds: number) => Promise<void>;

/** Milliseconds before each further look, for as long as somebody waits for what comes of it. */
const quickly = [200, 800];

/** Looks until what is seen is enough, a few times within a moment at most; resolves to what was seen last. */
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
