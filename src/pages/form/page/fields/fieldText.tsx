import { useState } from 'preact/hooks';
import { isNumber } from '../../../../core/connector/form/fieldValue';
import type { FieldValue } from '../../../../core/connector/form/formPicture';
import { shownInField, typedInField, type FieldLines } from '../../../../core/text/shownInField';
import { fill } from '../../../panel/page/connect';
import type { ControlProperties } from './fieldControl';
import { taken } from '../../../translations/page/tableShortcuts';
import { useForm } from '../formContext';

/** What a control of a single text shows. */
export function textInField(value: FieldValue | undefined): string {
	return typeof value === 'string' ? value : '';
}

function textAttributes({ field, value, ids, enter }: ControlProperties, lines: FieldLines = 'single') {
	const text = textInField(value);
	return {
		id: ids.control,
		value: shownInField(text, lines),
		placeholder: field.placeholder?.text,
		'aria-describedby': ids.describedBy,
		'aria-required': field.isRequired,
		autocomplete: 'off',
		spellcheck: false,
		onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
			enter(typedInField(text, event.currentTarget.value, lines)),
	};
}

export function Text(properties: ControlProperties) {
	const inputMode = properties.field.control === 'url' ? 'url' : 'text';
	return <input type="text" class="text-input" inputMode={inputMode} {...textAttributes(properties)} />;
}

/** A text all the same: a browser's input of numbers says nothing of what it does not take for one, and loses it. */
export function NumberText(properties: ControlProperties) {
	const { words } = useForm();
	const text = textInField(properties.value).trim();
	const isProper = text === '' || isNumber(text);
	const { describedBy, control } = properties.ids;
	const problems = `${control}-problems`;
	return (
		<>
			<input
				type="text"
				class="text-input short"
				inputMode="decimal"
				{...textAttributes(properties)}
				aria-describedby={`${describedBy} ${problems}`}
				aria-invalid={!isProper}
			/>
			<div class="problems" role="status" id={problems}>
				{!isProper && <div class="note warning">{words.notNumber}</div>}
			</div>
		</>
	);
}

export function TextArea(properties: ControlProperties) {
	return <textarea class="text-input" rows={4} {...textAttributes(properties, 'many')} />;
}

export function SecretText(properties: ControlProperties) {
	const [isOpen, setOpen] = useState(false);
	return (
		<div class="secret-row" onKeyDown={opening(() => setOpen(!isOpen))}>
			{isOpen ? (
				<input type="text" key="secret" class="text-input" {...textAttributes(properties)} />
			) : (
				<input type="password" key="secret" class="text-input" {...textAttributes(properties)} />
			)}
			<OpenButton name={properties.name} isOpen={isOpen} setOpen={setOpen} />
		</div>
	);
}

export function SecretTextArea(properties: ControlProperties) {
	const [isOpen, setOpen] = useState(false);
	return (
		<div class="secret-row" onKeyDown={opening(() => setOpen(!isOpen))}>
			<textarea
				class={`text-input${isOpen ? '' : ' masked'}`}
				rows={4}
				{...textAttributes(properties, 'many')}
			/>
			<OpenButton name={properties.name} isOpen={isOpen} setOpen={setOpen} />
		</div>
	);
}

/** The button is no stop of the Tab key, so that a field is one. */
function opening(toggle: () => void): (event: KeyboardEvent) => void {
	return event => {
		if (event.key === 'ArrowDown' && event.altKey) {
			taken(event);
			toggle();
		}
	};
}

function OpenButton({
	name,
	isOpen,
	setOpen,
}: {
	readonly name: string;
	readonly isOpen: boolean;
	readonly setOpen: (isOpen: boolean) => void;
}) {
	const { words } = useForm();
	const label = fill(words.reveal, name);
	return (
		<button
			type="button"
			class="icon-button open-secret"
			tabIndex={-1}
			aria-keyshortcuts="Alt+ArrowDown"
			aria-label={label}
			title={`${label} (Alt+↓)`}
			aria-pressed={isOpen}
			onClick={() => setOpen(!isOpen)}
		>
			<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
				<path d="M1.5 8C3 5 5.5 3.7 8 3.7S13 5 14.5 8C13 11 10.5 12.3 8 12.3S3 11 1.5 8z" />
				<circle cx="8" cy="8" r="2.2" />
				{!isOpen && <path d="M2.5 13.5l11-11" />}
			</svg>
		</button>
	);
}
