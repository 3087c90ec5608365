import type { XmlElement } from '../../xml/tree';
import { attributeText } from '../../xml/values';

/** The prefix of an element's name with its colon; empty if it has none. */
export function prefixOf({ name }: XmlElement): string {
	return name.slice(0, name.indexOf(':') + 1);
}

/** The namespace that a prefix with its colon, or none, stands for in an element; undefined if nothing says so. */
export function namespaceOf(text: string, element: XmlElement, prefix: string): string | undefined {
	const attribute = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
	for (let at: XmlElement | undefined = element; at; at = at.parent) {
		const namespace = attributeText(text, at, attribute);
		if (namespace !== undefined) {
			return namespace;
		}
	}
	return undefined;
}
