import { xmlName } from './xmlCharacters';

/** Why a text is not well-formed XML. */
export class XmlProblem extends Error {
	override name = 'XmlProblem';

	constructor(
		message: string,
		readonly offset: number,
	) {
		super(message);
	}
}

const namePattern = new RegExp(xmlName, 'uy');

/** A place in an XML text, and what can be read from there on, whatever part of the document it is. */
export class XmlCursor {
	at = 0;

	constructor(readonly text: string) {}

	/** Comments, processing instructions and white space. */
	miscellany(): void {
		do {
			this.space();
		} while (this.comment() || this.instruction());
	}

	comment(): boolean {
		const start = this.at;
		if (!this.skip('<!--')) {
			return false;
		}
		this.through('--', 'The comment does not end', start);
		this.need('>', 'A comment contains --');
		return true;
	}

	instruction(): boolean {
		const start = this.at;
		if (!this.skip('<?')) {
			return false;
		}
		const target = this.name('the target of a processing instruction');
		if (target.toLowerCase() === 'xml') {
			this.fail('A misplaced or malformed XML declaration', start);
		}
		if (!this.looksAt('?>')) {
			this.needSpace();
		}
		this.through('?>', 'The processing instruction does not end', start);
		return true;
	}

	name(what: string): string {
		return this.match(namePattern)?.[0] ?? this.fail(`Here should be ${what}`);
	}

	/** Moves past the next `end` and returns what stands before it. */
	through(end: string, problem: string, start = this.at): string {
		const found = this.text.indexOf(end, this.at);
		if (found === -1) {
			this.fail(problem, start);
		}
		const passed = this.text.slice(this.at, found);
		this.at = found + end.length;
		return passed;
	}

	space(): boolean {
		const start = this.at;
		while (' \t\r\n'.includes(this.text[this.at] ?? 'the end')) {
			this.at++;
		}
		return this.at > start;
	}

	needSpace(): void {
		if (!this.space()) {
			this.fail('White space is missing');
		}
	}

	need(expected: string, problem: string): void {
		if (!this.skip(expected)) {
			this.fail(problem);
		}
	}

	skip(expected: string): boolean {
		const found = this.looksAt(expected);
		this.at += found ? expected.length : 0;
		return found;
	}

	looksAt(expected: string): boolean {
		return this.text.startsWith(expected, this.at);
	}

	/** `pattern` is a sticky one. */
	peek(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		return pattern.exec(this.text);
	}

	match(pattern: RegExp): RegExpExecArray | null {
		const found = this.peek(pattern);
		this.at += found?.[0].length ?? 0;
		return found;
	}

	fail(problem: string, offset = this.at): never {
		throw new XmlProblem(problem, offset);
	}
}
