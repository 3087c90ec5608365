import { json, refusal, type Answer } from './answers';
import type { FilterFields, Test } from './filterFields';
import { FilterError, parseFilter } from './filters';

/** The page that a query asks for of those of `rows`, in their order, that pass its filter. Throws a Refusal. */
export function listAnswer<Row>(
	query: URLSearchParams,
	rows: readonly Row[],
	fields: FilterFields<Row>,
	toDto: (row: Row) => unknown,
): Answer {
	const offset = wholeNumber(query, 'offset', 0, 2 ** 31 - 1);
	const limit = wholeNumber(query, 'limit', 250, 250);
	const isCounted = booleanOf(query, 'count');
	const found = rows.filter(asTest(query.get('filters') ?? '', fields));
	const page = found.slice(offset, offset + limit).map(toDto);
	return json(page, isCounted ? { 'X-Total-Count': String(found.length) } : {});
}

/** False if it is left out. */
export function booleanOf(query: URLSearchParams, name: string): boolean {
	const text = query.get(name) ?? 'false';
	if (text !== 'true' && text !== 'false') {
		throw refusal(400, `${name} must be true or false, not "${text}".`);
	}
	return text === 'true';
}

function wholeNumber(query: URLSearchParams, name: string, byDefault: number, maximum: number): number {
	const text = query.get(name);
	const number = text === null ? byDefault : /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (!(number <= maximum)) {
		throw refusal(400, `${name} must be a whole number from 0 to ${maximum}, not "${text ?? ''}".`);
	}
	return number;
}

function asTest<Row>(filters: string, fields: FilterFields<Row>): Test<Row> {
	try {
		return filters.trim() === '' ? () => true : parseFilter(filters, fields);
	} catch (error) {
		throw error instanceof FilterError ? refusal(400, error.message) : error;
	}
}
