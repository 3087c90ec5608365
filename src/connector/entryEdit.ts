import type { TextEdit } from '../text/textEdit';
import { escapeAttribute } from '../xml/values';
import { readApplication, type ApplicationEntry } from './application';
import { switchValue } from './conditions';
import type { ConnectorDocuments } from './connectorDocuments';
import { fieldTypeOf, type FieldControl } from './fieldTypes';
import { readForm, type FormField } from './form';
import { mentionIn } from './mention';

/** Gives the template an entry for a field, beside that of the field before it; undefined where that is not safe. */
export function entryEdit(documents: ConnectorDocuments, name: string): TextEdit | undefined {
	const { sourceConfig, sourceTemplate } = documents;
	if (!sourceConfig || !sourceTemplate) {
		return undefined;
	}
	const fields = readForm(sourceConfig).fields.filter(({ cards }) => !cards);
	const index = fields.findIndex(field => field.name?.name === name);
	const field = fields[index];
	const entries = new Map(readApplication(sourceTemplate).entries.map(entry => [entry.key, entry]));
	const entryOf = (each: FormField) => entries.get(each.name?.name ?? '');
	const before = fields.slice(0, Math.max(index, 0)).findLast(entryOf);
	const after = fields.slice(index + 1).find(entryOf);
	const anchor = before ? entryOf(before) : after && entryOf(after);
	if (!field || fieldTypeOf(field.type?.name).isStructured || !anchor?.element.closed) {
		return undefined;
	}
	const { text } = sourceTemplate;
	const { start, end } = anchor.element;
	const lines = entryLines(sourceConfig.text, field, name, unitOf(text, anchor));
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	const indent = indentAt(text, start);
	const written =
		indent === undefined ? lines.map(line => line.trim()).join('') : lines.join(lineBreak + indent);
	const space = indent === undefined ? '' : lineBreak + indent;
	return before
		? { start: end, end, newText: space + written }
		: { start, end: start, newText: written + space };
}

function entryLines(formText: string, field: FormField, name: string, unit: string): readonly string[] {
	const key = `key="${escapeAttribute(name, '"')}"`;
	const start =
		mentionIn(formText, field.element, 'value') ?? mentionIn(formText, field.element, 'defaultValue');
	const value = start?.name ?? '';
	const typed = typedValue(fieldTypeOf(field.type?.name).control, value);
	return typed === undefined
		? [`<entry ${key} value="${escapeAttribute(value, '"')}"/>`]
		: [`<entry ${key}>`, `${unit}<value>`, `${unit}${unit}${typed}`, `${unit}</value>`, '</entry>'];
}

function typedValue(control: FieldControl, value: string): string | undefined {
	if (control === 'switch') {
		return `<Boolean>${String(switchValue(value) === true)}</Boolean>`;
	}
	return control === 'number' && /^-?\d+$/.test(value) ? `<Integer>${value}</Integer>` : undefined;
}

/** By how much an entry is further in than what is around it. */
function unitOf(text: string, { element }: ApplicationEntry): string {
	const own = indentAt(text, element.start) ?? '';
	const outer = (element.parent && indentAt(text, element.parent.start)) ?? '';
	return own.startsWith(outer) && own.length > outer.length ? own.slice(outer.length) : '\t';
}

/** The white space before what is the first in its line; undefined if something else is before it. */
function indentAt(text: string, offset: number): string | undefined {
	let start = offset;
	while (start > 0 && ' \t'.includes(text.charAt(start - 1))) {
		start--;
	}
	return start === 0 || '\r\n'.includes(text.charAt(start - 1)) ? text.slice(start, offset) : undefined;
}
