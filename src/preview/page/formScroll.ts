import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How far the steps are scrolled down, by their ids. */
export type Scroll = Record<string, number>;

/** Each step is where it was when it was last shown, unless a mark is to be seen. */
export function useScroll(
	{ step, mark, follows }: Record<'step' | 'mark', string | undefined> & { readonly follows: number },
	scroll: Scroll,
	didScroll: () => void,
): { readonly element: RefObject<HTMLElement | null>; readonly onScroll: () => void } {
	const element = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		if (element.current && step !== undefined) {
			element.current.scrollTop = scroll[step] ?? 0;
		}
	}, [step]);
	useLayoutEffect(() => {
		if (follows > 0 && mark !== undefined) {
			placeOf(element.current, mark)?.scrollIntoView({ block: 'nearest' });
		}
	}, [follows]);
	const onScroll = () => {
		if (element.current && step !== undefined) {
			scroll[step] = element.current.scrollTop;
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
