/** A text in one line, cut to so many UTF-16 units. */
export function oneLine(text: string, most: number): string {
	return shortened(text.replace(/\s+/g, ' ').trim(), most);
}

/** A text cut to so many UTF-16 units, but never within a character. */
export function shortened(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
