import { titleOf, type Part } from './part';

/** A side of the comparison as a text in YAML, in which only what differs differs. */
export interface DefaultsListing {
	readonly text: string;
	/** The line, from 0, of the part that a path leads to or, if this side does not have it, of the last one above it. */
	readonly lineOf: (path: readonly Pick<Part, 'kind' | 'name'>[]) => number;
}

export function defaultsListing(parts: readonly Part[]): DefaultsListing {
	const lines: string[] = [];
	const places = new Map<string, number>();
	write(parts, [], { lines, places });
	return {
		text: lines.map(line => `${line}\n`).join(''),
		lineOf: path => {
			const titles = path.map(titleOf);
			while (titles.length > 0 && !places.has(keyOf(titles))) {
				titles.pop();
			}
			return places.get(keyOf(titles)) ?? 0;
		},
	};
}

interface Written {
	readonly lines: string[];
	readonly places: Map<string, number>;
}

function write(parts: readonly Part[], above: readonly string[], written: Written): void {
	for (const part of parts) {
		const { kind, value, parts: below, incomparable } = part;
		if (kind === undefined && below?.length === 0) {
			continue;
		}
		const path = [...above, titleOf(part)];
		const title = scalar(titleOf(part));
		const comment = incomparable === 'always' ? ' # cannot be compared' : '';
		const line =
			value === undefined ? (below ? `${title}:` : `- ${title}`) : `${title}: ${scalar(value)}${comment}`;
		written.places.set(keyOf(path), written.lines.length);
		written.lines.push('  '.repeat(above.length) + line);
		write(below ?? [], path, written);
	}
}

function keyOf(titles: readonly string[]): string {
	return titles.join('\n');
}

/** As JSON, which YAML reads, unless it is a plain text in YAML, too. */
function scalar(text: string): string {
	return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_ .,;=/()@$+-]*[\p{L}\p{N}_.)])?$/u.test(text)
		? text
		: JSON.stringify(text);
}
