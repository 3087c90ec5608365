import type { XmlElement } from './tree';
import { attributeText } from './values';

/** The prefix of an element's name with its colon; empty if it has none. */
export function prefixOf({ name }: XmlElement): string {
	return name.slice(0, name.indexOf(':') + 1);
}

/** A name without its prefix. */
export function localPart(name: string): string {
	const colon = name.indexOf(':');
	return colon === -1 ? name : name.slice(colon + 1);
}

/** The attribute that declares the namespace of a prefix with its colon, or of none. */
export function namespaceAttribute(prefix: string): string {
	return prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
}

/** The namespace that a prefix with its colon, or none, stands for in an element; undefined if none is declared. */
export function namespaceOf(text: string, element: XmlElement, prefix: string): string | undefined {
	const attribute = namespaceAttribute(prefix);
	for (let at: XmlElement | undefined = element; at; at = at.parent) {
		const namespace = attributeText(text, at, attribute);
		if (namespace !== undefined) {
			return namespace;
		}
	}
	return undefined;
}
