import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Cell } from './tableCell';

const cells = '[data-key] > [role=gridcell], [data-key] > [role=rowheader]';

/** The cell that an event is about. */
export function cellOf({ target }: { readonly target: EventTarget | null }): Cell | undefined {
	const element = target instanceof Element ? target.closest<HTMLElement>(cells) : undefined;
	const key = element?.parentElement?.dataset['key'];
	return element && key !== undefined ? { key, locale: element.dataset['locale'] } : undefined;
}

/** Whether it is a cell itself, not something in one. */
export function isCell(target: EventTarget | null): target is HTMLElement {
	return target instanceof Element && target.matches(cells);
}

/** Whether people are in the page, and in none of its fields and buttons outside of the cells. */
export function isInGrid(): boolean {
	const { activeElement, body } = document;
	return document.hasFocus() && (activeElement === body || isCell(activeElement));
}

/** In a cell, all of its text is copied, unless people have selected something. */
export function useCopy(textOf: (cell: Cell) => string | null | undefined): void {
	const latest = useRef(textOf);
	latest.current = textOf;
	useEffect(() => {
		const onCopy = (event: ClipboardEvent) => {
			// The event is about the selection, wherever that is.
			const { activeElement } = document;
			const isSelected = getSelection()?.isCollapsed === false;
			const cell = isCell(activeElement) && !isSelected ? cellOf({ target: activeElement }) : undefined;
			const text = cell && latest.current(cell);
			if (typeof text === 'string' && event.clipboardData) {
				event.clipboardData.setData('text/plain', text);
				event.preventDefault();
			}
		};
		document.addEventListener('copy', onCopy);
		return () => document.removeEventListener('copy', onCopy);
	}, []);
}

interface GridFocus {
	readonly scroller: RefObject<HTMLDivElement | null>;
	readonly editor: RefObject<HTMLDivElement | null>;
	readonly edited: Cell | undefined;
	readonly wantsFocus: { current: boolean };
	/** Scrolls until that has come to rest. */
	readonly settle: (scroll: () => void) => void;
}

/** Puts the focus and the editor where they belong, whatever has become of the cells. */
export function useGridFocus({ scroller, editor, edited, wantsFocus, settle }: GridFocus): void {
	/** People who come to the page come to the grid. */
	const hadFocus = useRef(true);
	useEffect(() => {
		const onFocusIn = ({ target }: Event) => {
			hadFocus.current = isCell(target);
		};
		const onComing = () => {
			if (hadFocus.current && document.activeElement === document.body) {
				activeCell(scroller)?.focus({ preventScroll: true });
			}
		};
		document.addEventListener('focusin', onFocusIn);
		addEventListener('focus', onComing);
		return () => {
			document.removeEventListener('focusin', onFocusIn);
			removeEventListener('focus', onComing);
		};
	}, []);

	useLayoutEffect(() => {
		const active = activeCell(scroller);
		const isHere = document.hasFocus(); // To a page that people have left, a focus would bring what they type elsewhere.
		if (wantsFocus.current && active) {
			wantsFocus.current = false;
			if (isHere) {
				active.focus({ preventScroll: true });
			}
			settle(() => active.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
		} else if (isHere && hadFocus.current && document.activeElement === document.body) {
			active?.focus({ preventScroll: true }); // The cell that had it has gone.
		}
	});

	useLayoutEffect(() => {
		const cell = edited && scroller.current && elementOf(scroller.current, edited);
		if (cell && scroller.current && editor.current) {
			lay(editor.current, cell, scroller.current);
		}
	});
	useLayoutEffect(() => {
		editor.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}, [edited?.key, edited?.locale]);
}

function activeCell(scroller: GridFocus['scroller']): HTMLElement | null | undefined {
	return scroller.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
}

function elementOf(scroller: Element, { key, locale }: Cell): Element | undefined {
	const rows = [...scroller.querySelectorAll<HTMLElement>('[data-key]')];
	const row = rows.find(({ dataset }) => dataset['key'] === key);
	return [...(row?.children ?? [])].find(
		cell => cell instanceof HTMLElement && cell.dataset['locale'] === locale,
	);
}

/** Over the cell, and going with it when the table is scrolled. */
function lay(editor: HTMLElement, cell: Element, scroller: Element): void {
	const { left, top, width, height } = cell.getBoundingClientRect();
	const around = scroller.getBoundingClientRect();
	editor.style.left = `${left - around.left - scroller.clientLeft + scroller.scrollLeft}px`;
	editor.style.top = `${top - around.top - scroller.clientTop + scroller.scrollTop}px`;
	editor.style.width = `${width}px`;
	editor.style.minHeight = `${height}px`;
}
