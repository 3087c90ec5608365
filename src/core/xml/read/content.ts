import type { BuildingElement, BuildingNode } from './building';
import { isSpace, spaceEnd } from '../characters';
import { readEndTag } from './tags/endTag';
import {
	cdataSlipLength,
	openCdataEnd,
	readCdata,
	readComment,
	readInstruction,
	type Markup,
} from './markup';
import { OpenElements } from './tags/openElements';
import { isNamespaceProblem, type XmlProblem } from '../problem';
import type { EntityReference, Reading } from './reading';
import { readReferences } from './entityReferences';
import { Scanner } from './scanner';
import { plainTagAt } from './tags/plainTag';
import { isStartTag, readStartTag, type StartTag } from './tags/startTag';

const unknownMarkup = /<![^<>\r\n]*>?/y;

/** What a document allows or forbids beside its root, where content allows nearly everything. */
export interface Outside {
	/** Called for every tag that begins there. */
	element(tag: { readonly name: string; readonly nameStart: number }): void;
	/** Called for text and CDATA there that is more than white space. */
	text(start: number, end: number): void;
	/** Reads the DOCTYPE that begins here, wherever it stands. */
	doctype(parent: BuildingElement | undefined): BuildingNode;
}

/** Reads elements and all that may stand in them. */
export class Content {
	readonly elements: OpenElements;
	/** What was not terminated has swallowed what stands behind it, end tags perhaps. */
	private swallowed = false;
	private hasOddCdata = false;

	constructor(
		private readonly reading: Reading,
		private readonly outside?: Outside,
		private readonly byLooks = false,
	) {
		this.elements = new OpenElements(reading.scanner.text, reading.report, byLooks);
	}

	/** What was read may be understood better by what it looks like. */
	get isDoubtful(): boolean {
		return this.elements.isDoubtful || this.hasOddCdata;
	}

	/** Reads to the end of the text; gives what stands side by side in it. */
	read(): readonly BuildingNode[] {
		const { scanner } = this.reading;
		while (!scanner.atEnd) {
			this.readNext();
		}
		this.elements.finish(scanner.at, this.swallowed);
		return this.elements.roots;
	}

	/** Reads a tag, a comment or the like, or a text. */
	readNext(): void {
		if (this.reading.scanner.looksAt('<')) {
			this.readMarkup();
		} else {
			this.readText();
		}
	}

	private readMarkup(): void {
		const { scanner } = this.reading;
		const plain = plainTagAt(scanner);
		if (plain) {
			scanner.at = plain.end;
			this.addElement({ element: plain, excused: false });
		} else if (scanner.looksAt('</')) {
			const { tag, reported } = readEndTag(this.reading, this.elements.current?.name);
			this.elements.end(tag, reported);
		} else if (scanner.looksAt('<!--')) {
			this.addUntilEnd('comment', readComment(this.reading));
		} else if (scanner.looksAt('<![CDATA[')) {
			this.readCdata();
		} else if (scanner.looksAt('<?')) {
			this.elements.add({ kind: 'instruction', parent: undefined, ...readInstruction(this.reading) });
		} else if (this.readMisspeltCdata()) {
			return;
		} else if (this.outside && scanner.looksAt('<!DOCTYPE')) {
			this.elements.add(this.outside.doctype(this.elements.current));
		} else if (scanner.looksAt('<!')) {
			this.readUnknown();
		} else if (isStartTag(scanner.text, scanner.at)) {
			this.addElement(readStartTag(this.reading));
		} else {
			this.readLessThan();
		}
	}

	private readCdata(): void {
		const { current } = this.elements;
		const odd = current && openCdataEnd(this.reading, current.name);
		this.hasOddCdata ||= odd !== undefined;
		const cdata = readCdata(this.reading, this.byLooks ? odd : undefined);
		this.addUntilEnd('cdata', cdata);
		if (!cdata.closed) {
			this.elements.lose(this.reading.scanner.text.slice(cdata.start, cdata.end));
		} else if (!current) {
			this.outside?.text(cdata.start, cdata.end);
		}
	}

	private addElement({ element, excused }: StartTag): void {
		if (!this.elements.current) {
			this.outside?.element(element);
		}
		if (element.selfClosing || !element.name) {
			this.elements.add(element);
		} else {
			this.elements.begin(element, excused);
		}
	}

	/** An element that has not even a name yet. */
	private readLessThan(): void {
		const { scanner, report } = this.reading;
		const start = scanner.at++;
		const end = scanner.at;
		report({ code: 'less-than-not-escaped', start, end });
		this.elements.add({
			kind: 'element',
			parent: undefined,
			start,
			end,
			closed: false,
			name: '',
			nameStart: end,
			attributes: [],
			startTagEnd: end,
			startTagClosed: false,
			selfClosing: false,
			children: [],
			endTag: undefined,
		});
	}

	/** A CDATA section whose beginning is misspelt, up to its end or, without one, the end of the element. */
	private readMisspeltCdata(): boolean {
		const { scanner } = this.reading;
		const { at: start, text } = scanner;
		const length = cdataSlipLength(text, start);
		if (length === 0) {
			return false;
		}
		const close = scanner.find(']]>', start + length);
		const endTag = scanner.find('</');
		const { current } = this.elements;
		const isElementEnd = current !== undefined && text.startsWith(current.name, endTag + 2);
		const other = Math.min(scanner.find('<![CDATA['), isElementEnd ? endTag : text.length);
		if (close < other) {
			scanner.at = close + 3;
		} else if (isElementEnd && other === endTag && /CDATA/i.test(text.slice(start, start + length))) {
			scanner.at = endTag;
		} else {
			return false;
		}
		this.addUnknown(start);
		return true;
	}

	private readUnknown(): void {
		const { scanner } = this.reading;
		const { at: start } = scanner;
		scanner.match(unknownMarkup);
		this.addUnknown(start);
	}

	private addUnknown(start: number): void {
		const { at: end } = this.reading.scanner;
		this.reading.report({ code: 'markup-malformed', start, end });
		this.addPlain('text', { start, end, closed: true });
	}

	private readText(): void {
		const { scanner } = this.reading;
		const start = scanner.at;
		const end = scanner.find('<');
		scanner.at = end;
		this.addPlain('text', { start, end, closed: true });
		if (this.outside && !this.elements.current) {
			this.readOutside(this.outside, start, end);
			return;
		}
		for (let at = scanner.find(']]>', start); at < end; at = scanner.find(']]>', at + 3)) {
			this.reading.report({ code: 'cdata-end-in-text', start: at, end: at + 3 });
		}
		readReferences(this.reading, start, end, false);
	}

	private readOutside(outside: Outside, start: number, end: number): void {
		const { text } = this.reading.scanner;
		const first = spaceEnd(text, start);
		while (end > first && isSpace(text.charCodeAt(end - 1))) {
			end--;
		}
		if (first < end) {
			outside.text(first, end);
		}
	}

	private addUntilEnd(kind: 'cdata' | 'comment', markup: Markup): void {
		this.swallowed ||= !markup.closed;
		this.addPlain(kind, markup);
	}

	private addPlain(kind: 'text' | 'cdata' | 'comment', { start, end, closed }: Markup): void {
		this.elements.add({ kind, parent: undefined, start, end, closed });
	}
}

/** Why a text is not well-formed as the content of an element, and the entities it refers to. */
export function checkContent(text: string): { problems: XmlProblem[]; references: EntityReference[] } {
	const problems: XmlProblem[] = [];
	const references: EntityReference[] = [];
	new Content({
		scanner: new Scanner(text),
		report: problem => {
			if (!isNamespaceProblem(problem)) {
				problems.push(problem);
			}
		},
		refer: reference => references.push(reference),
		isDeclared: () => false,
	}).read();
	return { problems, references };
}
