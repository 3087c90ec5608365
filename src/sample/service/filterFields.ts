import type { SampleConnector } from './model';

/** Whether a row passes a filter. */
export type Test<Row> = (row: Row) => boolean;

export type FilterField<Row> = { readonly operators: readonly string[] } & (
	| { readonly kind: 'text'; readonly of: (row: Row) => string | null | undefined }
	| { readonly kind: 'boolean'; readonly of: (row: Row) => boolean | null | undefined }
	| { readonly kind: 'list'; readonly of: (row: Row) => readonly string[] | null | undefined }
);

/** What a list can be filtered by, and how. */
export type FilterFields<Row> = ReadonlyMap<string, FilterField<Row>>;

export const connectorFilters: FilterFields<SampleConnector> = new Map<string, FilterField<SampleConnector>>([
	['name', { kind: 'text', operators: ['sw', 'co'], of: connector => connector.name }],
	['type', { kind: 'text', operators: ['sw', 'co', 'eq'], of: connector => connector.type }],
	['category', { kind: 'text', operators: ['eq'], of: connector => connector.category }],
	['directConnect', { kind: 'boolean', operators: ['eq'], of: connector => connector.directConnect }],
	['features', { kind: 'list', operators: ['ca'], of: connector => connector.features }],
	['labels', { kind: 'list', operators: ['ca'], of: connector => connector.labels }],
]);

/** What the operators of a text test; of a text that is not there only `ne` is true. */
const comparisons: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
	sw: (text, wanted) => text.startsWith(wanted),
	co: (text, wanted) => text.includes(wanted),
	eq: (text, wanted) => text === wanted,
	ne: (text, wanted) => text !== wanted,
	gt: (text, wanted) => text > wanted,
	ge: (text, wanted) => text >= wanted,
	lt: (text, wanted) => text < wanted,
	le: (text, wanted) => text <= wanted,
};

export function textTest(operator: string, value: string): Test<string | null | undefined> {
	const compare = comparisons[operator];
	const wanted = fold(value);
	return text => (typeof text === 'string' ? (compare?.(fold(text), wanted) ?? false) : operator === 'ne');
}

/** Texts that differ in case only are the same to a filter. */
export const fold = (text: string) => text.toLowerCase();
