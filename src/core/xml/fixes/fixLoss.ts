import { applyEdits, type TextEdit, type TextRange } from '../../text/textEdit';
import { parseXml } from '../parse';
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement } from '../tree';
import { ownText, valueText } from '../values';

/** Whether edits leave every element an element, and every value as it is that they do not touch. */
export function losesNothing(before: XmlDocument, edits: readonly TextEdit[]): boolean {
	const after = parseXml(applyEdits(before.text, edits));
	const elements = new Map(elementsOf(after).map(element => [element.start, element]));
	for (const element of elementsOf(before)) {
		const same = elements.get(movedBy(edits, element.start));
		if (element.name && (!same?.name || !keepsValues(before, element, after, same, edits))) {
			return false;
		}
	}
	return true;
}

function keepsValues(
	before: XmlDocument,
	element: XmlElement,
	after: XmlDocument,
	same: XmlElement,
	edits: readonly TextEdit[],
): boolean {
	let next = 0;
	const keeps = (attribute: XmlAttribute) => {
		const start = movedBy(edits, attribute.start);
		while ((same.attributes[next]?.start ?? start) < start) {
			next++;
		}
		const kept = same.attributes[next];
		return (
			kept?.start === start &&
			kept.name === attribute.name &&
			valueOf(before, attribute) === valueOf(after, kept)
		);
	};
	return (
		(isTouched(element, edits) || ownText(before, element) === ownText(after, same)) &&
		element.attributes.every(attribute => isTouched(attribute, edits) || keeps(attribute))
	);
}

const valueOf = ({ text }: XmlDocument, { value }: XmlAttribute) => value && valueText(text, value);

function isTouched({ start, end }: TextRange, edits: readonly TextEdit[]): boolean {
	return edits.some(edit => edit.start <= end && start <= edit.end);
}

/** Where something stands behind the edits that begins at `offset` before them. */
function movedBy(edits: readonly TextEdit[], offset: number): number {
	return edits
		.filter(({ end }) => end <= offset)
		.reduce((moved, { start, end, newText }) => moved + newText.length - (end - start), offset);
}
