/** An entry as Java reads it. */
export type Pair = readonly [key: string, value: string];

/**
 * What Java's documentation of `Properties.load` says, sentence by sentence and with no thought of speed; a `\u` without
 * four digits remains as it is written.
 */
export function readByTheBook(text: string): Pair[] {
	return logicalLines(text).map(line => {
		const [, key = '', rest = ''] = /^((?:\\[^]|[^\\ \t\f=:])*)([^]*)$/.exec(line) ?? [];
		return [unescape(key), unescape(rest.replace(/^[ \t\f]*[=:]?[ \t\f]*/, ''))];
	});
}

function logicalLines(text: string): string[] {
	const lines: string[] = [];
	const natural = text.split(/(\r\n|\r|\n)/);
	let begun = '';
	for (let index = 0; index < natural.length; index += 2) {
		const line = (natural[index] ?? '').replace(/^[ \t\f]+/, '');
		if (begun === '' && (line === '' || /^[#!]/.test(line))) {
			continue;
		}
		const isContinued = /(?<!\\)(?:\\\\)*\\$/.test(line);
		begun += isContinued ? line.slice(0, -1) : line;
		// No sentence says so, but Java does: a backslash and at most one character of a line end are a last line.
		const isLast = natural.slice(index + 1).join('').length < 2 && !natural[index + 2];
		if (!isContinued || isLast) {
			lines.push(begun);
			begun = '';
		}
	}
	return lines;
}

function unescape(text: string): string {
	return text.replace(
		/\\(?:u([\da-fA-F]{4})|(u)|([^]))/g,
		(whole, code?: string, u?: string, other?: string) => {
			if (code !== undefined) {
				return String.fromCharCode(parseInt(code, 16));
			}
			return u !== undefined ? whole : ({ t: '\t', n: '\n', r: '\r', f: '\f' }[other ?? ''] ?? other ?? '');
		},
	);
}
