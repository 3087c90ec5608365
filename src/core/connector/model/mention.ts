import type { TextEdit, TextRange } from '../../text/textEdit';
import { localPart } from '../../xml/prefixes';
import type { XmlAttribute, XmlElement } from '../../xml/tree';
import { attributeNamed, escapeAttribute, valueText } from '../../xml/values';

/** A name in the value of an attribute: of a field, a label key, an entry and so on. */
export interface Mention {
	/** Decoded; never empty. */
	readonly name: string;
	readonly element: XmlElement;
	readonly attribute: XmlAttribute;
	/** Between the quotes. */
	readonly range: TextRange;
}

/** What an attribute of an element says; undefined if it is not there or says nothing. */
export function mentionIn(text: string, element: XmlElement, attributeName: string): Mention | undefined {
	const attribute = attributeNamed(element, attributeName);
	return attribute && mentionOf(text, element, attribute);
}

export function mentionOf(text: string, element: XmlElement, attribute: XmlAttribute): Mention | undefined {
	const { value } = attribute;
	const name = value ? valueText(text, value) : '';
	return value && name !== ''
		? { name, element, attribute, range: { start: value.innerStart, end: value.innerEnd } }
		: undefined;
}

/** Those in a part of a text, or at its ends, of mentions in the order of the text. */
export function mentionsIn(mentions: readonly Mention[], { start, end }: TextRange): readonly Mention[] {
	const found: Mention[] = [];
	for (const mention of mentions) {
		const { element } = mention;
		if (element.start > end) {
			break;
		}
		if (start <= element.startTagEnd && mention.range.start <= end && start <= mention.range.end) {
			found.push(mention);
		}
	}
	return found;
}

/** Puts another name between the quotes of an attribute. */
export function nameEdit(text: string, { start, end }: TextRange, name: string): TextEdit {
	return { start, end, newText: escapeAttribute(name, text[start - 1] === "'" ? "'" : '"') };
}

/** An element's name without its prefix. */
export function localName({ name }: XmlElement): string {
	return localPart(name);
}
