import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Label } from '../../../core/connector/form/formPicture';
import { typedInField } from '../../../core/text/shownInField';
import { fill } from '../../panel/page/connect';
import { taken } from '../../translations/page/tableShortcuts';
import { useForm } from './formContext';

interface LabelInputProps {
	readonly label: Label;
	readonly onDone: () => void;
}

/** Where the text of a label is edited, in the language that people see. */
export function LabelInput({ label, onDone }: LabelInputProps) {
	const { words, locale, localeName, editText } = useForm();
	const input = useRef<HTMLInputElement>(null);
	const isDone = useRef(false);
	const before = label.origin === 'locale' ? label.text : '';
	useLayoutEffect(() => {
		const { activeElement } = document;
		const { current } = input;
		current?.focus();
		current?.select();
		return () => {
			// Those who have gone elsewhere stay there.
			if (document.activeElement === current && activeElement instanceof HTMLElement) {
				activeElement.focus();
			}
		};
	}, []);
	const finish = (typed: string | undefined) => {
		if (!isDone.current) {
			isDone.current = true; // The input goes away, which looks as if people had left it.
			const text = typed === undefined ? before : typedInField(before, typed, 'single');
			if (text !== before && text.trim() !== '') {
				editText({ key: label.key, locale, text, before: label.origin === 'locale' ? before : null });
			}
			onDone();
		}
	};
	return (
		<input
			ref={input}
			type="text"
			class="text-input label-input"
			aria-label={fill(words.textIn, label.key, localeName.name)}
			placeholder={label.text}
			lang={localeName.tag}
			dir="auto"
			defaultValue={before}
			onBlur={({ currentTarget }) => finish(currentTarget.value)}
			onKeyDown={event => {
				const { key, currentTarget } = event;
				if (!event.isComposing && ['Enter', 'Escape', 'F2'].includes(key)) {
					taken(event);
					const next = key === 'F2' ? textAfter(currentTarget) : undefined;
					finish(key === 'Escape' ? undefined : currentTarget.value);
					// The input goes away first, and gives the focus back.
					setTimeout(() => edit(next));
				}
			}}
		/>
	);
}

/** As they are told to people who cannot see the buttons. */
export const partKeys = 'F2 Control+Enter';

/** The keys of a part of the form: F2 edits its label and goes on from there to the next text, Control and Enter shows it in the editor. */
export function usePartKeys(id: string) {
	const { reveal } = useForm();
	return (event: KeyboardEvent & { readonly currentTarget: Element }) => {
		if (event.key === 'F2') {
			taken(event);
			editLabelIn(event.currentTarget);
		} else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			taken(event);
			reveal(id);
		}
	};
}

/** As a double click on the first text in an element does. */
export function editLabelIn(part: Element | null): void {
	edit(part?.querySelector('.is-editable'));
}

function edit(text: Element | null | undefined): void {
	text?.dispatchEvent(new MouseEvent('dblclick'));
}

/** The text on the page that comes after the one that is being edited; behind the last one, the first. */
function textAfter(input: Element): Element | undefined {
	const texts = [...document.querySelectorAll('.is-editable, .label-input')];
	return texts[(texts.indexOf(input) + 1) % texts.length];
}

/** For a click that is not the first of two; a keyboard's has no count. */
export function useSingleClick(act: () => void): (event: MouseEvent) => void {
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	return ({ detail, target }) => {
		clearTimeout(timer.current);
		if (detail < 2 && !(target instanceof HTMLInputElement)) {
			timer.current = setTimeout(act, doubleClick);
		}
	};
}

/** Milliseconds within which a second click makes a double click. */
const doubleClick = 300;
