import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { typedInField } from '../../../../core/text/shownInField';
import { taken } from '../tableShortcuts';

/** Where people go on after a text: nowhere in the table, if they have left it. */
export type AfterEdit = 'stay' | 'next' | 'previous' | undefined;

interface TableEditorProps {
	readonly place: RefObject<HTMLDivElement | null>;
	readonly label: string;
	readonly lang: string | undefined;
	readonly text: string;
	/** What people have typed before the page was hidden, or what could not be written. */
	readonly typed: string | undefined;
	/** Whether what is typed takes the place of the text. */
	readonly overwrite: boolean;
	readonly onTyped: (text: string) => void;
	/** The text is undefined if it is to stay as it is. */
	readonly onDone: (text: string | undefined, after: AfterEdit) => void;
}

/**
 * Where a text is edited. It lies over its cell rather than in it: the table may change while people type, and a field
 * that is moved within a page loses the caret and what is being composed.
 */
export function TableEditor(props: TableEditorProps) {
	const { place, label, lang, text, typed: typedBefore, overwrite, onTyped, onDone } = props;
	const area = useRef<HTMLTextAreaElement>(null);
	const isDone = useRef(false);
	useLayoutEffect(() => {
		const element = area.current;
		if (element) {
			element.value = typedBefore ?? text;
			element.focus({ preventScroll: true });
			element.setSelectionRange(overwrite ? 0 : element.value.length, element.value.length);
		}
	}, []);

	const finish = (saved: string | undefined, after: AfterEdit) => {
		if (!isDone.current) {
			isDone.current = true; // The field goes away, which looks as if people had left it.
			const meant = saved === undefined ? text : typedInField(text, saved, 'many');
			onDone(meant === text ? undefined : meant, after);
		}
	};
	const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }) => {
		const { key, shiftKey, altKey, currentTarget } = event;
		if (event.isComposing) {
			return;
		}
		const typed = currentTarget.value;
		if (key === 'Enter' && altKey) {
			taken(event);
			const { selectionStart, selectionEnd } = currentTarget;
			currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end');
			onTyped(currentTarget.value);
		} else if (key === 'Enter' && !shiftKey) {
			taken(event);
			finish(typed, 'stay');
		} else if (key === 'Tab') {
			taken(event);
			finish(typed, shiftKey ? 'previous' : 'next');
		} else if (key === 'Escape') {
			taken(event);
			finish(undefined, 'stay');
		}
	};
	return (
		<div ref={place} class="editor">
			<textarea
				ref={area}
				rows={1}
				aria-label={label}
				lang={lang}
				dir="auto"
				onKeyDown={onKeyDown}
				onInput={({ currentTarget }) => onTyped(currentTarget.value)}
				onBlur={({ currentTarget }) => finish(currentTarget.value, undefined)}
			/>
		</div>
	);
}
