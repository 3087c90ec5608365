/** How many requests a client may send within how many seconds. */
export interface Rate {
	readonly requests: number;
	readonly seconds: number;
}

/** A sliding window for each key; a request that is refused does not count. */
export class RateLimit {
	private readonly arrivals = new Map<string, number[]>();

	constructor(
		private readonly rate: Rate,
		/** A clock in milliseconds that never goes back. */
		private readonly now: () => number = () => performance.now(),
	) {}

	/** Counts a request; if the window is full, returns the seconds until it is not, rounded up, instead. */
	secondsToWait(key: string): number | undefined {
		const now = this.now();
		const window = this.rate.seconds * 1000;
		const recent = (this.arrivals.get(key) ?? []).filter(arrival => arrival > now - window);
		this.arrivals.set(key, recent);
		if (recent.length < this.rate.requests) {
			recent.push(now);
			return undefined;
		}
		const oldest = recent[0] ?? now;
		return Math.max(1, Math.ceil((oldest + window - now) / 1000));
	}
}
