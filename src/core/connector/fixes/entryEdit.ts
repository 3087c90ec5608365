import type { TextEdit } from '../../text/textEdit';
import { indentBefore } from '../../text/lines';
import { isInside, type XmlDocument } from '../../xml/tree';
import { readApplication } from '../model/application';
import type { ConnectorDocuments } from '../connectorDocuments';
import { entryLines, type FormDefault } from './entryLines';
import { fieldTypeOf } from '../model/fieldTypes';
import { readForm, type FormField } from '../model/form';
import { mentionIn, type Mention } from '../model/mention';

/** Gives the template an entry for a field, beside that of the field before it; undefined where that is not safe. */
export function entryEdit(documents: ConnectorDocuments, name: string): TextEdit | undefined {
	const { sourceConfig, sourceTemplate } = documents;
	if (!sourceConfig || !sourceTemplate) {
		return undefined;
	}
	const fields = readForm(sourceConfig).fields.filter(({ cards }) => !cards);
	const index = fields.findIndex(field => field.name?.name === name);
	const field = fields[index];
	const entries = new Map(readApplication(sourceTemplate).entries.map(entry => [entry.name, entry]));
	const entryOf = (each: FormField) => entries.get(each.name?.name ?? '');
	const before = fields.slice(0, Math.max(index, 0)).findLast(entryOf);
	const after = fields.slice(index + 1).find(entryOf);
	const anchor = before ? entryOf(before) : after && entryOf(after);
	if (!field || !anchor?.element.closed) {
		return undefined;
	}
	const { text } = sourceTemplate;
	const { start, end } = anchor.element;
	const lines = entryLines(name, defaultOf(sourceConfig, field), unitOf(text, anchor));
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	const indent = indentBefore(text, start);
	const written =
		indent === undefined ? lines.map(line => line.trim()).join('') : lines.join(lineBreak + indent);
	const space = indent === undefined ? '' : lineBreak + indent;
	return before
		? { start: end, end, newText: space + written }
		: { start, end: start, newText: written + space };
}

function defaultOf(form: XmlDocument, field: FormField): FormDefault {
	const { text } = form;
	const start = mentionIn(text, field.element, 'value') ?? mentionIn(text, field.element, 'defaultValue');
	const onCards = readForm(form).fields.filter(({ element }) =>
		isInside(element, each => each === field.element),
	);
	const secrets = onCards.filter(each => fieldTypeOf(each.type?.name).isSecret);
	return {
		type: fieldTypeOf(field.type?.name),
		written: start?.name ?? '',
		secrets: new Set(secrets.map(({ name }) => name?.name ?? '')),
	};
}

/** One step of indentation, as an entry shows it. */
function unitOf(text: string, { element }: Mention): string {
	const own = indentBefore(text, element.start) ?? '';
	const outer = (element.parent && indentBefore(text, element.parent.start)) ?? '';
	return own.startsWith(outer) && own.length > outer.length ? own.slice(outer.length) : '\t';
}
