import { fold, textTest, type FilterFields, type Test } from './filterFields';

/** The filter is not one that the list takes. */
export class FilterError extends Error {
	override name = 'FilterError';
}

type Token = { readonly kind: 'word' | 'string' | 'mark'; readonly text: string };

/** The test that a filter stands for: `and` binds tighter than `or`, `not` tighter than both. */
export function parseFilter<Row>(text: string, fields: FilterFields<Row>): Test<Row> {
	const parser = new Parser(tokenize(text), fields);
	const test = parser.either();
	parser.end();
	return test;
}

function tokenize(text: string): Token[] {
	const token = /\s*(?:([A-Za-z][\w.]*)|"((?:[^"\\]|\\["\\])*)"|([(),]))\s*/y;
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

class Parser<Row> {
	private at = 0;
	private depth = 0;

	constructor(
		private readonly tokens: readonly Token[],
		private readonly fields: FilterFields<Row>,
	) {}

	either(): Test<Row> {
		const tests = [this.both()];
		while (this.take('word', 'or')) {
			tests.push(this.both());
		}
		return row => tests.some(test => test(row));
	}

	end(): void {
		if (this.at < this.tokens.length) {
			throw this.unexpected('and, or, or the end');
		}
	}

	private both(): Test<Row> {
		const tests = [this.factor()];
		while (this.take('word', 'and')) {
			tests.push(this.factor());
		}
		return row => tests.every(test => test(row));
	}

	private factor(): Test<Row> {
		if (++this.depth > 100) {
			throw new FilterError('The filter is nested too deeply.');
		}
		const test = this.negation() ?? this.group() ?? this.comparison();
		this.depth--;
		return test;
	}

	private negation(): Test<Row> | undefined {
		if (!this.take('word', 'not')) {
			return undefined;
		}
		const test = this.factor();
		return row => !test(row);
	}

	private group(): Test<Row> | undefined {
		if (!this.take('mark', '(')) {
			return undefined;
		}
		const test = this.either();
		this.expect('mark', ')');
		return test;
	}

	private comparison(): Test<Row> {
		const name = this.expect('word', undefined, 'a field');
		const field = this.fields.get(name);
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
		if (operator === 'isnull') {
			return row => (field.of(row) ?? null) === null;
		}
		switch (field.kind) {
			case 'text': {
				const isAnyOf = operator === 'in';
				const values = isAnyOf ? this.strings() : [this.expect('string', undefined, 'a string')];
				const tests = values.map(value => textTest(isAnyOf ? 'eq' : operator, value));
				return row => tests.some(test => test(field.of(row)));
			}
			case 'boolean': {
				const wanted = this.boolean(name);
				return row => (field.of(row) === wanted) === (operator === 'eq');
			}
			case 'list': {
				const wanted = operator === 'ca' ? this.strings() : [this.expect('string', undefined, 'a string')];
				return row => {
					const present = new Set((field.of(row) ?? []).map(fold));
					return wanted.every(value => present.has(fold(value)));
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
			strings.push(this.expect('string', undefined, 'a string'));
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
