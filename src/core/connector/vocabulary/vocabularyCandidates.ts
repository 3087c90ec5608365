import { nearestName } from '../../text/nearest';
import type { XmlElement } from '../../xml/tree';
import type { XmlName } from '../documentName';
import { localName } from '../model/mention';
import { elementWords, rootOf } from './vocabulary';
import type { AttributeWords } from './words';
import type { Usage } from './vocabularyUsage';

/** Of longer names, too, no more letters may differ: an unknown word is not wrong because it resembles another one a little. */
const mostDifferent = 2;

/** What may stand at a place of a document, as the vocabulary and other connectors have it. */
export class Candidates {
	private readonly known = new Map<string, unknown>();

	constructor(
		private readonly kind: XmlName,
		private readonly usage: Usage,
	) {}

	isUsed(element: string): boolean {
		return this.remember(`<${element}`, () => this.usage.element(element) > 0);
	}

	usedAttributes(element: string): ReadonlyMap<string, number> {
		return this.remember(`${element}@`, () => this.usage.attributes(element));
	}

	/** The items of lists, too. */
	usedValues(element: string, attribute: string): ReadonlySet<string> {
		return this.remember(`${element}@${attribute}`, () => {
			const values = [...this.usage.values(element, attribute).keys()];
			return new Set(values.flatMap(list => [list, ...list.split(/,\s*/)]));
		});
	}

	/** The element that one with an unknown name most likely is. */
	suggestedElement(element: XmlElement): string | undefined {
		return this.suggestedChild(element.parent, localName(element));
	}

	/** The element in `parent` that a name is most likely a slip of. */
	suggestedChild(parent: XmlElement | undefined, name: string): string | undefined {
		return this.nearestChild(parent && this.likelyName(parent), name);
	}

	/** The attribute that one with an unknown name most likely is: one that the element does not have yet. */
	suggestedAttribute(element: XmlElement, name: string): string | undefined {
		const there = new Set(element.attributes.map(each => each.name));
		const words = Object.keys(elementWords(this.kind, element.name)?.attributes ?? {});
		const used = this.usedAttributes(localName(element)).keys();
		const missing = [...words, ...used].filter(each => !there.has(each));
		return nearestName(name, missing, mostDifferent);
	}

	/** The known value that another one most likely is. */
	suggestedValue(
		{ values = [] }: AttributeWords,
		value: string,
		there: readonly string[],
	): string | undefined {
		return nearestName(
			value,
			values.filter(each => !there.includes(each)),
			mostDifferent,
		);
	}

	private childrenOf(parent: string | undefined): readonly string[] {
		return parent === undefined
			? [rootOf(this.kind)]
			: [...(elementWords(this.kind, parent)?.children ?? []), ...this.usage.children(parent).keys()];
	}

	/** An element's name, or the known one that it is most likely a slip of. */
	private likelyName(element: XmlElement): string {
		const name = localName(element);
		const around = element.parent && localName(element.parent);
		return elementWords(this.kind, name) ? name : (this.nearestChild(around, name) ?? name);
	}

	private nearestChild(parent: string | undefined, name: string): string | undefined {
		return this.remember(`${parent ?? ''}>${name}`, () =>
			nearestName(name, this.childrenOf(parent), mostDifferent),
		);
	}

	private remember<Result>(key: string, find: () => Result): Result {
		if (!this.known.has(key)) {
			this.known.set(key, find());
		}
		return this.known.get(key) as Result;
	}
}
