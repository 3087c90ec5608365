/** A place as VS Code has it: both count from 0, characters are UTF-16 units. */
export interface LinePosition {
	readonly line: number;
	readonly character: number;
}

/** Where the lines of a text begin, as VS Code breaks it: at CR LF, LF and CR. */
export class Lines {
	private readonly starts: readonly number[];
	/** The line that was found last: what is looked for next is often in the same one, or in the one below. */
	private last = 0;

	constructor(text: string) {
		const starts = [0];
		const lineEnd = /\r\n?|\n/g;
		while (lineEnd.test(text)) {
			starts.push(lineEnd.lastIndex);
		}
		this.starts = starts;
	}

	positionAt(offset: number): LinePosition {
		const line = this.lineAt(offset);
		return { line, character: offset - (this.starts[line] ?? 0) };
	}

	lineAt(offset: number): number {
		if (!this.isIn(this.last, offset)) {
			this.last = this.isIn(this.last + 1, offset) ? this.last + 1 : this.lookedUp(offset);
		}
		return this.last;
	}

	private isIn(line: number, offset: number): boolean {
		return (this.starts[line] ?? Infinity) <= offset && offset < (this.starts[line + 1] ?? Infinity);
	}

	private lookedUp(offset: number): number {
		let low = 0;
		let high = this.starts.length;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((this.starts[middle] ?? Infinity) <= offset) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return low;
	}
}

/** The white space between the start of a line and an offset; undefined if something else stands there. */
export function indentBefore(text: string, offset: number): string | undefined {
	let start = offset;
	while (text[start - 1] === ' ' || text[start - 1] === '\t') {
		start--;
	}
	return isLineEnd(text[start - 1]) ? text.slice(start, offset) : undefined;
}

/** The start of a text ends a line, too. */
export const isLineEnd = (character = '\n') => character === '\n' || character === '\r';

/** Where an offset stands as people count: both from 1. */
export function lineAndColumn(
	text: string,
	offset: number,
): { readonly line: number; readonly column: number } {
	const { line, character } = new Lines(text).positionAt(offset);
	return { line: line + 1, column: character + 1 };
}
