import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface TablePopoverProps {
	readonly id: string;
	readonly label: string;
	/** What the button shows. */
	readonly face: ComponentChildren;
	/** Whether the button shows something else than its label. */
	readonly isIcon?: boolean;
	readonly children: ComponentChildren;
}

/** A button, and what it opens: a click elsewhere or Escape closes it, and the focus returns to the button. */
export function TablePopover({ id, label, face, isIcon = false, children }: TablePopoverProps) {
	const button = useRef<HTMLButtonElement>(null);
	const popover = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { current } = popover;
		const toggled = ({ newState }: ToggleEvent) => {
			button.current?.setAttribute('aria-expanded', String(newState === 'open'));
			if (newState === 'open') {
				current?.focus();
			}
		};
		current?.addEventListener('toggle', toggled);
		return () => current?.removeEventListener('toggle', toggled);
	}, []);
	return (
		<>
			<button
				ref={button}
				type="button"
				class={isIcon ? 'secondary icon' : 'secondary'}
				title={isIcon ? label : undefined}
				aria-label={isIcon ? label : undefined}
				aria-haspopup="dialog"
				aria-expanded="false"
				popovertarget={id}
				style={{ anchorName: `--${id}` }}
			>
				{face}
			</button>
			<div
				ref={popover}
				id={id}
				class="popover"
				popover="auto"
				role="dialog"
				aria-label={label}
				tabIndex={-1}
				style={{ positionAnchor: `--${id}` }}
			>
				{children}
			</div>
		</>
	);
}

/** Closes the popover that something in it belongs to, as what was to be done in it is done. */
export function closePopover(element: Element): void {
	element.closest<HTMLElement>('[popover]')?.hidePopover();
}
