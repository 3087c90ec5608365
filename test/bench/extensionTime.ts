import inspector from 'node:inspector';
import path from 'node:path';

/** How long an extension has worked, in milliseconds. */
export interface ExtensionTime {
	readonly total: number;
	/** The most without a pause, to about a millisecond. */
	readonly longest: number;
}

type Profile = inspector.Profiler.Profile;

/** Measures what an extension does in its host while something happens there, and not what VS Code does around it. */
export async function extensionTime(folder: string, work: () => Promise<void>): Promise<ExtensionTime> {
	const session = new inspector.Session();
	session.connect();
	const turns: number[] = [];
	let watching: NodeJS.Timeout | undefined;
	try {
		await post(session, 'Profiler.enable');
		await post(session, 'Profiler.setSamplingInterval', { interval: 200 });
		await post(session, 'Profiler.start');
		// A turn is noticed up to a millisecond late. To look at each one would keep the processor and the garbage collector busy.
		watching = setInterval(() => turns.push(Number(process.hrtime.bigint() / 1000n)), 1);
		await work();
		clearInterval(watching);
		const { profile } = await post<{ profile: Profile }>(session, 'Profiler.stop');
		return timeIn(profile, folder, turns);
	} finally {
		clearInterval(watching);
		session.disconnect();
	}
}

function post<Result>(session: inspector.Session, method: string, params: object = {}): Promise<Result> {
	return new Promise((resolve, reject) => {
		session.post(method, params, (error, result) => (error ? reject(error) : resolve(result as Result)));
	});
}

/** Sums up the samples whose stacks have the extension's code in them; what the collector takes counts for who was at work. */
function timeIn(profile: Profile, folder: string, turns: readonly number[]): ExtensionTime {
	const { nodes, samples = [], timeDeltas = [], startTime } = profile;
	const own = new Set<number>();
	const collecting = new Set<number>();
	// Parents stand before their children.
	for (const { id, callFrame, children = [] } of nodes) {
		if (callFrame.url.includes(`${folder}${path.sep}dist${path.sep}`)) {
			own.add(id);
		}
		if (callFrame.functionName === '(garbage collector)') {
			collecting.add(id);
		}
		if (own.has(id)) {
			children.forEach(child => own.add(child));
		}
	}
	const byTurn = new Map<number, number>();
	let at = startTime;
	let turn = 0;
	let wasOwn = false;
	for (const [index, sample] of samples.entries()) {
		const time = timeDeltas[index] ?? 0;
		at += time;
		while ((turns[turn] ?? Infinity) < at) {
			turn++;
		}
		wasOwn = own.has(sample) || (wasOwn && collecting.has(sample));
		if (wasOwn) {
			byTurn.set(turn, (byTurn.get(turn) ?? 0) + time / 1000);
		}
	}
	const times = [...byTurn.values()];
	return { total: times.reduce((sum, time) => sum + time, 0), longest: Math.max(0, ...times) };
}
