import { elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { localName, mentionIn, type Mention } from './mention';
import { perDocument } from '../perDocument';

/** What a correlation-config says: how an account is matched to an identity. */
export interface Correlation {
	/** Undefined if the document is no CorrelationConfig. */
	readonly root: XmlElement | undefined;
	/** The source-template's AccountCorrelationConfig refers to it by this name. */
	readonly name: Mention | undefined;
	readonly filters: readonly CorrelationFilter[];
}

export interface CorrelationFilter {
	readonly element: XmlElement;
	readonly operation: string | undefined;
	/** An attribute of the identity; of the account, if the filter is direct. */
	readonly property: Mention | undefined;
	/** An attribute of the account; a text, if the filter is direct. */
	readonly value: Mention | undefined;
	/** A condition of a DirectAssignment, which looks at accounts alone. */
	readonly isDirect: boolean;
}

export const readCorrelation = perDocument((document: XmlDocument): Correlation => {
	const { text, root } = document;
	if (!root || localName(root) !== 'CorrelationConfig') {
		return { root: undefined, name: undefined, filters: [] };
	}
	const direct = new Set<XmlElement>();
	const filters: CorrelationFilter[] = [];
	for (const element of elementsOf(document)) {
		const name = localName(element);
		if (name === 'DirectAssignments' || (element.parent && direct.has(element.parent))) {
			direct.add(element);
		}
		if (name === 'Filter') {
			filters.push({
				element,
				operation: mentionIn(text, element, 'operation')?.name,
				property: mentionIn(text, element, 'property'),
				value: mentionIn(text, element, 'value'),
				isDirect: direct.has(element),
			});
		}
	}
	return { root, name: mentionIn(text, root, 'name'), filters };
});

/** Where a correlation names an attribute of the account schema. */
export function accountAttributesIn({ filters }: Correlation): readonly Mention[] {
	return filters.flatMap(({ property, value, isDirect }) => (isDirect ? property : value) ?? []);
}
