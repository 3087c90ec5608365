import type { FormPicture, PictureField, PictureOption, ShownWhile } from '../form/formPicture';
import { initialAttribute } from '../form/submitted';
import { isSecret } from '../model/fieldTypes';

/** What a reference of fields says beside what is written in the form. */
export interface ReferenceWords {
	readonly heading: Readonly<
		Record<'label' | 'key' | 'type' | 'required' | 'default' | 'options' | 'condition' | 'secret', string>
	>;
	readonly yes: string;
	/** Of a field that administrators do not see. */
	readonly hidden: string;
	/** Between conditions that all have to hold. */
	readonly and: string;
	/** `{0}` stands for the field that may have any value. */
	readonly anyValue: string;
}

/** The fields of a form as rows of texts, below a heading; those without a key have no value, and no row. */
export function referenceRows(
	picture: FormPicture,
	{ heading, yes, hidden, and, anyValue }: ReferenceWords,
): readonly (readonly string[])[] {
	const conditionText = ({ name, value }: ShownWhile) =>
		value === undefined ? anyValue.replace('{0}', () => name) : `${name} = ${value}`;
	const rowsOf = (fields: readonly PictureField[], around: string): readonly (readonly string[])[] =>
		fields
			.filter(({ name }) => name !== '')
			.flatMap(field => {
				const key = around + field.name;
				const conditions = field.conditions.map(conditionText).join(` ${and} `);
				const row = [
					field.label?.text ?? '',
					key,
					field.type || 'text',
					field.isRequired ? yes : '',
					textOf(initialAttribute(field)),
					field.options.map(optionText).join(', '),
					[field.isHidden ? hidden : '', conditions].filter(text => text !== '').join(', '),
					isSecret(field.control) ? yes : '',
				];
				return [row, ...rowsOf(field.fields, `${key}[].`)];
			});
	const { label, key, type, required, options, condition, secret } = heading;
	const fields = picture.steps.flatMap(({ sections }) => sections.flatMap(section => section.fields));
	return [[label, key, type, required, heading.default, options, condition, secret], ...rowsOf(fields, '')];
}

function optionText({ label: { text }, value }: PictureOption): string {
	return text === value ? value : `${text} (${value})`;
}

function textOf(value: unknown): string {
	return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
