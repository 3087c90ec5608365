const longest = 200;

/**
 * Makes a name fit for a sentence. Names come from anywhere, so invisible characters are replaced, links broken, and very
 * long names cut.
 */
export function safeText(name: string): string {
	const plain = withoutLinks(name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd'));
	return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Breaks links in a sentence with others' words: in a notification, a click on `[x](command:…)` would run a command. */
export function withoutLinks(sentence: string): string {
	return sentence.replaceAll('](', '] (');
}
