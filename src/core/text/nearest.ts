/** For longer names nothing is looked for: it would take too long. */
const longestName = 200;

/**
 * The one of the candidates that a name is most likely a slip of; undefined if none is like it. Two of five letters may
 * differ, up to `most`.
 */
export function nearestName(name: string, candidates: Iterable<string>, most = Infinity): string | undefined {
	if (name.length > longestName) {
		return undefined;
	}
	const written = name.toLowerCase();
	let nearest: string | undefined;
	let least = Math.min(most, Math.max(1, Math.floor(name.length * 0.4))) + 1;
	for (const candidate of candidates) {
		// Letters in another case are nearer than other letters, however many they are.
		const distance = candidate === name ? 0 : 0.5 + distanceOf(written, candidate.toLowerCase(), least);
		if (distance < least) {
			nearest = candidate;
			least = distance;
		}
	}
	return nearest;
}

/**
 * Whether a name differs from another one by a letter, two swapped letters or the case only. A different digit is no slip, and
 * names of one or two letters may differ in case only.
 */
export function isSlip(name: string, meant: string): boolean {
	const [one, other] = [name.toLowerCase(), meant.toLowerCase()];
	const [shorter = 0, longer = 0] = [one.length, other.length].sort((a, b) => a - b);
	if (one === other || longer - shorter > 1 || longer < 3) {
		return one === other;
	}
	let start = 0;
	while (start < shorter && one[start] === other[start]) {
		start++;
	}
	let end = 0;
	while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) {
		end++;
	}
	const [written, wanted] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
	if (/\d/.test(written + wanted)) {
		return false;
	}
	const isSwapped = written.length === 2 && written === wanted.charAt(1) + wanted.charAt(0);
	return Math.max(written.length, wanted.length) <= 1 || isSwapped;
}

/** How many letters have to be changed, added, taken away or swapped; `most` or more, if they are that many. */
function distanceOf(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) >= most) {
		return most;
	}
	let before: readonly number[] = [];
	let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
			const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity;
			next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		before = row;
		row = next;
	}
	return row[other.length] ?? most;
}
