import { useId } from 'preact/hooks';
import { isMisfit, slotOf } from '../../../../core/connector/form/entered';
import type { FieldValue, InitialValue, PictureField } from '../../../../core/connector/form/formPicture';
import { fill } from '../../../panel/page/connect';
import { FieldControlOf, isGroup } from './fieldControl';
import { useForm } from '../formContext';
import { LabelMarks, MarkedLabel, PartButtons, ShownLabel } from '../formLabel';
import { usePartKeys, useSingleClick } from '../formLabelEdit';
import { memo } from '../formMemo';
import { isBlank } from '../partsOnPage';

interface FieldProperties {
	readonly field: PictureField;
	readonly value: FieldValue | undefined;
	/** Whether people have entered the value in the preview. */
	readonly isEntered: boolean;
	/** The marked part, if it is this field or one in its cards. */
	readonly mark: string | undefined;
	/** For fields with cards only: each entry makes another set, which would render all fields again. */
	readonly shown: ReadonlySet<string> | undefined;
	readonly enter: (slot: string, value: FieldValue) => void;
}

/** A field with its label, its help and what it is filled in with. */
export const Field = memo(({ field, value, isEntered, mark, shown, enter }: FieldProperties) => {
	const { words } = useForm();
	const id = useId();
	const isMarked = mark === field.id;
	const onKeyDown = usePartKeys(field.id);
	const wants = field.isRequired && isBlank(value);
	const ids = {
		control: `${id}-control`,
		label: `${id}-label`,
		describedBy: `${field.help ? `${id}-help ` : ''}${id}-marks ${id}-notes`,
	};
	const name = field.label ? field.label.text || field.label.key : field.name || words.nameless;
	return (
		<div
			class={`field${isMarked ? ' is-marked' : ''}${wants ? ' is-wanting' : ''}`}
			data-id={field.id}
			data-name={field.name}
			data-control={field.control}
			aria-current={isMarked ? 'location' : undefined}
			onKeyDown={onKeyDown}
		>
			<div class="field-head">
				<FieldLabel field={field} ids={ids} />
				{field.isRequired && (
					<span class="required" aria-hidden="true">
						*
					</span>
				)}
				<span class="marks" id={`${id}-marks`}>
					{wants && <span class="wanting">{words.required}</span>}
					{field.isRequired && !wants && isGroup(field) && (
						<span class="visually-hidden">{words.required}</span>
					)}
					{field.isHidden && <span class="badge hidden-field">{words.hidden}</span>}
					<LabelMarks label={field.label} />
				</span>
				<PartButtons id={field.id} name={name} label={field.label} />
			</div>
			{field.help && (
				<div class="field-help" id={`${id}-help`}>
					<MarkedLabel label={field.help} />
				</div>
			)}
			<FieldControlOf
				field={field}
				name={name}
				value={value}
				ids={ids}
				mark={mark}
				shown={shown}
				enter={entered => enter(slotOf(field), entered)}
			/>
			<FieldNotes field={field} initial={isEntered ? undefined : field.initial} id={`${id}-notes`} />
		</div>
	);
});

/** A click on it shows the field in the editor. */
function FieldLabel({
	field,
	ids,
}: {
	readonly field: PictureField;
	readonly ids: { readonly control: string; readonly label: string };
}) {
	const { words, reveal } = useForm();
	const text = field.label ? (
		<ShownLabel label={field.label} />
	) : (
		<span class="label-text nameless">{field.name || words.nameless}</span>
	);
	const title = [field.name, field.type].filter(each => each !== '').join(': ');
	const show = useSingleClick(() => reveal(field.id));
	const onClick = (event: MouseEvent) => {
		if (!(event.target instanceof HTMLInputElement)) {
			event.preventDefault(); // A label would switch a switch, too.
		}
		show(event);
	};
	return isGroup(field) ? (
		<span class="field-label" id={ids.label} title={title} onClick={onClick}>
			{text}
		</span>
	) : (
		<label class="field-label" id={ids.label} for={ids.control} title={title} onClick={onClick}>
			{text}
		</label>
	);
}

function FieldNotes({
	field,
	initial,
	id,
}: {
	readonly field: PictureField;
	readonly initial: InitialValue | undefined;
	readonly id: string;
}) {
	const { words, showKeys } = useForm();
	const origins = {
		value: words.fromValue,
		'source-template': words.fromTemplate,
		defaultValue: words.fromDefault,
	};
	const { placeholder } = field;
	const [before = '', after = ''] = words.placeholder.split('{0}');
	const isPlaceholderOdd = placeholder?.origin === 'key' || placeholder?.origin === 'en';
	return (
		<div class="field-notes" id={id}>
			{field.control === 'unknown' && <div class="note">{fill(words.unknownType, field.type)}</div>}
			{placeholder && (showKeys || isPlaceholderOdd) && (
				<div class="note">
					{before}
					<MarkedLabel label={placeholder} />
					{after}
				</div>
			)}
			{initial && isMisfit(field) && <div class="note warning">{words.misfit}</div>}
			{showKeys && initial && <div class="note initial">{origins[initial.origin]}</div>}
		</div>
	);
}
