import type { ComponentChild } from 'preact';
import { isOn } from '../../../../core/connector/form/fieldValue';
import type { PictureField } from '../../../../core/connector/form/formPicture';
import { fill } from '../../../panel/page/connect';
import type { ControlProperties } from './fieldControl';
import { textInField } from './fieldText';
import { useForm } from '../formContext';
import { MarkedLabel, useLabelWords } from '../formLabel';

/** A toggle looks and reads as one; other switches are checkboxes. */
export function Switch({ field, value, ids, enter }: ControlProperties) {
	const isToggle = field.type.toLowerCase() === 'toggle';
	return (
		<input
			type="checkbox"
			class={isToggle ? 'switch' : 'checkbox'}
			role={isToggle ? 'switch' : undefined}
			id={ids.control}
			aria-describedby={ids.describedBy}
			aria-required={field.isRequired}
			checked={isOn(value)}
			onChange={event => enter(event.currentTarget.checked)}
		/>
	);
}

export function Radios({ field, value, ids, enter }: ControlProperties) {
	const { words } = useForm();
	const chosen = textInField(value);
	const radio = (index: number, own: string, label: ComponentChild) => (
		<div class="radio" key={index}>
			<input
				type="radio"
				name={ids.control}
				id={`${ids.control}-${index}`}
				value={own}
				checked={own === chosen}
				onChange={() => enter(own)}
			/>
			<label for={`${ids.control}-${index}`}>{label}</label>
		</div>
	);
	return (
		<fieldset
			class="radios"
			role="radiogroup"
			aria-labelledby={ids.label}
			aria-describedby={ids.describedBy}
			aria-required={field.isRequired}
		>
			{field.options.length === 0 && <div class="note">{words.noOptions}</div>}
			{field.options.map((option, index) => radio(index, option.value, <MarkedLabel label={option.label} />))}
			{chosen !== '' &&
				!isOption(field, chosen) &&
				radio(field.options.length, chosen, fill(words.noOption, chosen))}
		</fieldset>
	);
}

/** What has been chosen can be taken back. */
export function Select({ field, value, ids, enter }: ControlProperties) {
	const { words } = useForm();
	const wordsOf = useLabelWords();
	const chosen = textInField(value);
	return (
		<select
			class="select"
			id={ids.control}
			aria-describedby={ids.describedBy}
			aria-required={field.isRequired}
			value={chosen}
			onChange={event => enter(event.currentTarget.value)}
		>
			{!isOption(field, '') && <option value="">{field.placeholder?.text || words.choose}</option>}
			{chosen !== '' && !isOption(field, chosen) && (
				<option value={chosen}>{fill(words.noOption, chosen)}</option>
			)}
			{field.options.map((option, index) => (
				<option key={index} value={option.value}>
					{wordsOf(option.label)}
				</option>
			))}
		</select>
	);
}

function isOption({ options }: PictureField, value: string): boolean {
	return options.some(option => option.value === value);
}
