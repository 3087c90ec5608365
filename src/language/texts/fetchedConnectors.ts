import type { FetchedTexts } from './fetchedTexts';

/** Milliseconds for which a connector that could not be fetched is not asked for again. */
const pause = 60_000;
/** Of how many connectors the texts are kept: a rich one takes some 200 KB. */
const mostConnectors = 40;

interface Fetching {
	readonly texts: Promise<FetchedTexts>;
	/** The texts, once they are there. */
	known?: FetchedTexts;
}

interface Failure {
	readonly texts: Promise<FetchedTexts>;
	/** By `now`. */
	readonly at: number;
}

export interface FetchingEvents {
	readonly fetched: (folder: string) => void;
	/** What was kept of a connector is kept no longer. */
	readonly dropped: (folder: string) => void;
}

/** What has been fetched of connectors, and what could not be; by the URIs of their folders. */
export class FetchedConnectors {
	/** The one used last is the last. */
	private readonly fetchings = new Map<string, Fetching>();
	private readonly failures = new Map<string, Failure>();

	constructor(
		private readonly fetch: (folder: string) => Promise<FetchedTexts>,
		private readonly events: FetchingEvents,
		/** Milliseconds. */
		private readonly now: () => number = () => performance.now(),
	) {}

	/** @param again asks again for what has just failed, which else fails in the same way */
	async get(folder: string, again: boolean): Promise<FetchedTexts> {
		const failure = again ? undefined : this.failureOf(folder);
		if (failure) {
			return failure.texts;
		}
		const fetching = this.fetchings.get(folder) ?? { texts: this.fetch(folder) };
		this.fetchings.delete(folder);
		this.fetchings.set(folder, fetching);
		try {
			return this.keep(folder, fetching, await fetching.texts);
		} catch (error) {
			if (this.fetchings.get(folder) === fetching) {
				this.fetchings.delete(folder);
				this.failures.set(folder, { texts: fetching.texts, at: this.now() });
			}
			throw error;
		}
	}

	/** What is newer takes the place of what was fetched before. */
	renew(folder: string, texts: FetchedTexts): void {
		const fetching: Fetching = { texts: Promise.resolve(texts) };
		this.fetchings.delete(folder);
		this.fetchings.set(folder, fetching);
		this.keep(folder, fetching, texts);
	}

	/** Undefined if nothing has been fetched. */
	known(folder: string): FetchedTexts | undefined {
		return this.fetchings.get(folder)?.known;
	}

	/** Whether `get` would answer without fetching. */
	has(folder: string): boolean {
		return this.fetchings.has(folder) || this.hasJustFailed(folder);
	}

	/** Whether `get` would fail as it did a moment ago. */
	hasJustFailed(folder: string): boolean {
		return this.failureOf(folder) !== undefined;
	}

	/** Of everything that was asked for. */
	folders(): readonly string[] {
		return [...this.fetchings.keys(), ...this.failures.keys()];
	}

	/** True if there was something to forget. */
	forget(folder: string): boolean {
		const hadFailed = this.failures.delete(folder);
		const wasFetched = this.fetchings.delete(folder);
		if (wasFetched) {
			this.events.dropped(folder);
		}
		return wasFetched || hadFailed;
	}

	private failureOf(folder: string): Failure | undefined {
		const failure = this.failures.get(folder);
		return failure && this.now() - failure.at < pause ? failure : undefined;
	}

	private keep(folder: string, fetching: Fetching, texts: FetchedTexts): FetchedTexts {
		if (!fetching.known) {
			fetching.known = texts;
			this.failures.delete(folder);
			this.events.fetched(folder);
		}
		this.dropOldest();
		return texts;
	}

	private dropOldest(): void {
		for (const folder of [...this.fetchings.keys()].slice(0, -mostConnectors)) {
			this.fetchings.delete(folder);
			this.events.dropped(folder);
		}
	}
}
