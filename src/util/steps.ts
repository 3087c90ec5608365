/** Work in steps: between them, whoever does it may do something else, or leave it at that. */
export type Steps<Result> = Generator<void, Result>;

/** Does work that is the only one of its kind: what begins later, or `stop`, ends what is not done yet. */
export class LatestWork {
	private latest = 0;

	/** Goes on as `inPieces` does; undefined if it was ended before the last step. */
	async run<Result>(steps: Steps<Result>): Promise<Result | undefined> {
		const run = ++this.latest;
		return inPieces(steps, () => run === this.latest);
	}

	stop(): void {
		this.latest++;
	}
}

/** Turns of the event loop, each of which is for one that waits, first come, first served. */
class Turns {
	private last: Promise<unknown> = Promise.resolve();

	next(): Promise<unknown> {
		this.last = this.last.then(() => new Promise(resolve => setImmediate(resolve)));
		return this.last;
	}
}

const turns = new Turns();

/**
 * Takes the first step at once, and each further one in a turn of the event loop in which no other work goes on, so that nobody
 * waits for more than one. Undefined if it is no longer wanted.
 */
export async function inPieces<Result>(
	steps: Steps<Result>,
	isWanted: () => boolean,
): Promise<Result | undefined> {
	for (;;) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
		await turns.next();
		if (!isWanted()) {
			return undefined;
		}
	}
}

/** Takes all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
	}
}
