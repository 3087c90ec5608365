import { isNameCharacter, isSpace, nameEnd, spaceEnd } from '../../characters';

/** Whether a name, `=` and a quote stand there. */
export function isAttributeAt(text: string, at: number): boolean {
	const end = nameEnd(text, at);
	const equals = spaceEnd(text, end);
	return end > at && text[equals] === '=' && /["']/.test(text[spaceEnd(text, equals + 1)] ?? '');
}

/** Where the white space before ` name=` begins, if that is what stands before the quote at `close`. */
export function nextAttributeStart(text: string, innerStart: number, close: number): number | undefined {
	const equals = spaceBefore(text, close, innerStart) - 1;
	if (equals < innerStart || text[equals] !== '=') {
		return undefined;
	}
	const end = spaceBefore(text, equals, innerStart);
	let start = end;
	while (start > innerStart && isNameCharacter(text.charCodeAt(start - 1))) {
		start--;
	}
	const before = spaceBefore(text, start, innerStart);
	return before < start && nameEnd(text, start) === end && start < end ? before : undefined;
}

/** Where the white space begins that stands before `at`. */
export function spaceBefore(text: string, at: number, limit: number): number {
	while (at > limit && isSpace(text.charCodeAt(at - 1))) {
		at--;
	}
	return at;
}
