import { indentBefore, isLineEnd } from '../../../text/lines';
import type { BuildingElement, BuildingEndTag } from '../building';

/** How far back the beginning of a line is looked for. */
const longestLine = 500;

/** Tells whether end tags stand as those of elements would: the start tag is finished, and their lines are indented alike. */
export class EndTagLooks {
	/** Of the lines in which elements begin: each may be compared with a great many end tags. */
	private readonly indents = new Map<BuildingElement, string | undefined>();

	constructor(private readonly text: string) {}

	isOwner(element: BuildingElement, tag: BuildingEndTag): boolean {
		const indent = indentBefore(this.text, tag.start);
		return element.startTagClosed && (indent === undefined || indent === this.indentOf(element));
	}

	private indentOf(element: BuildingElement): string | undefined {
		if (!this.indents.has(element)) {
			this.indents.set(element, indentOfLine(this.text, element.start));
		}
		return this.indents.get(element);
	}
}

function indentOfLine(text: string, offset: number): string | undefined {
	const least = Math.max(0, offset - longestLine);
	let start = offset;
	while (start > least && !isLineEnd(text[start - 1])) {
		start--;
	}
	return isLineEnd(text[start - 1]) ? /^[ \t]*/.exec(text.slice(start, offset))?.[0] : undefined;
}
