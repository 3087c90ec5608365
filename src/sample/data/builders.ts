import type { Field, FieldDetails, FieldType, Filter, Layout, Menu, Section } from './definition';

export const field = (type: FieldType, name: string, label: string, details: FieldDetails = {}): Field => ({
	type,
	name,
	label,
	...details,
});

/** A field that is not shown but travels with the source. */
export const fixed = (name: string, value: string): Field => ({ type: 'text', name, hidden: true, value });

export const section = (id: string, fields: readonly Field[], docLink?: string): Section => ({
	id,
	fields,
	...(docLink && { docLink }),
});

export const menu = (id: string, sections: readonly Section[]): Menu => ({ id, sections });

/** An account attribute that has to equal an identity attribute. */
export const equal = (property: string, value: string, more: { ignoreCase?: boolean } = {}): Filter => ({
	operation: 'EQ',
	property,
	value,
	...more,
});

export const all = (...filters: Filter[]): Filter => ({ operation: 'AND', filters });
export const any = (...filters: Filter[]): Filter => ({ operation: 'OR', filters });
export const not = (filter: Filter): Filter => ({ operation: 'NOT', filters: [filter] });

/** The fields of a form in their order, hidden ones first. */
export const fieldsOf = (form: { base: readonly Field[]; menus: readonly Menu[] }): Field[] => [
	...form.base,
	...form.menus.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)),
];

export const plain: Layout = { indent: '    ', lineEnd: '\n', byteOrderMark: false };
export const tabs: Layout = { ...plain, indent: '\t' };
export const windows: Layout = { ...plain, lineEnd: '\r\n' };

/** The cells of a table with one row a line and bars between the cells. */
export const rowsOf = (table: string): string[][] =>
	table
		.trim()
		.split('\n')
		.map(line => line.split('|').map(cell => cell.trim()));
