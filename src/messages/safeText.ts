const longest = 200;

/**
 * A name as a sentence may show it. Names come from anywhere: what is invisible, would be a link in a notification or goes
 * on for pages is not shown as it is.
 */
export function safeText(name: string): string {
	const plain = withoutLinks(name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd'));
	return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** A sentence with somebody else's words in it: `[x](command:…)` would be a link that runs a command. */
export function withoutLinks(sentence: string): string {
	return sentence.replaceAll('](', '] (');
}
