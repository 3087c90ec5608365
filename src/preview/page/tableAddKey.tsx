import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TableWords } from '../tableWords';
import { fill } from './extension';
import { taken } from './tableShortcuts';

interface TableAddKeyProps {
	readonly words: TableWords;
	readonly isKnown: (key: string) => boolean;
	readonly onAdd: (key: string, text: string) => void;
	readonly onClose: () => void;
}

/** Asks for a key and what it says in English. */
export function TableAddKey({ words, isKnown, onAdd, onClose }: TableAddKeyProps) {
	const [problem, setProblem] = useState<string>();
	const keyInput = useRef<HTMLInputElement>(null);
	const textInput = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => keyInput.current?.focus(), []);

	const submit = (event: Event) => {
		event.preventDefault();
		const key = keyInput.current?.value.trim() ?? '';
		if (key === '' || isKnown(key)) {
			setProblem(key === '' ? words.keyEmpty : fill(words.keyExists, key));
			keyInput.current?.focus();
			return;
		}
		onAdd(key, textInput.current?.value ?? '');
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
					aria-invalid={problem !== undefined}
					aria-describedby="add-key-problem"
					onInput={() => setProblem(undefined)}
				/>
			</label>
			<label class="wide">
				{words.englishText} <input ref={textInput} name="text" autocomplete="off" lang="en" />
			</label>
			<button type="submit">{words.add}</button>
			<button type="button" class="secondary" onClick={onClose}>
				{words.cancel}
			</button>
			<p id="add-key-problem" role="alert" class="problem">
				{problem}
			</p>
		</form>
	);
}
