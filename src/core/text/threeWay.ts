import { hunksOf, type Hunk } from './lineDiff';

/** What two people made of the same lines. */
export interface Conflict {
	/** None if nobody knows what the lines were. */
	readonly base: readonly string[];
	/** The line of that text, counted from 0, where they begin. */
	readonly baseAt: number;
	readonly theirs: readonly string[];
	readonly yours: readonly string[];
	/** The line of your text, counted from 0, where yours begin. */
	readonly at: number;
}

/** Lines of a merged text: settled, or for a person to decide. */
export type MergePart = { readonly settled: readonly string[] } | { readonly conflict: Conflict };

/** The lines that stand for a conflict. */
export type Side = 'theirs' | 'yours' | 'both';

/**
 * Merges two texts that were made from one: changes that do not touch each other are settled. Without the text that both were
 * made from, every difference is a conflict. Line ends do not count.
 */
export function threeWay(base: string | undefined, theirs: string, yours: string): readonly MergePart[] {
	const [their, your] = [linesOf(theirs), linesOf(yours)];
	return base === undefined ? twoWay(their, your) : threeWayOfLines(linesOf(base), their, your);
}

function threeWayOfLines(
	base: readonly string[],
	theirs: readonly string[],
	yours: readonly string[],
): readonly MergePart[] {
	const their = new ChangedLines(base, theirs);
	const your = new ChangedLines(base, yours);
	const parts: MergePart[] = [];
	let at = 0;
	for (const { start, end } of touching([...their.hunks, ...your.hunks])) {
		parts.push({ settled: base.slice(at, start) });
		const [theirLines, yourLines] = [their.linesIn(start, end), your.linesIn(start, end)];
		if (!their.isChangedIn(start, end) || isSame(theirLines, yourLines)) {
			parts.push({ settled: yourLines });
		} else if (!your.isChangedIn(start, end)) {
			parts.push({ settled: theirLines });
		} else {
			const lines = { base: base.slice(start, end), theirs: theirLines, yours: yourLines };
			parts.push({ conflict: { ...lines, baseAt: start, at: your.lineAt(start) } });
		}
		at = end;
	}
	return [...parts, { settled: base.slice(at) }];
}

/** What somebody has made of the lines of a text. */
class ChangedLines {
	readonly hunks: readonly Hunk[];

	constructor(
		base: readonly string[],
		private readonly lines: readonly string[],
	) {
		this.hunks = hunksOf(base, lines);
	}

	isChangedIn(start: number, end: number): boolean {
		return this.hunks.some(hunk => hunk.start >= start && hunk.end <= end);
	}

	/** What stands for lines of the base, between or around which the changes are. */
	linesIn(start: number, end: number): readonly string[] {
		const after = this.hunks.filter(hunk => hunk.start >= start && hunk.end <= end);
		return this.lines.slice(this.lineAt(start), this.lineAt(start) + end - start + growthOf(after));
	}

	/** The line that stands for one of the base, or for what was put before it. */
	lineAt(baseLine: number): number {
		return baseLine + growthOf(this.hunks.filter(({ end, start }) => end <= baseLine && start < baseLine));
	}
}

function growthOf(hunks: readonly Hunk[]): number {
	return hunks.reduce((sum, { start, end, lines }) => sum + lines.length - (end - start), 0);
}

/** The places of changes; those that overlap or touch are one. */
function touching(hunks: readonly Hunk[]): readonly { readonly start: number; readonly end: number }[] {
	const places: { start: number; end: number }[] = [];
	for (const { start, end } of hunks.toSorted((one, other) => one.start - other.start)) {
		const last = places.at(-1);
		if (last && start <= last.end) {
			last.end = Math.max(last.end, end);
		} else {
			places.push({ start, end });
		}
	}
	return places;
}

function twoWay(theirs: readonly string[], yours: readonly string[]): readonly MergePart[] {
	const parts: MergePart[] = [];
	let [at, theirAt] = [0, 0];
	for (const { start, end, lines } of hunksOf(theirs, yours)) {
		const line = at + start - theirAt;
		parts.push({ settled: yours.slice(at, line) });
		parts.push({
			conflict: { base: [], baseAt: 0, theirs: theirs.slice(start, end), yours: lines, at: line },
		});
		[at, theirAt] = [line + lines.length, end];
	}
	return [...parts, { settled: yours.slice(at) }];
}

export function conflictsOf(parts: readonly MergePart[]): readonly Conflict[] {
	return parts.flatMap(part => ('conflict' in part ? [part.conflict] : []));
}

/** The merged text, with these line ends. */
export function mergedText(
	parts: readonly MergePart[],
	sideOf: (conflict: Conflict) => Side,
	lineEnd = '\n',
): string {
	return parts
		.flatMap(part => ('conflict' in part ? linesOn(sideOf(part.conflict), part.conflict) : part.settled))
		.join(lineEnd);
}

/** The merged text with each conflict as Git marks it. */
export function markedText(parts: readonly MergePart[]): string {
	return parts.flatMap(part => ('conflict' in part ? markedLines(part.conflict) : part.settled)).join('\n');
}

/** How many of the conflicts a text leaves as they were before both changes. */
export function undecidedCount(base: string, conflicts: readonly Conflict[], text: string): number {
	const changes = hunksOf(linesOf(base), linesOf(text));
	return conflicts.filter(({ baseAt, base: { length } }) =>
		changes.every(({ start, end }) => end < baseAt || start > baseAt + length),
	).length;
}

function linesOn(side: Side, { theirs, yours }: Conflict): readonly string[] {
	switch (side) {
		case 'theirs':
			return theirs;
		case 'yours':
			return yours;
		case 'both':
			return [...theirs, ...yours];
	}
}

function markedLines({ base, theirs, yours }: Conflict): readonly string[] {
	return ['<<<<<<<', ...theirs, '|||||||', ...base, '=======', ...yours, '>>>>>>>'];
}

/** Whether two texts have the same lines, whatever their line ends are. */
export function hasSameLines(one: string, other: string): boolean {
	return isSame(linesOf(one), linesOf(other));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((line, index) => line === other[index]);
}

function linesOf(text: string): string[] {
	return text.split(/\r\n|\r|\n/);
}
