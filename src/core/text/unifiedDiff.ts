import { createTwoFilesPatch, formatPatch } from 'diff';
import { hunksOf, mostDifferences } from './lineDiff';

/** What one text changes of another, as `diff -u` shows it; empty if nothing differs but line ends. */
export function unifiedDiff(
	before: string,
	after: string,
	[oldFileName, newFileName]: readonly [string, string],
): string {
	const old = before.replace(/\r\n?/g, '\n');
	const now = after.replace(/\r\n?/g, '\n');
	if (old === now) {
		return '';
	}
	const headerOptions = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
	const options = { context: 2, headerOptions, maxEditLength: mostDifferences };
	const patch = createTwoFilesPatch(oldFileName, newFileName, old, now, undefined, undefined, options);
	const hunks = () => wholeHunks(old.split('\n'), now.split('\n'));
	return patch ?? formatPatch({ oldFileName, newFileName, hunks: hunks(), ...noHeaders }, headerOptions);
}

const noHeaders = { oldHeader: undefined, newHeader: undefined };

/** For texts that have little in common. */
function wholeHunks(old: readonly string[], now: readonly string[]) {
	let shift = 0;
	return hunksOf(old, now).map(({ start, end, lines }) => {
		const newStart = start + shift + 1;
		shift += lines.length - (end - start);
		return {
			oldStart: start + 1,
			oldLines: end - start,
			newStart,
			newLines: lines.length,
			lines: [...old.slice(start, end).map(line => `-${line}`), ...lines.map(line => `+${line}`)],
		};
	});
}
