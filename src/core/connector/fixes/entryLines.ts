import { escapeAttribute, escapeText } from '../../xml/values';
import { switchValue } from '../model/conditions';
import { isList, isMap, type EntryValue } from '../form/entryValue';
import { numberIn } from '../form/fieldValue';
import { enteredWith, type FieldControl, type FieldType } from '../model/fieldTypes';
import { itemsIn, jsonIn, pairsIn } from '../form/writtenValue';

/** The lines of an entry with a form's default as its value; as a text, if its field cannot read that. */
export function entryLines(
	key: string,
	{ type, written, secrets }: FormDefault,
	unit: string,
): readonly string[] {
	const value = templateValue(type.control, written);
	return linesOf(key, type.hasNoEntry ? '' : withoutKeys(value ?? written, secrets), unit);
}

/** What a field of a form starts with. */
export interface FormDefault {
	readonly type: FieldType;
	readonly written: string;
	/** The fields on its cards whose values a template must not hold. */
	readonly secrets: ReadonlySet<string>;
}

/** A template has numbers, too, which a field holds as texts. */
type TemplateValue = EntryValue | number;

function templateValue(control: FieldControl, written: string): TemplateValue | undefined {
	if (control === 'number') {
		const number = numberIn(written);
		return Number.isInteger(number) ? number : undefined;
	}
	switch (enteredWith(control)) {
		case 'switch':
			return written.trim() === '' ? false : switchValue(written);
		case 'list': {
			const list = jsonIn(written);
			return isList(list) ? list : itemsIn(written);
		}
		case 'pairs': {
			const map = written.trim() === '' ? { pairs: [] } : (jsonIn(written) ?? pairsIn(written));
			return isMap(map) ? map : undefined;
		}
		case 'cards': {
			const list = written.trim() === '' ? [] : jsonIn(written);
			return isList(list) && list.every(isMap) ? list : undefined;
		}
		case 'text':
		case 'files':
			return undefined;
	}
}

/** Of cards, without what is secret. */
function withoutKeys(value: TemplateValue, keys: ReadonlySet<string>): TemplateValue {
	if (isList(value)) {
		return value.map(card => (isMap(card) ? { pairs: card.pairs.filter(([key]) => !keys.has(key)) } : card));
	}
	return value;
}

function linesOf(key: string, value: TemplateValue, unit: string): readonly string[] {
	const start = `entry key="${escapeAttribute(key, '"')}"`;
	return typeof value === 'string'
		? [`<${start} value="${escapeAttribute(value, '"')}"/>`]
		: [
				`<${start}>`,
				...indented(['<value>', ...indented(elementLines(value, unit), unit), '</value>'], unit),
				'</entry>',
			];
}

function elementLines(value: TemplateValue, unit: string): readonly string[] {
	if (typeof value === 'boolean') {
		return [`<Boolean>${value}</Boolean>`];
	}
	if (typeof value === 'number') {
		return [value === (value | 0) ? `<Integer>${value}</Integer>` : `<Long>${value}</Long>`];
	}
	if (typeof value === 'string') {
		return [`<String>${escapeText(value)}</String>`];
	}
	return isMap(value)
		? holderLines(
				'Map',
				value.pairs.map(([key, each]) => linesOf(key, each, unit)),
				unit,
			)
		: holderLines(
				'List',
				value.map(each => elementLines(each, unit)),
				unit,
			);
}

function holderLines(name: string, items: readonly (readonly string[])[], unit: string): readonly string[] {
	return items.length === 0 ? [`<${name}/>`] : [`<${name}>`, ...indented(items.flat(), unit), `</${name}>`];
}

function indented(lines: readonly string[], unit: string): readonly string[] {
	return lines.map(line => unit + line);
}
