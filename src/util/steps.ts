/** Work in steps: between them, whoever does it may do something else, or leave it at that. */
export type Steps<Result> = Generator<void, Result>;

/** Does work that is the only one of its kind: what begins later, or `stop`, ends what is not done yet. */
export class LatestWork {
	private turn = 0;

	/** One step in each turn of the event loop; undefined if it was ended before the last one. */
	async run<Result>(steps: Steps<Result>): Promise<Result | undefined> {
		const turn = ++this.turn;
		return inPieces(steps, () => turn === this.turn);
	}

	stop(): void {
		this.turn++;
	}
}

/**
 * Takes each step in a turn of the event loop in which no other work takes one, so that nobody waits for more than one; undefined
 * if it is no longer wanted.
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
		await nextTurn();
		if (!isWanted()) {
			return undefined;
		}
	}
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** Waits for a turn of the event loop that nobody else was given. */
function nextTurn(): Promise<unknown> {
	lastTurn = lastTurn.then(() => new Promise(resolve => setImmediate(resolve)));
	return lastTurn;
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
