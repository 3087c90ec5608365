import { useState } from 'preact/hooks';
import type { Label } from '../../../core/connector/form/formPicture';
import { fill } from '../../panel/page/connect';
import { useForm } from './formContext';
import { editLabelIn, LabelInput, partKeys } from './formLabelEdit';

interface ShownLabelProps {
	readonly label: Label;
	/** Whether it stands where nothing can be typed. */
	readonly isFixed?: boolean;
}

/** The text of a label, which a double click lets people edit; a key without a text looks otherwise. */
export function ShownLabel({ label, isFixed = false }: ShownLabelProps) {
	const { words, locale, localeName } = useForm();
	const [edited, setEdited] = useState<string>();
	const place = `${locale} ${label.key}`;
	const isEditable = !isFixed && label.origin !== 'text';
	if (isEditable && edited === place) {
		return <LabelInput key={place} label={label} onDone={() => setEdited(undefined)} />;
	}
	const languages = { locale: localeName.tag, en: 'en', key: undefined, text: undefined };
	return (
		<span
			class={`label-text origin-${label.origin}${isEditable ? ' is-editable' : ''}`}
			lang={languages[label.origin]}
			onDblClick={isEditable ? () => setEdited(place) : undefined}
		>
			{label.text || label.key || words.nameless}
		</span>
	);
}

/** What is to be known of a label besides its text. */
export function LabelMarks({ label }: { readonly label: Label | undefined }) {
	const { words, locale, localeName, showKeys } = useForm();
	if (!label) {
		return null;
	}
	return (
		<>
			{label.origin === 'en' && locale !== 'en' && (
				<span class="badge english" title={fill(words.englishTitle, localeName.name)}>
					{words.english}
				</span>
			)}{' '}
			{label.origin === 'key' && (
				<span class="badge missing" title={fill(words.noTextTitle, label.key)}>
					{words.noText}
				</span>
			)}{' '}
			{showKeys && label.origin !== 'text' && <code class="label-key">{label.key}</code>}
		</>
	);
}

/** A label that stands for itself. */
export function MarkedLabel({ label }: { readonly label: Label }) {
	return (
		<>
			<ShownLabel label={label} /> <LabelMarks label={label} />
		</>
	);
}

/** The text with its marks as words, for where there can be nothing else than text. */
export function useLabelWords(): (label: Label) => string {
	const { words, locale, showKeys } = useForm();
	return label =>
		[
			label.text || label.key || words.nameless,
			...(label.origin === 'en' && locale !== 'en' ? [`(${words.english})`] : []),
			...(label.origin === 'key' ? [`(${words.noText})`] : []),
			...(showKeys && label.origin !== 'text' && label.text !== label.key ? [`[${label.key}]`] : []),
		].join(' ');
}

interface PartButtonsProps {
	readonly id: string;
	readonly name: string;
	readonly label: Label | undefined;
	/** Whether there is nothing else in the part that has the focus and takes its keys. */
	readonly isTabStop?: boolean;
}

/** What can be done with a part: keys do it, too, see `usePartKeys`. */
export function PartButtons({ id, name, label, isTabStop = false }: PartButtonsProps) {
	const { words } = useForm();
	return (
		<>
			{label && label.origin !== 'text' && (
				<button
					type="button"
					class="icon-button reveal edit-label"
					tabIndex={-1}
					title={`${words.editText} (F2)`}
					aria-label={fill(words.editTextOf, name)}
					onClick={({ currentTarget }) => editLabelIn(currentTarget.parentElement)}
				>
					<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
						<path d="M3 13l.8-3.2 7-7 2.4 2.4-7 7zM9.5 4.1l2.4 2.4" fill="none" stroke="currentColor" />
					</svg>
				</button>
			)}
			<RevealButton {...{ id, name, isTabStop }} />
		</>
	);
}

/** Shows a part in the editor. */
function RevealButton({ id, name, isTabStop }: Omit<PartButtonsProps, 'label'>) {
	const { words, reveal } = useForm();
	return (
		<button
			type="button"
			class="icon-button reveal"
			tabIndex={isTabStop ? 0 : -1}
			title={`${words.showInEditor} (Ctrl+Enter)`}
			aria-label={fill(words.showPartInEditor, name)}
			aria-keyshortcuts={isTabStop ? partKeys : undefined}
			onClick={() => reveal(id)}
		>
			<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
				<path
					d="M6 2.5H2.5v11h11V10M9 2.5h4.5V7M13.5 2.5L7 9"
					fill="none"
					stroke="currentColor"
					stroke-width="1.2"
				/>
			</svg>
		</button>
	);
}
