import { filterFields, fold, textTest, type Test } from './filterFields';

/** The filter is not one that `GET /connectors` takes. */
export class FilterError extends Error {
	override name = 'FilterError';
}

type Token = { readonly kind: 'word' | 'string' | 'mark'; readonly text: string };

/** The test that a filter stands for: `and` binds tighter than `or`, `not` tighter than both. */
export function parseFilter(text: string): Test {
	const parser = new Parser(tokenize(text));
	const test = parser.either();
	parser.end();
	return test;
}

function tokenize(text: string): Token[] {
	const token = /\s*(?:([A-Za-z]\w*)|"((?:[^"\\]|\\["\\])*)"|([(),]))\s*/y;
	const tokens: Token[] = [];
	while (token.lastIndex < text.length) {
		const at = token.lastIndex;
		const [, word, string, mark] = token.exec(text) ?? [];
		if (word !== undefined) {
			tokens.push({ kind: 'word', text: word });
		} else if (string !== undefined) {
			tokens.push({ kind: 'string', text: string.replace(/\\(.)/g, '$1') });
		} else if (mark !== undefined) {
			tokens.push({ kind: 'mark', text: mark });
		} else {
			throw new FilterError(`The filter cannot be read from "${text.slice(at, at + 20)}" on.`);
		}
	}
	return tokens;
}

class Parser {
	private at = 0;
	private depth = 0;

	constructor(private readonly tokens: readonly Token[]) {}

	either(): Test {
		const tests = [this.both()];
		while (this.take('word', 'or')) {
			tests.push(this.both());
		}
		return connector => tests.some(test => test(connector));
	}

	end(): void {
		if (this.at < this.tokens.length) {
			throw this.unexpected('and, or, or the end');
		}
	}

	private both(): Test {
		const tests = [this.factor()];
		while (this.take('word', 'and')) {
			tests.push(this.factor());
		}
		return connector => tests.every(test => test(connector));
	}

	private factor(): Test {
		if (++this.depth > 100) {
			throw new FilterError('The filter is nested too deeply.');
		}
		const test = this.negation() ?? this.group() ?? this.comparison();
		this.depth--;
		return test;
	}

	private negation(): Test | undefined {
		if (!this.take('word', 'not')) {
			return undefined;
		}
		const test = this.factor();
		return connector => !test(connector);
	}

	private group(): Test | undefined {
		if (!this.take('mark', '(')) {
			return undefined;
		}
		const test = this.either();
		this.expect('mark', ')');
		return test;
	}

	private comparison(): Test {
		const name = this.expect('word', undefined, 'a field');
		const field = filterFields.get(name);
		if (!field) {
			throw new FilterError(`The field "${name}" cannot be filtered by.`);
		}
		const operator = this.expect('word', undefined, 'an operator');
		if (!field.operators.includes(operator)) {
			const supported = field.operators.join(', ');
			throw new FilterError(
				`The field "${name}" does not support the operator "${operator}"; it supports ${supported}.`,
			);
		}
		switch (field.kind) {
			case 'text':
				return textTest(field.of, operator, this.expect('string', undefined, 'a string'));
			case 'boolean': {
				const wanted = this.boolean(name);
				return connector => field.of(connector) === wanted;
			}
			case 'list': {
				const wanted = this.strings();
				return connector => {
					const present = new Set(field.of(connector).map(fold));
					return wanted.every(value => present.has(value));
				};
			}
		}
	}

	private boolean(name: string): boolean {
		const text = fold(this.take('string') ?? this.expect('word', undefined, 'true or false'));
		if (text !== 'true' && text !== 'false') {
			throw new FilterError(`The field "${name}" is either true or false, never "${text}".`);
		}
		return text === 'true';
	}

	private strings(): string[] {
		this.expect('mark', '(');
		const strings: string[] = [];
		do {
			strings.push(fold(this.expect('string', undefined, 'a string')));
		} while (this.take('mark', ','));
		this.expect('mark', ')');
		return strings;
	}

	/** Takes the next token if it is of this kind and has this text; returns its text. */
	private take(kind: Token['kind'], text?: string): string | undefined {
		const token = this.tokens[this.at];
		if (token?.kind !== kind || (text !== undefined && token.text !== text)) {
			return undefined;
		}
		this.at++;
		return token.text;
	}

	private expect(kind: Token['kind'], text?: string, what = `"${text ?? ''}"`): string {
		const found = this.take(kind, text);
		if (found === undefined) {
			throw this.unexpected(what);
		}
		return found;
	}

	private unexpected(expected: string): FilterError {
		const found = this.tokens[this.at];
		return new FilterError(
			`The filter should have ${expected} where it has ${found ? `"${found.text}"` : 'its end'}.`,
		);
	}
}
