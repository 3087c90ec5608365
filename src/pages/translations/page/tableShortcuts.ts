import { useEffect, useRef } from 'preact/hooks';

/**
 * What is done for a letter that is pressed with Control or Command, behind `shift+` with the Shift key, too; `false` leaves
 * the key to others.
 */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/** Shortcuts of the whole page, which VS Code does not get to see. */
export function useShortcuts(shortcuts: Shortcuts): void {
	const latest = useRef(shortcuts);
	latest.current = shortcuts;
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
			const act = latest.current[`${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`];
			if (act && ctrlKey !== metaKey && !altKey && act(event) !== false) {
				taken(event);
			}
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);
}

/** Nobody else is to act on the event: neither the browser nor VS Code. */
export function taken(event: Event): void {
	event.preventDefault();
	event.stopPropagation();
}

/** Whether an event is about a place where people type. */
export function isInInput({ target }: Event): boolean {
	return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
