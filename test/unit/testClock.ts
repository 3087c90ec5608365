/** Milliseconds up to which somebody waits for what they have just done. */
const short = 999;

interface Appointment {
	readonly at: number;
	readonly work: () => void;
}

/** A clock that a test moves: it passes by itself only where somebody waits a moment for what they have just done. */
export class TestClock {
	private time = 0;
	private appointments: Appointment[] = [];
	private readonly waiting = new Set<Appointment>();

	readonly now = (): number => this.time;

	/** Has something done after so many milliseconds. */
	readonly later = (work: () => void, milliseconds: number): void => {
		this.appointments.push({ at: this.time + milliseconds, work });
	};

	readonly wait = (milliseconds: number): Promise<void> => {
		if (milliseconds <= short) {
			this.moveTo(this.time + milliseconds);
			return Promise.resolve();
		}
		return new Promise(resolve => {
			const appointment: Appointment = {
				at: this.time + milliseconds,
				work: () => {
					this.waiting.delete(appointment);
					resolve();
				},
			};
			this.waiting.add(appointment);
			this.appointments.push(appointment);
		});
	};

	/** Lets time pass, appointment by appointment, until `work` is over, which does nothing but wait and look. */
	async runUntil(work: Promise<unknown>): Promise<void> {
		const state = { isOver: false };
		void work.finally(() => (state.isOver = true)).catch(() => undefined);
		for (;;) {
			await new Promise(resolve => setImmediate(resolve));
			if (state.isOver) {
				return;
			}
			const next = Math.min(...[...this.waiting].map(({ at }) => at));
			if (Number.isFinite(next)) {
				this.moveTo(next);
			}
		}
	}

	/** Lets milliseconds pass, with whatever was to be done meanwhile. */
	pass(milliseconds: number): void {
		this.moveTo(this.time + milliseconds);
	}

	/** Forgets what is yet to be done. */
	clear(): void {
		this.appointments = [];
		this.waiting.clear();
	}

	private moveTo(time: number): void {
		for (;;) {
			const [next] = this.appointments.filter(({ at }) => at <= time).sort((one, other) => one.at - other.at);
			if (!next) {
				break;
			}
			this.appointments = this.appointments.filter(each => each !== next);
			this.time = Math.max(this.time, next.at);
			next.work();
		}
		this.time = Math.max(this.time, time);
	}
}
