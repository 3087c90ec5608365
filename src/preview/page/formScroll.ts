import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Scroll, ScrollPlace } from './formKept';

/** Each step is where it was when it was last shown, unless a mark is to be seen. */
export function useScroll(
	{ step, mark, follows }: Record<'step' | 'mark', string | undefined> & { readonly follows: number },
	scroll: Scroll,
	didScroll: () => void,
): { readonly element: RefObject<HTMLElement | null>; readonly onScroll: () => void } {
	const element = useRef<HTMLElement>(null);
	const before = useRef(step);
	useLayoutEffect(() => {
		// While the name of a step is changed, another one has the same fields with every key.
		const place = scroll[step ?? ''] ?? scroll[before.current ?? ''];
		before.current = step;
		if (!element.current) {
			return;
		}
		element.current.scrollTop = 0;
		if (place) {
			const page = element.current;
			scrollTo(page, place);
			requestAnimationFrame(() => scrollTo(page, place)); // What has come into sight has its true height.
		}
	}, [step]);
	useLayoutEffect(() => {
		if (follows > 0 && mark !== undefined) {
			placeOf(element.current, mark)?.scrollIntoView({ block: 'nearest' });
		}
	}, [follows]);
	const onScroll = () => {
		if (element.current && step !== undefined) {
			scroll[step] = placeIn(element.current);
			didScroll();
		}
	};
	return { element, onScroll };
}

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
