import type { Label } from '../../../core/connector/form/formPicture';
import { fill } from '../../panel/page/connect';
import { useForm } from './formContext';

/** The text of a label; a key without a text looks otherwise. */
export function ShownLabel({ label }: { readonly label: Label }) {
	const { words, localeName } = useForm();
	const languages = { locale: localeName.tag, en: 'en', key: undefined, text: undefined };
	return (
		<span class={`label-text origin-${label.origin}`} lang={languages[label.origin]}>
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

/** Shows a part in the editor. */
export function RevealButton({ id, name }: { readonly id: string; readonly name: string }) {
	const { words, reveal } = useForm();
	return (
		<button
			type="button"
			class="icon-button reveal"
			title={words.showInEditor}
			aria-label={fill(words.showPartInEditor, name)}
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
