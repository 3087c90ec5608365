import { deepest, type EntryMap, type EntryValue } from './entryValue';

/** The list or map that a text is in JSON; undefined if it is neither. */
export function jsonIn(text: string): EntryValue | undefined {
	if (!/^\s*[[{]/.test(text)) {
		return undefined;
	}
	try {
		return entryOf(JSON.parse(text));
	} catch {
		return undefined; // It only begins as JSON does.
	}
}

/** The items of a list that is written as a text: its lines or, if there is only one, what stands between commas. */
export function itemsIn(text: string): readonly string[] {
	return text
		.split(/[\r\n]/.test(text) ? /[\r\n]+/ : ',')
		.map(item => item.trim())
		.filter(item => item !== '');
}

/** The pairs of a text that has them as `key=value`; undefined if something in it is no pair. */
export function pairsIn(text: string): EntryMap | undefined {
	const items = itemsIn(text);
	const pairs = items.flatMap(pairIn);
	// A comma may belong to the value.
	const all = pairs.length === items.length ? pairs : /[\r\n]/.test(text) ? [] : pairIn(text);
	return all.length > 0 ? { pairs: all } : undefined;
}

function pairIn(item: string): readonly (readonly [key: string, value: string])[] {
	const sign = item.indexOf('=');
	const key = item.slice(0, Math.max(sign, 0)).trim();
	return key === '' ? [] : [[key, item.slice(sign + 1).trim()]];
}

/** What a value of JSON is as that of an entry; numbers are texts. */
export function entryOf(json: unknown, levels = deepest): EntryValue {
	if (typeof json === 'boolean' || typeof json === 'string') {
		return json;
	}
	if (typeof json !== 'object') {
		return JSON.stringify(json);
	}
	if (json === null || levels === 0) {
		return '';
	}
	return Array.isArray(json)
		? json.map(each => entryOf(each, levels - 1))
		: { pairs: Object.entries(json).map(([key, each]) => [key, entryOf(each, levels - 1)]) };
}
