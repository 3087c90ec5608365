import { indentBefore, isLineEnd } from '../../../text/lines';
import type { BuildingElement, BuildingEndTag } from '../building';

/** How far back the beginning of a line is looked for. */
const longestLine = 500;

/** Whether an end tag stands as one of this element would: the start tag is finished, and their lines are indented alike. */
export function looksLikeOwner(text: string, element: BuildingElement, tag: BuildingEndTag): boolean {
	const indent = indentBefore(text, tag.start);
	return element.startTagClosed && (indent === undefined || indent === indentOfLine(text, element.start));
}

function indentOfLine(text: string, offset: number): string | undefined {
	const least = Math.max(0, offset - longestLine);
	let start = offset;
	while (start > least && !isLineEnd(text[start - 1])) {
		start--;
	}
	return isLineEnd(text[start - 1]) ? /^[ \t]*/.exec(text.slice(start, offset))?.[0] : undefined;
}
