import type { BuildingNode } from './building';
import { readExternalId } from './declarations';
import { Dtd } from './dtd';
import type { Reading } from './reading';
import { Subset } from './subset';

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
	if (problem) {
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
function readRest(reading: Reading, dtd: Dtd): 'malformed' | 'unterminated' | undefined {
	const { scanner } = reading;
	const spaced = scanner.space();
	if (scanner.looksAt('SYSTEM') || scanner.looksAt('PUBLIC')) {
		dtd.hasOtherParts = true;
		if (!spaced || !readExternalId(reading)) {
			return 'malformed';
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

function skipRest(reading: Reading): void {
	const { scanner } = reading;
	scanner.match(/[^<>[]*/y);
	if (scanner.skip('[')) {
		new Subset({ ...reading, report: () => undefined }, new Dtd(() => undefined)).read();
		scanner.match(/[^<>]*/y);
	}
	scanner.skip('>');
}
