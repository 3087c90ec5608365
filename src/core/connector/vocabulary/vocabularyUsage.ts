import type { TextRange } from '../../text/textEdit';
import { childrenAsRead } from '../../xml/read/moved';
import { elementsIn, elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { attributeNamed } from '../../xml/values';
import { xmlNamed, type ConnectorDocuments } from '../connectorDocuments';
import type { XmlName } from '../documentName';
import { localName } from '../model/mention';
import { perDocument } from '../perDocument';

/** How often a document has something. */
type Counts = ReadonlyMap<string, number>;

/** A value that is being typed. */
export interface TypedValue extends TextRange {
	readonly document: XmlDocument;
}

/** Which elements, attributes and values several connectors have. Every number counts connectors; names have no prefix. */
export interface Usage {
	/** How many connectors have such a document. */
	readonly connectors: number;
	element(name: string): number;
	/** The elements directly in those of a name; the most used first. */
	children(parent: string): Counts;
	attributes(element: string): Counts;
	/** As they are written, without what a document has at `except` only. */
	values(
		element: string,
		attribute: string,
		except?: TypedValue,
		partsOf?: (value: string) => readonly string[],
	): Counts;
}

/** What a kind of document is written with in these connectors. */
export function usageOf(connectors: readonly ConnectorDocuments[], kind: XmlName): Usage {
	return usageOfDocuments(connectors.flatMap(connector => xmlNamed(connector, kind) ?? []));
}

/** What documents of a kind, each of another connector, are written with. The same object for the same documents. */
export function usageOfDocuments(documents: readonly XmlDocument[]): Usage {
	const [first = noDocument] = documents;
	const last = lastUsages.get(first);
	const isSame =
		last?.documents.length === documents.length &&
		last.documents.every((each, index) => each === documents[index]);
	const usage = isSame ? last.usage : newUsage(documents);
	lastUsages.set(first, { documents, usage });
	return usage;
}

const lastUsages = new WeakMap<
	object,
	{ readonly documents: readonly XmlDocument[]; readonly usage: Usage }
>();
const noDocument = {};

function newUsage(documents: readonly XmlDocument[]): Usage {
	const usages = documents.map(document => ({ document, usage: usageIn(document) }));
	return {
		connectors: documents.length,
		element: name => usages.filter(({ usage }) => usage.has(name)).length,
		children: parent => together(usages.map(({ usage }) => usage.children(parent))),
		attributes: element => together(usages.map(({ usage }) => usage.attributes(element))),
		values: (element, attribute, except, partsOf = value => [value]) =>
			together(
				usages.map(({ document, usage }) => {
					const counts = usage.values(element, attribute);
					const own = document === except?.document ? without(counts, except) : counts;
					return new Map([...own.keys()].flatMap(partsOf).map(part => [part, 1]));
				}),
			),
	};
}

/** Counts only what is asked for: while a document is being typed, it is another one with every keystroke. */
class DocumentUsage {
	/** Where they stood when they were read. */
	private readonly elements = new Map<string, XmlElement[]>();
	private readonly counted = new Map<string, Counts>();

	constructor(private readonly document: XmlDocument) {
		for (const element of elementsIn(document.children, childrenAsRead)) {
			const name = localName(element);
			const others = this.elements.get(name);
			if (others) {
				others.push(element);
			} else {
				this.elements.set(name, [element]);
			}
		}
	}

	has(element: string): boolean {
		return this.elements.has(element);
	}

	children(parent: string): Counts {
		return this.count(
			`>${parent}`,
			() => this.elements.get(parent),
			(element, add) => {
				for (const child of childrenAsRead(element)) {
					if (child.kind === 'element') {
						add(localName(child));
					}
				}
			},
		);
	}

	attributes(element: string): Counts {
		return this.count(
			`@${element}`,
			() => this.elements.get(element),
			({ attributes }, add) => attributes.forEach(({ name }) => add(name)),
		);
	}

	/** As they are written. */
	values(element: string, attribute: string): Counts {
		const { text } = this.document;
		const named = () => elementsOf(this.document).filter(each => localName(each) === element);
		return this.count(`@${element}@${attribute}`, named, (each, add) => {
			const value = attributeNamed(each, attribute)?.value;
			if (value) {
				add(text.slice(value.innerStart, value.innerEnd));
			}
		});
	}

	private count(
		key: string,
		elementsNamed: () => readonly XmlElement[] | undefined,
		addWords: (element: XmlElement, add: (word: string) => void) => void,
	): Counts {
		const known = this.counted.get(key);
		if (known) {
			return known;
		}
		const counts = new Map<string, number>();
		for (const element of elementsNamed() ?? []) {
			addWords(element, word => add(counts, word));
		}
		this.counted.set(key, counts);
		return counts;
	}
}

const usageIn = perDocument((document: XmlDocument) => new DocumentUsage(document));

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function without(counts: Counts, { document, start, end }: TypedValue): Counts {
	const value = document.text.slice(start, end);
	return counts.get(value) === 1 ? new Map([...counts].filter(([each]) => each !== value)) : counts;
}

/** In how many of them something is; the most frequent first. */
function together(all: readonly Counts[]): Counts {
	const sums = new Map<string, number>();
	for (const counts of all) {
		for (const key of counts.keys()) {
			add(sums, key);
		}
	}
	return new Map([...sums].sort(([, one], [, other]) => other - one));
}
