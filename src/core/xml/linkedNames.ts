import type { TextRange } from '../text/textEdit';
import { nodeAt, type XmlDocument } from './tree';

/** The names of a start tag and of its end tag, if a cursor at `offset` stands in one and they are the same. */
export function linkedNamesAt(
	document: XmlDocument,
	offset: number,
): readonly [TextRange, TextRange] | undefined {
	const node = nodeAt(document, offset);
	const element = node?.kind === 'endTag' ? node.parent : node;
	if (element?.kind !== 'element' || !element.name || element.endTag?.name !== element.name) {
		return undefined;
	}
	const names = [element.nameStart, element.endTag.nameStart].map(start => ({
		start,
		end: start + element.name.length,
	}));
	const [start, end] = names;
	const isInName = names.some(name => name.start <= offset && offset <= name.end);
	return start && end && isInName ? [start, end] : undefined;
}
