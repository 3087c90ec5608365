import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isTranslated } from '../../../../core/connector/translations/translation';
import type { TableWords } from '../../tableWords';
import { fill } from '../../../panel/page/connect';
import type { NewKey } from '../tableKept';
import type { LocaleName } from '../tableLocales';
import { taken } from '../tableShortcuts';

interface TableAddKeyProps {
	readonly words: TableWords;
	/** The locale of the text that is asked for; undefined if there is none yet. */
	readonly locale: LocaleName | undefined;
	readonly begun: NewKey;
	/** Whether the locale has a text for a key. */
	readonly isThere: (key: string) => boolean;
	readonly onTyped: (typed: NewKey) => void;
	readonly onAdd: (key: string, text: string) => void;
	readonly onClose: () => void;
}

/** Asks for a key and what it says. */
export function TableAddKey(props: TableAddKeyProps) {
	const { words, locale, begun, isThere, onTyped, onAdd, onClose } = props;
	const [problem, setProblem] = useState<{ readonly field: 'key' | 'text'; readonly message: string }>();
	const keyInput = useRef<HTMLInputElement>(null);
	const textInput = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => keyInput.current?.focus(), []);

	const typed = () => {
		setProblem(undefined);
		onTyped({ key: keyInput.current?.value ?? '', text: textInput.current?.value ?? '' });
	};
	const problemOf = (key: string) => {
		if (!locale) {
			return words.noLanguage;
		}
		return key === '' ? words.keyEmpty : isThere(key) ? fill(words.keyExists, key) : undefined;
	};
	const submit = (event: Event) => {
		event.preventDefault();
		const key = keyInput.current?.value.trim() ?? '';
		const text = textInput.current?.value ?? '';
		const found = problemOf(key);
		const isText = text.trim() !== '' && isTranslated(key, text);
		if (found !== undefined) {
			setProblem({ field: 'key', message: found });
			keyInput.current?.focus();
			return;
		}
		if (!isText) {
			setProblem({ field: 'text', message: words.textEmpty });
			textInput.current?.focus();
			return;
		}
		onAdd(key, text);
		onClose();
	};
	return (
		<form
			class="add-key"
			aria-label={words.addKey}
			onSubmit={submit}
			onKeyDown={event => {
				if (event.key === 'Escape') {
					taken(event);
					onClose();
				}
			}}
		>
			<label>
				{words.key}{' '}
				<input
					ref={keyInput}
					name="key"
					autocomplete="off"
					spellcheck={false}
					aria-invalid={problem?.field === 'key'}
					aria-describedby="add-key-problem"
					defaultValue={begun.key}
					onInput={typed}
				/>
			</label>
			<label class="wide">
				{fill(words.textIn, locale?.name ?? '…')}{' '}
				<input
					ref={textInput}
					name="text"
					autocomplete="off"
					aria-invalid={problem?.field === 'text'}
					aria-describedby="add-key-problem"
					lang={locale?.tag}
					defaultValue={begun.text}
					onInput={typed}
				/>
			</label>
			<button type="submit">{words.add}</button>
			<button type="button" class="secondary" onClick={onClose}>
				{words.cancel}
			</button>
			<p id="add-key-problem" role="alert" class="problem">
				{problem?.message}
			</p>
		</form>
	);
}
