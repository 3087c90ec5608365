import { fieldTypeOf } from './fieldTypes';
import type { Mention } from './mention';
import { hasToken } from './hasToken';

/** The part of a field that decides which values it can have. */
interface Valued {
	readonly type: { readonly name: string } | undefined;
	readonly options: readonly { readonly value: { readonly name: string } | undefined }[];
}

type Named = Pick<Mention, 'name' | 'range'>;

/** The values that a parentValue lists, any of which will do. Their separator is not documented: `,`, `;` and `|` are taken. */
export function wantedValues(parentValue: string): ReadonlySet<string> {
	return new Set([parentValue, ...listedValues(parentValue)]);
}

function listedValues(parentValue: string): readonly string[] {
	return parentValue
		.split(/[,;|]/)
		.map(each => each.trim())
		.filter(each => each !== '');
}

/** Where the values stand that a parentValue names: the whole of it, or what it lists. */
export function wantedIn(
	text: string,
	{ name, range }: Named,
	isValue: (text: string) => boolean,
): readonly Named[] {
	const written = text.slice(range.start, range.end);
	if (isValue(name) || written !== name) {
		return [{ name, range }];
	}
	return [...written.matchAll(/[^,;|\s](?:[^,;|]*[^,;|\s])?/g)].map(({ 0: each, index }) => ({
		name: each,
		range: { start: range.start + index, end: range.start + index + each.length },
	}));
}

/** The state of a switch that a text stands for, in any case of letters: `True` is on. Undefined if it stands for none. */
export function switchValue(text: string): boolean | undefined {
	const said = text.trim().toLowerCase();
	return said === 'true' ? true : said === 'false' ? false : undefined;
}

/** Whether a text stands for a switch that is on. */
export function isTrue(text: string): boolean {
	return switchValue(text) === true;
}

/** All values that a field can have; undefined if that is open, as with a text or with options that come from elsewhere. */
export function valuesOf({ type, options }: Valued): readonly string[] | undefined {
	const { texts } = fieldTypeOf(type?.name);
	if (texts ?? options.length === 0) {
		return texts;
	}
	const values = options.flatMap(({ value }) => (value && !hasToken(value.name) ? value.name : []));
	return values.length === options.length ? values : undefined;
}

/** Whether all that a parentValue names is among the values that a field can have. */
export function canBe(values: ReadonlySet<string>, parentValue: string): boolean {
	const isOne = (text: string) => values.has(text) || values.has(String(switchValue(text)));
	const listed = listedValues(parentValue);
	return isOne(parentValue) || (listed.length > 0 && listed.every(isOne));
}

/** The values of a field with which a condition on it holds; undefined if all but an empty one do. */
export function holdingValues(
	field: Valued,
	parentValue: string | undefined,
): ReadonlySet<string> | undefined {
	const isSwitch = fieldTypeOf(field.type?.name).control === 'switch';
	if (parentValue === undefined) {
		return isSwitch ? new Set(['true']) : undefined;
	}
	const wanted = [...wantedValues(parentValue)];
	const values = valuesOf(field);
	return new Set(
		isSwitch
			? wanted.map(text => String(switchValue(text))).filter(text => text !== 'undefined')
			: values
				? wanted.filter(text => values.includes(text))
				: wanted,
	);
}
