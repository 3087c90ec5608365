import { nameCharactersEnd } from './characters';
import { parseXml } from './parse';
import { nodeAt, type XmlDocument, type XmlElement } from './tree';

/** The end tag that a start tag still needs whose `>` has just been typed before `offset`; undefined if it needs none. */
export function missingEndTag(document: XmlDocument, offset: number): string | undefined {
	const node = nodeAt(document, offset - 1);
	if (node?.kind !== 'element' || node.startTagEnd !== offset || !node.startTagClosed || node.selfClosing) {
		return undefined;
	}
	const isInValue = node.attributes.some(({ value }) => value && value.innerEnd === value.end);
	return node.name && !isInValue && !hasOwnEndTag(node) ? `</${node.name}>` : undefined;
}

/** What completes a `</` that has just been typed before `offset`: the name of the element around it, and the `>`. */
export function restOfEndTag({ text }: XmlDocument, offset: number): string | undefined {
	if (text.slice(offset - 2, offset) !== '</' || nameCharactersEnd(text, offset) > offset) {
		return undefined;
	}
	// Without the `</`, which may have taken hold of what stands behind it.
	const before = offset - 2;
	const around = elementAround(parseXml(text.slice(0, before) + text.slice(offset)), before);
	return around?.name && around.name + (text[offset] === '>' ? '' : '>');
}

/** Undefined in comments and the like, inside of tags, and beside the root. */
function elementAround(document: XmlDocument, offset: number): XmlElement | undefined {
	const node = nodeAt(document, offset);
	if (node?.kind === 'text') {
		return node.parent;
	}
	if (node?.kind !== 'element') {
		return undefined;
	}
	const { startTagEnd, startTagClosed, endTag } = node;
	const isContent = startTagClosed && offset >= startTagEnd && offset <= (endTag?.start ?? Infinity);
	return isContent ? node : undefined;
}

/** It has an end tag, and has not taken it from an element of its name around it. */
function hasOwnEndTag(element: XmlElement): boolean {
	if (!element.endTag) {
		return false;
	}
	for (let around = element.parent; around; around = around.parent) {
		if (around.name === element.name && around.endTag?.name !== around.name) {
			return false;
		}
	}
	return true;
}
