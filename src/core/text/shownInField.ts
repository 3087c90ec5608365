/** A field of a page: one of many lines knows `\n` and no other line break, one of a single line knows none. */
export type FieldLines = 'many' | 'single';

/** What a field shows of a text. */
export function shownInField(text: string, lines: FieldLines): string {
	return text.replace(/\r\n?|\n/g, lines === 'many' ? '\n' : '');
}

/** The text that people mean with what they typed into a field: what they left alone keeps its line breaks. */
export function typedInField(before: string, typed: string, lines: FieldLines): string {
	const units = before.match(/\r\n|[^]/g) ?? [];
	const shown = units.map(unit => shownInField(unit, lines));
	let first = 0;
	let start = 0;
	for (let unit = shown[0]; unit !== undefined && typed.startsWith(unit, start); unit = shown[first]) {
		start += unit.length;
		first++;
	}
	let last = units.length;
	let end = typed.length;
	for (let unit = shown.at(-1); unit !== undefined && last > first; unit = shown[last - 1]) {
		if (end - unit.length < start || !typed.slice(0, end).endsWith(unit)) {
			break;
		}
		end -= unit.length;
		last--;
	}
	const changed = withBreaks(typed.slice(start, end), units.slice(first, last), units);
	return units.slice(0, first).join('') + changed + units.slice(last).join('');
}

/** Typed line breaks become those that were there, one after another; further ones are like the others of the text. */
function withBreaks(typed: string, replaced: readonly string[], all: readonly string[]): string {
	const isBreak = (unit: string) => /[\r\n]/.test(unit);
	const there = replaced.filter(isBreak);
	const usual = there.at(-1) ?? all.find(isBreak) ?? '\n';
	let index = 0;
	return typed.replaceAll('\n', () => there[index++] ?? usual);
}
