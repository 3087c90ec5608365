import type { FieldControl, FieldValue, PictureField } from './formPicture';

/** Whether a switch with this value is on. */
export function isOn(value: FieldValue | undefined): boolean {
	return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}

/** Whether there is nothing in it; a switch always says something. */
export function isEmpty(value: FieldValue): boolean {
	if (typeof value === 'boolean') {
		return false;
	}
	if (typeof value === 'string' || isItems(value)) {
		return value.length === 0;
	}
	return 'pairs' in value ? value.pairs.length === 0 : value.cards.length === 0;
}

/** What a condition may compare with. */
export function textsOf(value: FieldValue): readonly string[] {
	if (typeof value !== 'object') {
		return [String(value)];
	}
	return isItems(value) ? value : [];
}

/** A value as JSON has it; secrets are masked. */
export function plainValue(field: Pick<PictureField, 'control' | 'fields'>, value: FieldValue): unknown {
	if (secrets.has(field.control)) {
		return isEmpty(value) ? '' : masked;
	}
	if (typeof value === 'string') {
		return field.control === 'number' ? numberOrText(value) : value;
	}
	if (typeof value === 'boolean' || isItems(value)) {
		return value;
	}
	return 'pairs' in value
		? Object.fromEntries(value.pairs)
		: value.cards.map(card => plainCard(field.fields, card));
}

const masked = '••••••••';
const secrets: ReadonlySet<FieldControl> = new Set(['secret', 'secrettextarea']);

function plainCard(
	fields: readonly PictureField[],
	card: Readonly<Record<string, FieldValue>>,
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		Object.entries(card).map(([name, value]) => {
			const field = fields.find(each => each.name === name);
			return [name, plainValue(field ?? { control: 'text', fields: [] }, value)];
		}),
	);
}

/** A number, if JSON would write it just so. */
function numberOrText(text: string): number | string {
	const number = Number(text);
	return Number.isFinite(number) && JSON.stringify(number) === text ? number : text;
}

function isItems(value: FieldValue): value is readonly string[] {
	return Array.isArray(value);
}
