/**
 * The names in a text, each as one and the same string: a large document has few, many thousands of times. So most strings
 * are dropped at once, and looking a name up somewhere is as fast as with a name that stands in the code.
 */
export class Names {
	private readonly known = new Map<string, string>();

	[Symbol.iterator](): Iterator<string> {
		return this.known.keys();
	}

	get(name: string): string {
		const known = this.known.get(name);
		if (known !== undefined) {
			return known;
		}
		const own = ` ${name}`.slice(1); // A slice of the text would keep the text as long as a node of it lives on.
		this.known.set(own, own);
		return own;
	}
}
