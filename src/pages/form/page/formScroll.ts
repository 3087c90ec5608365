import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Scroll, ScrollPlace } from './formKept';

/** Scrolls each step to where it was when it was last shown, unless a mark is to be seen. */
export function useScroll(
	{ step, mark, follows }: Record<'step' | 'mark', string | undefined> & { readonly follows: number },
	scroll: Scroll,
	didScroll: () => void,
): { readonly element: RefObject<HTMLElement | null>; readonly onScroll: () => void } {
	const element = useRef<HTMLElement>(null);
	const before = useRef(step);
	/** The page is being scrolled to where it was. */
	const isReturning = useRef(false);
	const inNextFrames = useNextFrames();
	useLayoutEffect(() => {
		const page = element.current;
		// While the name of a step is changed, another one has the same fields with every key.
		const place = scroll[step ?? ''] ?? scroll[before.current ?? ''];
		before.current = step;
		if (!page || step === undefined) {
			return;
		}
		page.scrollTop = 0;
		scroll[step] = place;
		isReturning.current = place !== undefined;
		inNextFrames(framesLeft => {
			if (place && isReturning.current) {
				scrollTo(page, place);
				isReturning.current = framesLeft > 0;
			}
		});
	}, [step]);
	useLayoutEffect(() => {
		if (follows > 0 && mark !== undefined) {
			isReturning.current = false;
			placeOf(element.current, mark)?.scrollIntoView({ block: 'nearest' });
		}
	}, [follows]);
	const onScroll = () => {
		if (!isReturning.current) {
			inNextFrames(() => {
				if (element.current && before.current !== undefined) {
					scroll[before.current] = placeIn(element.current);
					didScroll();
				}
			});
		}
	};
	return { element, onScroll };
}

/**
 * Runs something at once and in the frames after: what comes into sight has its true height only then, which moves what is
 * below it. Something else that is to be run takes its place.
 */
function useNextFrames(): (run: (framesLeft: number) => void) => void {
	const frame = useRef(0);
	const start = (run: (framesLeft: number) => void, framesLeft: number) => {
		cancelAnimationFrame(frame.current);
		run(framesLeft);
		if (framesLeft > 0) {
			frame.current = requestAnimationFrame(() => start(run, framesLeft - 1));
		}
	};
	return run => start(run, framesToSettle);
}

const framesToSettle = 4;

/** A section may be longer than the page is high: its head is what has to be seen. */
function placeOf(page: HTMLElement | null, id: string): Element | null {
	const part = page?.querySelector(`[data-id="${CSS.escape(id)}"]`);
	return part?.querySelector(':scope > .part-head') ?? part ?? null;
}

function placeIn(page: HTMLElement): ScrollPlace | undefined {
	if (page.scrollTop === 0) {
		return undefined;
	}
	const { top } = page.getBoundingClientRect();
	const fields = page.querySelectorAll<HTMLElement>('.section > .field');
	let [first, end] = [0, fields.length];
	while (first < end) {
		const middle = (first + end) >> 1;
		if ((fields[middle]?.getBoundingClientRect().bottom ?? 0) <= top) {
			first = middle + 1;
		} else {
			end = middle;
		}
	}
	const field = fields[first];
	const id = field?.dataset['id'];
	return field && id !== undefined ? { field: id, top: field.getBoundingClientRect().top - top } : undefined;
}

function scrollTo(page: HTMLElement, { field, top }: ScrollPlace): void {
	const element = page.querySelector(`.section > [data-id="${CSS.escape(field)}"]`);
	if (element) {
		page.scrollTop += element.getBoundingClientRect().top - page.getBoundingClientRect().top - top;
	}
}
