import type { BuildingNode } from '../building';
import { spaceEnd } from '../../characters';
import { readExternalId } from './declarations';
import { Dtd } from './dtd';
import type { Reading } from '../reading';
import type { Scanner } from '../scanner';
import { Subset } from './subset';

const beforeLiteral = /(?:SYSTEM|PUBLIC(?:\s+(?:"[^"<>\r\n[]*"|'[^'<>\r\n[]*'))?)\s+/y;
/** Its closing quote, if there is one later on, belongs to what stands behind the DOCTYPE. */
const openLiteral = /(?:"[^"<>\r\n[]*|'[^'<>\r\n[]*)(?=[<>\r\n[]|$)/y;

/** Reads the DOCTYPE that begins here, and what it declares into `dtd`. */
export function readDoctype(reading: Reading, dtd: Dtd): BuildingNode {
	const { scanner, report } = reading;
	const start = scanner.at;
	scanner.at += '<!DOCTYPE'.length;
	const keywordEnd = scanner.at;
	const spaced = scanner.space();
	const name = spaced ? scanner.name() : '';
	const problem = name ? readRest(reading, dtd) : 'malformed';
	const wrong = scanner.at;
	if (problem === 'reported') {
		skipRest(reading);
	} else if (problem) {
		const length = scanner.match(/[^\s<>[]+/y)?.length ?? 0;
		if (problem === 'unterminated' || length === 0) {
			report({ code: `doctype-${problem}`, start, end: keywordEnd });
		} else {
			report({ code: 'doctype-malformed', start: wrong, end: wrong + length });
		}
		skipRest(reading);
	}
	dtd.finish();
	return { kind: 'doctype', parent: undefined, start, end: scanner.at, closed: !problem, name };
}

/** Reads what follows the name; undefined if it is well-formed. */
function readRest(reading: Reading, dtd: Dtd): 'malformed' | 'unterminated' | 'reported' | undefined {
	const { scanner } = reading;
	const spaced = scanner.space();
	if (scanner.looksAt('SYSTEM') || scanner.looksAt('PUBLIC')) {
		dtd.hasOtherParts = true;
		const { at: start } = scanner;
		if (!spaced || !readExternalId(reading) || !isBehindId(scanner)) {
			return spaced && reportOpenLiteral(reading, start) ? 'reported' : 'malformed';
		}
		scanner.space();
	}
	if (scanner.skip('[')) {
		if (!new Subset(reading, dtd).read()) {
			return 'unterminated';
		}
		scanner.space();
	}
	if (scanner.skip('>')) {
		return undefined;
	}
	return scanner.atEnd || scanner.looksAt('<') ? 'unterminated' : 'malformed';
}

/** Whether what stands here may follow the last literal; what may not is left to be reported. */
function isBehindId({ text, at }: Scanner): boolean {
	return /[[<>]/.test(text[spaceEnd(text, at)] ?? '>');
}

/** Reports a literal that has lost its closing quote, if there is one in what begins at `start`, and goes behind it. */
function reportOpenLiteral({ scanner, report }: Reading, from: number): boolean {
	const wrong = scanner.at;
	scanner.at = from;
	scanner.match(beforeLiteral);
	const start = scanner.at;
	const literal = scanner.match(openLiteral)?.trimEnd();
	if (literal === undefined) {
		scanner.at = wrong;
		return false;
	}
	report({ code: 'doctype-quote-missing', start, end: start + literal.length });
	return true;
}

function skipRest(reading: Reading): void {
	const { scanner } = reading;
	scanner.match(/[^<>[]*/y);
	if (scanner.skip('[')) {
		new Subset({ ...reading, report: () => undefined }, new Dtd(() => undefined)).read();
		scanner.match(/[^<>]*/y);
	}
	scanner.skip('>');
}
