import { applyEdits, type TextEdit, type TextRange } from '../../text/textEdit';
import { parseXml } from '../parse';
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement } from '../tree';
import { ownText, valueText } from '../values';

/** Whether edits leave every element an element, and every value as it is that they do not touch. */
export function losesNothing(before: XmlDocument, edits: readonly TextEdit[]): boolean {
	const after = parseXml(applyEdits(before.text, edits));
	const elements = new Map([...elementsOf(after)].map(element => [element.start, element]));
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
	const attributes = new Map(same.attributes.map(attribute => [attribute.start, attribute]));
	return (
		(isTouched(element, edits) || ownText(before, element) === ownText(after, same)) &&
		element.attributes.every(attribute => {
			const kept = attributes.get(movedBy(edits, attribute.start));
			return (
				isTouched(attribute, edits) ||
				(kept?.name === attribute.name && valueOf(before, attribute) === valueOf(after, kept))
			);
		})
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
