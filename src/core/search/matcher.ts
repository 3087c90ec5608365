import vm from 'node:vm';
import { PatternError, regExpOf, type Pattern } from './pattern';

/** A place in a text, counted as VS Code does: from 0, columns in UTF-16 units. */
export interface Match {
	readonly line: number;
	readonly start: number;
	readonly end: number;
	/** The line; of a very long one, what is around the match. */
	readonly text: string;
	/** The column at which `text` begins. */
	readonly offset: number;
}

interface Input {
	text: string;
	most: number;
	readonly source: string;
	readonly flags: string;
}

const script = new vm.Script(`(${findMatches.toString()})(text, source, flags, most)`);

/** Finds a pattern in texts, line by line. */
export class Matcher {
	private readonly input: Input;
	private readonly context: vm.Context;

	/**
	 * @param time milliseconds that one text may take
	 * @throws PatternError
	 */
	constructor(
		pattern: Pattern,
		private readonly time = 1000,
	) {
		this.input = { text: '', most: 0, ...regExpOf(pattern) };
		this.context = vm.createContext(this.input);
	}

	/**
	 * The first `most` matches. A regular expression can take practically for ever, and nothing else runs meanwhile: only
	 * the time limit of a script interrupts it.
	 *
	 * @throws PatternError
	 */
	find(text: string, most: number): readonly Match[] {
		Object.assign(this.input, { text, most });
		try {
			// As JSON, so that a match holds its own line and not the whole text in memory.
			return JSON.parse(String(script.runInContext(this.context, { timeout: this.time }))) as Match[];
		} catch {
			throw new PatternError('too-slow'); // The time was over or, with a RangeError, the stack.
		} finally {
			this.input.text = '';
		}
	}
}

/** Runs in a context of its own, made from its source: it can use nothing that is around it here. */
function findMatches(text: string, source: string, flags: string, most: number): string {
	const longestLine = 1000;
	const before = 100;
	const pattern = new RegExp(source, flags);
	const lines = text.split(/\r\n|\r|\n/);
	const found: Match[] = [];
	for (let line = 0; line < lines.length && found.length < most; line++) {
		const whole = lines[line] ?? '';
		for (const match of whole.matchAll(pattern)) {
			const start = match.index;
			const offset = whole.length > longestLine ? Math.max(0, start - before) : 0;
			const excerpt = whole.slice(offset, offset + longestLine);
			found.push({ line, start, end: start + match[0].length, text: excerpt, offset });
			if (found.length >= most) {
				break;
			}
		}
	}
	return JSON.stringify(found);
}
