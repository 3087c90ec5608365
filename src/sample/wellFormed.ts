import { readDoctype } from './doctype';
import { illegalCharacterAt, isLegalCodePoint, xmlName, xmlSpace } from './xmlCharacters';
import { XmlCursor, XmlProblem } from './xmlCursor';

/** The root element of a well-formed document, or the first reason why the text is none, with its place. */
export type XmlCheck =
	{ readonly root: string; readonly attributes: ReadonlyMap<string, string> } | { readonly problem: string };

/** Takes time in proportion to the text, however it is malformed. */
export function checkXml(text: string): XmlCheck {
	try {
		const { tag, attributes } = readDocument(new XmlCursor(text));
		return { root: tag, attributes };
	} catch (error) {
		if (error instanceof XmlProblem) {
			return { problem: `${error.message} ${place(text, error.offset)}` };
		}
		throw error;
	}
}

function place(text: string, offset: number): string {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return `(line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1})`;
}

interface Tag {
	readonly tag: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly start: number;
	/** It ends with `/>`. */
	readonly closed: boolean;
}

const declaration = new RegExp(
	`<\\?xml${xmlSpace}+version${xmlSpace}*=${xmlSpace}*(["'])1\\.\\d+\\1` +
		`(?:${xmlSpace}+encoding${xmlSpace}*=${xmlSpace}*(["'])[A-Za-z][A-Za-z0-9._-]*\\2)?` +
		`(?:${xmlSpace}+standalone${xmlSpace}*=${xmlSpace}*(["'])(?:yes|no)\\3)?${xmlSpace}*\\?>`,
	'y',
);
const reference = new RegExp(`&(?:#(\\d{1,10})|#x([0-9A-Fa-f]{1,8})|(${xmlName}));`, 'uy');

function readDocument(cursor: XmlCursor): Tag {
	const illegal = illegalCharacterAt(cursor.text);
	if (illegal !== -1) {
		cursor.fail('A character that XML does not allow', illegal);
	}
	cursor.skip('\uFEFF');
	cursor.match(declaration);
	cursor.miscellany();
	const entities = new Set(['lt', 'gt', 'amp', 'quot', 'apos', ...readDoctype(cursor)]);
	cursor.miscellany();
	const root = new ElementReader(cursor, entities).root();
	cursor.miscellany();
	if (cursor.at < cursor.text.length) {
		cursor.fail('Something follows the root element');
	}
	return root;
}

class ElementReader {
	constructor(
		private readonly cursor: XmlCursor,
		private readonly entities: ReadonlySet<string>,
	) {}

	root(): Tag {
		const root = this.startTag() ?? this.cursor.fail('The root element is missing');
		const open = root.closed ? [] : [root];
		for (let parent = open.at(-1); parent; parent = open.at(-1)) {
			if (this.endTag(parent)) {
				open.pop();
				continue;
			}
			const child = this.startTag();
			if (child && !child.closed) {
				open.push(child);
			}
			if (!child) {
				this.content(parent);
			}
		}
		return root;
	}

	private startTag(): Tag | undefined {
		const start = this.cursor.at;
		if (!this.cursor.looksAt('<') || '!?/'.includes(this.cursor.text[start + 1] ?? '-')) {
			return undefined;
		}
		this.cursor.at++;
		const tag = this.cursor.name('the name of an element');
		const attributes = new Map<string, string>();
		for (;;) {
			const spaced = this.cursor.space();
			if (this.cursor.skip('>')) {
				return { tag, attributes, start, closed: false };
			}
			if (this.cursor.skip('/>')) {
				return { tag, attributes, start, closed: true };
			}
			const attributeStart = this.cursor.at;
			const attribute = this.cursor.name(`an attribute or the end of <${tag}>`);
			if (!spaced) {
				this.cursor.fail('White space is missing before an attribute', attributeStart);
			}
			if (attributes.has(attribute)) {
				this.cursor.fail(`The attribute ${attribute} is there twice`, attributeStart);
			}
			attributes.set(attribute, this.attributeValue(attribute));
		}
	}

	private attributeValue(attribute: string): string {
		this.cursor.space();
		this.cursor.need('=', `The attribute ${attribute} has no value`);
		this.cursor.space();
		const quote = this.cursor.text[this.cursor.at];
		if (quote !== '"' && quote !== "'") {
			this.cursor.fail(`The value of ${attribute} is not in quotes`);
		}
		const start = ++this.cursor.at;
		const value = this.cursor.through(quote, `The value of ${attribute} does not end`);
		this.refuse('<', value, start, `The value of ${attribute} contains a <`);
		this.references(value, start);
		return value;
	}

	private endTag(open: Tag): boolean {
		const start = this.cursor.at;
		if (!this.cursor.skip('</')) {
			return false;
		}
		const tag = this.cursor.name('the name of an element');
		if (tag !== open.tag) {
			this.cursor.fail(`</${tag}> closes <${open.tag}>`, start);
		}
		this.cursor.space();
		this.cursor.need('>', 'The end tag does not end');
		return true;
	}

	/** What stands between two tags, or a piece of it. */
	private content(parent: Tag): void {
		const start = this.cursor.at;
		if (start >= this.cursor.text.length) {
			this.cursor.fail(`<${parent.tag}> is never closed`, parent.start);
		}
		if (this.cursor.comment() || this.cursor.instruction()) {
			return;
		}
		if (this.cursor.skip('<![CDATA[')) {
			this.cursor.through(']]>', 'The CDATA section does not end', start);
			return;
		}
		if (this.cursor.looksAt('<')) {
			this.cursor.fail('A declaration inside an element');
		}
		const end = this.cursor.text.indexOf('<', start);
		this.cursor.at = end === -1 ? this.cursor.text.length : end;
		const characters = this.cursor.text.slice(start, this.cursor.at);
		this.refuse(']]>', characters, start, 'A ]]> outside of CDATA');
		this.references(characters, start);
	}

	private references(value: string, offset: number): void {
		for (let at = value.indexOf('&'); at !== -1; at = value.indexOf('&', at + 1)) {
			reference.lastIndex = at;
			const [whole, decimal, hexadecimal, entity] = reference.exec(value) ?? [];
			if (whole === undefined) {
				this.cursor.fail('A & that begins no reference', offset + at);
			}
			const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
			if (entity === undefined ? !isLegalCodePoint(code) : !this.entities.has(entity)) {
				this.cursor.fail(`${whole} stands for nothing`, offset + at);
			}
		}
	}

	private refuse(forbidden: string, value: string, offset: number, problem: string): void {
		const found = value.indexOf(forbidden);
		if (found !== -1) {
			this.cursor.fail(problem, offset + found);
		}
	}
}
