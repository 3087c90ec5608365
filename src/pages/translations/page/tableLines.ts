import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { TableScroll } from './tableKept';
import { lineAt, lineRuns, lineTops, sightAt } from './grid/tableWindow';

/** Pixels above and below what is in sight, so that scrolling shows no gap. */
const margin = 600;
/** The height of a line, in pixels, before one has been seen. */
const firstGuess = 45;

/** The lines of a table of which only those near the sight are in the page; `kept` are in it wherever they are. */
export function useLines(
	lines: readonly string[],
	kept: readonly number[],
	start: TableScroll,
	onScroll: (scroll: TableScroll) => void,
) {
	const scroller = useRef<HTMLDivElement>(null);
	const heights = useRef(new Map<string, number>());
	const guess = useRef<number | undefined>(undefined);
	const [measured, measureAgain] = useReducer((count: number) => count + 1, 0);
	const [sight, setSight] = useState(() => sightAt(start.line * firstGuess, innerHeight, undefined));
	const tops = useMemo(
		() => lineTops(lines, heights.current, guess.current ?? firstGuess),
		[lines, measured],
	);

	/** Whether other lines are to be in the page than before. */
	const look = (): boolean => {
		const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
		const seen = sightAt(scrollTop, clientHeight, sight);
		setSight(seen);
		return seen !== sight;
	};
	/** Where to scroll as long as lines come into the page whose heights had to be guessed. */
	const aim = useRef<(() => void) | undefined>(undefined);
	const settle = (scroll: () => void) => {
		aim.current = scroll;
		measureAgain(undefined);
	};
	useLayoutEffect(() => {
		const isNews = scroller.current !== null && measure(scroller.current, lines, heights.current);
		if (isNews) {
			// Once: another guess would move everything that is in sight.
			guess.current ??= meanOf(heights.current);
			measureAgain(undefined);
		}
		if (aim.current) {
			aim.current();
			if (!look() && !isNews) {
				aim.current = undefined;
			}
		}
	});
	const topOf = useRef<(line: number) => number>(() => 0);
	topOf.current = line => tops[Math.min(line, lines.length)] ?? 0;
	const lookAgain = useRef(look);
	lookAgain.current = look;
	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element) {
			return undefined;
		}
		settle(() => element.scrollTo({ top: topOf.current(start.line), left: start.left, behavior: 'instant' }));
		const observer = new ResizeObserver(() => {
			lookAgain.current();
			measureAgain(undefined);
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, []);

	const position = (): TableScroll => {
		const { scrollTop = 0, scrollLeft = 0 } = scroller.current ?? {};
		// A browser scrolls to whole pixels, which may be a little less than was asked for.
		return { line: lineAt(tops, scrollTop + 1), left: scrollLeft };
	};
	useLayoutEffect(() => onScroll(position()), [tops]);

	return {
		scroller,
		runs: lineRuns(tops, [sight.top - margin, sight.top + sight.height + margin], kept),
		/** How much room the lines after this one take. */
		heightFrom: (line: number) => (tops[lines.length] ?? 0) - (tops[line] ?? 0),
		/** To be called when the table has been scrolled. */
		scrolled: () => {
			look();
			onScroll(position());
		},
		/** Scrolls, and does so again until the lines that come into sight have settled. */
		settle,
		/** How many lines are in sight. */
		page: () => {
			const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
			return Math.max(lineAt(tops, scrollTop + clientHeight) - lineAt(tops, scrollTop) - 1, 1);
		},
	};
}

/** Whether a line has another height than was known. */
function measure(scroller: Element, lines: readonly string[], heights: Map<string, number>): boolean {
	let isChanged = false;
	for (const element of scroller.querySelectorAll('[role=rowgroup] > [aria-rowindex]')) {
		const line = lines[Number(element.getAttribute('aria-rowindex')) - firstRowIndex];
		const { height } = element.getBoundingClientRect();
		// Hidden pages have no heights.
		if (line !== undefined && height > 0 && Math.abs((heights.get(line) ?? 0) - height) > 0.05) {
			heights.set(line, height);
			isChanged = true;
		}
	}
	return isChanged;
}

/** The aria-rowindex of the first line: the row of headers is the first row. */
export const firstRowIndex = 2;

function meanOf(heights: ReadonlyMap<string, number>): number {
	return [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size;
}
