import type { BuildingEndTag } from '../building';
import { nameEnd } from '../../characters';
import type { Reading } from '../reading';

const junk = /[^<>]*/y;

/** An end tag, and whether something about it has been reported already. */
export interface EndTagRead {
	readonly tag: BuildingEndTag;
	readonly reported: boolean;
}

/** Reads the end tag that begins here; `expected` is the name of the innermost element. */
export function readEndTag(reading: Reading, expected: string | undefined): EndTagRead {
	const { scanner } = reading;
	const start = scanner.at;
	scanner.at += 2;
	const { name, nameStart, reported } = readName(reading, start, expected);
	const named = scanner.at;
	scanner.space();
	const written = scanner.at;
	scanner.match(junk);
	const closed = scanner.skip('>');
	const tag = (end: number): BuildingEndTag => {
		scanner.at = end;
		return { kind: 'endTag', parent: undefined, start, end, closed, name, nameStart };
	};
	if (!closed) {
		if (!reported) {
			reading.report({ code: 'end-tag-unfinished', tag: name, start, end: named });
		}
		return { tag: tag(named), reported: true };
	}
	const { at } = scanner;
	const hasMore = written < at - 1;
	if (hasMore && !reported) {
		const length = scanner.text.slice(written, at - 1).trimEnd().length || 1;
		reading.report({ code: 'end-tag-with-attributes', tag: name, start: written, end: written + length });
	}
	return { tag: tag(at), reported: reported || hasMore };
}

function readName(reading: Reading, start: number, expected: string | undefined) {
	const { scanner, report } = reading;
	const spaced = scanner.space();
	const nameStart = scanner.at;
	const name = scanner.name() || scanner.nameToken();
	const end = scanner.at;
	if (!name) {
		scanner.at = start + 2;
		report({ code: 'tag-name-missing', start, end: scanner.text[start + 2] === '>' ? start + 3 : start + 2 });
		return { name, nameStart: start + 2, reported: true };
	}
	if (spaced) {
		report({ code: 'space-before-tag-name', tag: name, start, end });
	} else if (nameEnd(scanner.text, nameStart) === nameStart) {
		// The start tag's name has been reported already, if they are the same.
		if (name !== expected) {
			report({ code: 'name-malformed', name, start: nameStart, end });
		}
	} else {
		return { name, nameStart, reported: false };
	}
	return { name, nameStart, reported: true };
}
