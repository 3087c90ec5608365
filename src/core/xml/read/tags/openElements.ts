import type { BuildingElement, BuildingEndTag, BuildingNode } from '../building';
import { isSlip } from '../../../text/nearest';
import { EndTagLooks } from './endTagOwner';
import type { XmlProblem } from '../../problem';

/** How many levels up the element is looked for that an end tag ends. */
const farthestOwner = 100;

/** With how many elements around another one a misspelt end tag is compared. */
const mostAround = 20;

interface OpenElement {
	readonly element: BuildingElement;
	/** Something about its start tag has been reported, so that a missing end tag is no surprise. */
	readonly excused: boolean;
	/** End tags that stood directly in it and that no open element waited for. */
	readonly strays: Stray[];
	/** Its end tag is in something that was reported. */
	isLost?: boolean;
}

interface Stray {
	readonly tag: BuildingEndTag;
	readonly reported: boolean;
}

/**
 * The elements that wait for their end tags, and the tree that grows with them. What an unexpected end tag means is
 * decided when the element around it ends: if by its own end tag, the unexpected one was too much; if not, it was the
 * element's end tag, misspelt.
 */
export class OpenElements {
	/** What stands side by side in the document. */
	readonly roots: BuildingNode[] = [];
	private readonly open: OpenElement[] = [];
	private readonly names = new Map<string, number>();
	/** Elements reported as never closed, whose end tags may yet come too late. */
	private readonly owed = new Set<string>();
	/** Something was never closed. */
	hasUnclosed = false;
	private hasOddEndTag = false;

	private readonly looks: EndTagLooks;

	constructor(
		text: string,
		private readonly report: (problem: XmlProblem) => void,
		/** Whether an end tag may end another element than the innermost of its name. */
		private readonly byLooks: boolean,
	) {
		this.looks = new EndTagLooks(text);
	}

	/** That is so perhaps because an end tag ended an element whose end tag it does not look like. */
	get isDoubtful(): boolean {
		return this.hasUnclosed && this.hasOddEndTag;
	}

	/** The innermost element. */
	get current(): BuildingElement | undefined {
		return this.open.at(-1)?.element;
	}

	/** Puts a node into the innermost element. */
	add(node: BuildingNode): void {
		put(node, this.current, this.roots);
	}

	/** Puts an element into the innermost one and makes it the innermost. */
	begin(element: BuildingElement, excused: boolean): void {
		this.add(element);
		this.open.push({ element, excused, strays: [] });
		this.names.set(element.name, (this.names.get(element.name) ?? 0) + 1);
	}

	/** Ends what the end tag ends. */
	end(tag: BuildingEndTag, reported: boolean): void {
		if (!tag.name || !this.names.get(tag.name)) {
			this.stray(tag, reported);
			return;
		}
		this.endUnclosed(this.ownerOf(tag) + 1, tag.start);
		const open = this.open.pop();
		if (open) {
			this.forget(open);
			open.strays.forEach(stray => this.reportStray(stray));
			setEnd(open.element, tag);
		}
	}

	/** What was not terminated has swallowed end tags. */
	lose(swallowed: string): void {
		let index = this.open.length - 1;
		for (const [, name] of swallowed.matchAll(/<\/([^\s<>/]+)/g)) {
			const open = this.open[index];
			if (open && open.element.name === name) {
				open.isLost = true;
				index--;
			}
		}
	}

	/** Ends everything at the end of the text; quietly, if something that was reported has swallowed the end tags. */
	finish(end: number, quiet: boolean): void {
		this.endUnclosed(0, end, quiet);
	}

	/** The place of the element that an end tag ends, of which there may be several with its name. */
	private ownerOf(tag: BuildingEndTag): number {
		const innermost = this.open.findLastIndex(({ element }) => element.name === tag.name);
		const element = this.open[innermost]?.element;
		if (!element || this.names.get(tag.name) === 1 || this.looks.isOwner(element, tag)) {
			return innermost;
		}
		this.hasOddEndTag = true;
		if (!this.byLooks) {
			return innermost;
		}
		const from = Math.max(0, innermost - farthestOwner);
		const around = this.open
			.slice(from, innermost)
			.map((each, index) => ({ element: each.element, index: from + index }))
			.filter(each => each.element.name === tag.name)
			.reverse();
		const owner =
			around.find(each => this.looks.isOwner(each.element, tag)) ??
			(element.startTagClosed ? undefined : around.find(each => each.element.startTagClosed));
		return owner?.index ?? innermost;
	}

	private stray(tag: BuildingEndTag, reported: boolean): void {
		const around = this.open.at(-1);
		const late = this.owed.delete(tag.name);
		this.add(tag);
		if (late) {
			return;
		}
		if (around) {
			around.strays.push({ tag, reported });
		} else {
			this.reportStray({ tag, reported });
		}
	}

	/** Ends the elements from `from` on, none of which has met its end tag. */
	private endUnclosed(from: number, end: number, quiet = false): void {
		const unclosed = this.open.splice(from);
		if (unclosed.length === 0) {
			return;
		}
		const guesses = this.guessEndTags(unclosed, quiet);
		for (const [index, open] of unclosed.entries()) {
			const { element, excused } = open;
			this.forget(open);
			const guess = guesses[index];
			element.end = guess?.tag.end ?? (excused ? element.startTagEnd : end);
			if (guess && guess.tag.start >= (unclosed[index + 1]?.element.start ?? end)) {
				end = guess.tag.start; // What is within it ends there at the latest.
			}
			if (
				!guess &&
				!excused &&
				!quiet &&
				!open.isLost &&
				!isMeantAsEndTag(unclosed[index + 1], guesses[index + 1], element)
			) {
				const { name, nameStart } = element;
				this.report({ code: 'tag-not-closed', tag: name, start: nameStart, end: nameStart + name.length });
				this.owed.add(name);
				this.hasUnclosed = true;
			}
		}
		resettle(unclosed, guesses, this.roots);
	}

	/** For each element the unexpected end tag that was meant for it, the innermost element's first. */
	private guessEndTags(unclosed: readonly OpenElement[], quiet: boolean): (Stray | undefined)[] {
		const guesses: (Stray | undefined)[] = [];
		const spare = [...(unclosed.at(-1)?.strays ?? [])].reverse();
		for (const { element, excused, strays } of unclosed.toReversed()) {
			const innermost = guesses.length === 0;
			const index = unclosed.length - 1 - guesses.length;
			const around = unclosed.slice(Math.max(0, index - mostAround), index);
			const isMeant = !(excused && !innermost) && isLikeName(spare.at(-1), element, around);
			const [own, ...others] = innermost ? [] : strays;
			const guess = own ?? (isMeant ? spare.pop() : undefined);
			others.forEach(stray => this.reportStray(stray, quiet));
			guesses.push(guess);
			if (guess && !guess.reported && !excused && !quiet) {
				const { name: close, nameStart: start } = guess.tag;
				this.report({ code: 'tag-mismatch', open: element.name, close, start, end: start + close.length });
			}
		}
		for (const stray of spare.reverse()) {
			this.reportStray(stray, quiet);
		}
		return guesses.reverse();
	}

	private reportStray({ tag: { name, nameStart }, reported }: Stray, quiet = reported): void {
		if (!quiet && !reported) {
			this.report({ code: 'end-tag-stray', tag: name, start: nameStart, end: nameStart + name.length });
		}
	}

	private forget({ element: { name } }: OpenElement): void {
		this.names.set(name, (this.names.get(name) ?? 1) - 1);
	}
}

/** Whether an end tag may be meant for an element: it is no slip of the name of one around it. */
function isLikeName(
	stray: Stray | undefined,
	{ name }: BuildingElement,
	around: readonly OpenElement[],
): boolean {
	const written = stray?.tag.name;
	return (
		written !== undefined &&
		(isSlip(written, name) || !around.some(({ element }) => isSlip(written, element.name)))
	);
}

/** `<b>text<b>`: the second one lacks its slash, and one report is enough for both. */
function isMeantAsEndTag(
	inner: OpenElement | undefined,
	guess: Stray | undefined,
	outer: BuildingElement,
): boolean {
	return (
		inner !== undefined &&
		!inner.excused &&
		!guess &&
		inner.element.name === outer.name &&
		inner.element.attributes.length === 0
	);
}

/**
 * Moves what stands behind the guessed end tag of an element to where that element stands; behind an unfinished start tag,
 * everything. From the outside in, so that each node moves once.
 */
function resettle(
	unclosed: readonly OpenElement[],
	guesses: readonly (Stray | undefined)[],
	roots: BuildingNode[],
): void {
	const endedBy = new Map<BuildingNode, BuildingElement>();
	unclosed.forEach(({ element }, index) => {
		const guess = guesses[index];
		if (guess) {
			endedBy.set(guess.tag, element);
		}
	});
	for (const [index, { element, excused }] of unclosed.entries()) {
		let into = excused && !guesses[index] ? element.parent : element;
		for (const node of element.children.splice(0)) {
			const ended = node.kind === 'endTag' ? endedBy.get(node) : undefined;
			if (ended && node.kind === 'endTag') {
				setEnd(ended, node);
				into = ended.parent;
			} else {
				put(node, into, roots);
			}
		}
	}
}

function setEnd(element: BuildingElement, tag: BuildingEndTag): void {
	tag.parent = element;
	element.endTag = tag;
	element.end = tag.end;
	element.closed = tag.closed;
}

function put(node: BuildingNode, into: BuildingElement | undefined, roots: BuildingNode[]): void {
	node.parent = into;
	(into?.children ?? roots).push(node);
}
