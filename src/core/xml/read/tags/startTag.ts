import { isAttributeAt } from './attributeStart';
import { readAttributeValue } from './attributeValue';
import type { BuildingElement } from '../building';
import { nameCharactersEnd, nameEnd, spaceEnd, spaceLookalikes } from '../../characters';
import type { XmlProblem } from '../../problem';
import type { Reading } from '../reading';
import type { XmlAttribute } from '../../tree';

const slashAndSpace = /\/\s+>/y;
/** `==` before a value. */
const moreEquals = /=[\s=]*(?=["'])/y;
const tail = /\s*\/?>/y;
const quoted = /"[^"<>]*"|'[^'<>]*'|["']/y;
const attributeTail = /\s+[^\s<>="'/]+\s*=\s*["']/y;

/** Whether the `<` at `at` begins a tag, if a malformed one, rather than being a less-than sign. */
export function isStartTag(text: string, at: number): boolean {
	const nameStart = spaceEnd(text, at + 1);
	if (nameEnd(text, at + 1) > at + 1 || text[at + 1] === '>') {
		return true;
	}
	const end = nameStart > at + 1 ? nameEnd(text, nameStart) : nameCharactersEnd(text, nameStart);
	return end > nameStart && [tail, attributeTail].some(pattern => matches(pattern, text, end));
}

function matches(pattern: RegExp, text: string, at: number): boolean {
	pattern.lastIndex = at;
	return pattern.test(text);
}

/** A start tag, and whether something about it has been reported that may cost it its end tag. */
export interface StartTag {
	readonly element: BuildingElement;
	readonly excused: boolean;
}

/** Reads the start tag that begins here. */
export function readStartTag(reading: Reading): StartTag {
	return new StartTagReader(reading).read();
}

class StartTagReader {
	private readonly attributes: XmlAttribute[] = [];
	/** The names of the attributes, as soon as they are too many to look through. */
	private names: Set<string> | undefined;
	/** Reported when the tag has ended and is not blamed for anything else: in a half-typed tag it is no news. */
	private minor: XmlProblem | undefined;
	private blamed = false;
	private excused = false;

	constructor(private readonly reading: Reading) {}

	read(): StartTag {
		const { scanner } = this.reading;
		const start = scanner.at++;
		const spaced = scanner.space();
		const nameStart = scanner.at;
		const name = this.readName(start, spaced);
		const selfClosing = this.readAttributes();
		const finished = selfClosing !== undefined;
		if (!finished && !this.excused) {
			const end = nameStart + name.length;
			this.reading.report({ code: 'tag-unfinished', tag: name, start: nameStart, end });
		}
		if (finished && this.minor && !this.blamed && !this.excused) {
			this.reading.report(this.minor);
		}
		const element: BuildingElement = {
			kind: 'element',
			parent: undefined,
			start,
			end: scanner.at,
			closed: selfClosing === true,
			name,
			nameStart,
			attributes: this.attributes,
			startTagEnd: scanner.at,
			startTagClosed: finished,
			selfClosing: selfClosing === true,
			children: [],
			endTag: undefined,
		};
		return { element, excused: !finished || this.excused };
	}

	private readName(start: number, spaced: boolean): string {
		const { scanner, report } = this.reading;
		const nameStart = scanner.at;
		const name = scanner.name() || scanner.nameToken();
		const end = scanner.at;
		if (!name) {
			report({ code: 'tag-name-missing', start, end: end + 1 });
			this.excused = true;
		} else if (spaced) {
			report({ code: 'space-before-tag-name', tag: name, start, end });
			this.excused = true;
		} else if (nameEnd(scanner.text, nameStart) === nameStart) {
			report({ code: 'name-malformed', name, start: nameStart, end });
			this.excused = true;
		}
		return name;
	}

	/** Whether the tag ends with `/>`; undefined if it does not end. */
	private readAttributes(): boolean | undefined {
		const { scanner } = this.reading;
		for (let separated = false; ;) {
			separated = this.space() || separated;
			if (scanner.skip('>')) {
				return false;
			}
			if (scanner.skip('/>') || this.splitSlash()) {
				return true;
			}
			const isStray = scanner.looksAt('<') && isAttributeAt(scanner.text, scanner.at + 1);
			if (scanner.atEnd || (scanner.looksAt('<') && !isStray)) {
				return undefined;
			}
			// What does not belong there separates as white space does.
			separated = !this.readAttribute(separated);
			if (separated) {
				this.skipUnexpected();
			}
		}
	}

	/** Skips white space, and what only looks like it. */
	private space(): boolean {
		const { scanner } = this.reading;
		const from = scanner.at;
		scanner.space();
		for (let start = scanner.at; scanner.match(spaceLookalikes) !== undefined; start = scanner.at) {
			const character = scanner.text.charAt(start);
			this.minor ??= { code: 'character-unexpected', character, start, end: scanner.at };
			scanner.space();
		}
		return scanner.at > from;
	}

	/** `/ >` */
	private splitSlash(): boolean {
		const { scanner, report } = this.reading;
		const start = scanner.at;
		const found = scanner.match(slashAndSpace) !== undefined;
		if (found) {
			report({ code: 'character-unexpected', character: '/', start, end: start + 1 });
		}
		return found;
	}

	private readAttribute(separated: boolean): boolean {
		const { scanner } = this.reading;
		const start = scanner.at;
		const name = scanner.name() || this.malformedName();
		if (!name) {
			return false;
		}
		const nameEnd = scanner.at;
		if (!separated && !this.excused) {
			this.reading.report({ code: 'attribute-without-space', attribute: name, start, end: nameEnd });
		}
		if (this.isRepeated(name)) {
			this.reading.report({ code: 'attribute-repeated', attribute: name, start, end: nameEnd });
		}
		const value = this.readValue(name);
		if (!value) {
			this.minor ??= { code: 'attribute-without-value', attribute: name, start, end: nameEnd };
		}
		this.attributes.push({ name, nameEnd, value, start, end: scanner.at });
		return true;
	}

	private isRepeated(name: string): boolean {
		if (this.attributes.length < 16) {
			return this.attributes.some(attribute => attribute.name === name);
		}
		this.names ??= new Set(this.attributes.map(attribute => attribute.name));
		const isRepeated = this.names.has(name);
		this.names.add(name);
		return isRepeated;
	}

	/** A name that may not begin as it does, before a `=`. */
	private malformedName(): string {
		const { scanner } = this.reading;
		const start = scanner.at;
		const name = scanner.nameToken();
		if (scanner.text[spaceEnd(scanner.text, scanner.at)] !== '=') {
			scanner.at = start;
			return '';
		}
		if (name) {
			this.reading.report({ code: 'name-malformed', name, start, end: scanner.at });
		}
		return name;
	}

	private readValue(name: string): XmlAttribute['value'] {
		const { scanner } = this.reading;
		const before = scanner.at;
		const { minor } = this;
		this.space();
		if (!scanner.skip('=')) {
			scanner.at = before;
			this.minor = minor;
			return undefined;
		}
		const behindEquals = scanner.at;
		this.space();
		const again = scanner.at;
		if (scanner.match(moreEquals) !== undefined) {
			this.minor ??= { code: 'character-unexpected', character: '=', start: again, end: scanner.at };
		}
		const value = readAttributeValue(this.reading, name);
		if (!value) {
			scanner.at = behindEquals;
		} else if (value.innerStart === value.start) {
			this.blamed = true;
		} else if (value.innerEnd === value.end) {
			this.excused = true; // where it was meant to end is a guess
		}
		return value;
	}

	private skipUnexpected(): void {
		const { scanner } = this.reading;
		const start = scanner.at;
		if (scanner.match(quoted) !== undefined) {
			this.minor ??= { code: 'attribute-name-missing', start, end: scanner.at };
			return;
		}
		const character = String.fromCodePoint(scanner.text.codePointAt(start) ?? 0);
		if (!scanner.nameToken()) {
			scanner.at += character.length;
		}
		this.minor ??= { code: 'character-unexpected', character, start, end: scanner.at };
	}
}
