import type { TextRange } from '../text/textEdit';
import { isSpace } from './characters';
import { attributeAt, nodeAt, type XmlDocument, type XmlElement, type XmlEndTag, type XmlNode } from './tree';

/** What a selection at `offset` grows to step by step: each range holds those before it, and is larger. */
export function selectionsAt(document: XmlDocument, offset: number): readonly TextRange[] {
	const { text } = document;
	const found: TextRange[] = [];
	for (let node = nodeAt(document, offset); node; node = node.parent) {
		found.push(...rangesIn(text, node, offset), node);
	}
	found.push({ start: 0, end: text.length });
	return growing(found, offset);
}

function rangesIn(text: string, node: XmlNode, offset: number): readonly TextRange[] {
	const { start, end, closed } = node;
	switch (node.kind) {
		case 'element':
			return inElement(text, node, offset);
		case 'endTag':
			return [nameRange(node)];
		case 'text':
			return [trimmed(text, { start, end })];
		case 'comment':
			return inside(text, { start: start + 4, end: end - (closed ? 3 : 0) });
		case 'cdata':
			return inside(text, { start: start + 9, end: end - (closed ? 3 : 0) });
		case 'instruction':
		case 'doctype':
			return [];
	}
}

function inElement(text: string, element: XmlElement, offset: number): readonly TextRange[] {
	const { start, startTagEnd, startTagClosed, endTag, end } = element;
	const isBehindStartTag = startTagClosed ? offset >= startTagEnd : offset > startTagEnd;
	if (!isBehindStartTag) {
		const attribute = attributeAt(element, offset);
		const startTag = { start, end: startTagEnd };
		if (!attribute) {
			return [nameRange(element), startTag];
		}
		const { value } = attribute;
		const values = value ? [{ start: value.innerStart, end: value.innerEnd }, value] : [];
		return [{ start: attribute.start, end: attribute.nameEnd }, ...values, attribute, startTag];
	}
	if (endTag && offset > endTag.start) {
		return [nameRange(endTag), endTag];
	}
	return inside(text, { start: startTagEnd, end: endTag?.start ?? end });
}

function nameRange({ nameStart, name }: XmlElement | XmlEndTag): TextRange {
	return { start: nameStart, end: nameStart + name.length };
}

function inside(text: string, range: TextRange): readonly TextRange[] {
	return [trimmed(text, range), range];
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
	while (start < end && isSpace(text.charCodeAt(start))) {
		start++;
	}
	while (end > start && isSpace(text.charCodeAt(end - 1))) {
		end--;
	}
	return { start, end };
}

function growing(ranges: readonly TextRange[], offset: number): readonly TextRange[] {
	const result: TextRange[] = [];
	for (const { start, end } of ranges) {
		const inner = result.at(-1) ?? { start: offset, end: offset };
		const holds = start <= inner.start && inner.end <= end;
		if (holds && end - start > inner.end - inner.start) {
			result.push({ start, end });
		}
	}
	return result;
}
