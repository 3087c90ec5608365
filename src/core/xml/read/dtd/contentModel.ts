import type { Scanner } from '../scanner';

/** Reads what an ELEMENT declaration says about the content; false where it is malformed. */
export function readContentModel(scanner: Scanner): boolean {
	if (scanner.skip('EMPTY') || scanner.skip('ANY')) {
		return true;
	}
	if (!scanner.skip('(')) {
		return false;
	}
	scanner.space();
	return scanner.skip('#PCDATA') ? readMixed(scanner) : readGroup(scanner);
}

/** Reads `(#PCDATA | a | b)*` behind `#PCDATA`. */
function readMixed(scanner: Scanner): boolean {
	for (let names = 0; ; names++) {
		scanner.space();
		if (scanner.skip(')')) {
			return scanner.skip('*') || names === 0;
		}
		if (!scanner.skip('|')) {
			return false;
		}
		scanner.space();
		if (!scanner.name()) {
			return false;
		}
	}
}

/** Reads `(a, (b | c)*)?` behind its first parenthesis. */
function readGroup(scanner: Scanner): boolean {
	/** What separates the members of each open group, innermost last; empty until it is known. */
	const separators = [''];
	while (separators.length > 0) {
		scanner.space();
		if (scanner.skip('(')) {
			separators.push('');
			continue;
		}
		if (!scanner.name()) {
			return false;
		}
		skipOccurrence(scanner);
		scanner.space();
		while (separators.length > 0 && scanner.skip(')')) {
			skipOccurrence(scanner);
			separators.pop();
			if (separators.length > 0) {
				scanner.space();
			}
		}
		const separator = separators.pop();
		if (separator !== undefined) {
			const next = ['|', ','].find(mark => scanner.looksAt(mark)) ?? '';
			if (!next || (separator && separator !== next)) {
				return false;
			}
			scanner.skip(next);
			separators.push(next);
		}
	}
	return true;
}

function skipOccurrence(scanner: Scanner): void {
	scanner.match(/[?*+]/y);
}
