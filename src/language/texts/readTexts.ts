import { parseProperties, type PropertiesDocument } from '../../core/properties/parse';
import { reread } from '../../core/xml/reread';
import type { XmlDocument } from '../../core/xml/tree';

/** A longer text is not read: people would feel that with every keystroke. */
const mostCharacters = 2_000_000;

export function isTooLong(text: string): boolean {
	return text.length > mostCharacters;
}

/** What the texts of documents mean, by the documents' URIs; each text is read once, until it is another one. */
export class ReadTexts {
	private readonly xmls = new Map<string, XmlDocument>();
	/** As they were last without problems: what is typed since is all that has to be read. */
	private readonly wholes = new Map<string, XmlDocument>();
	private readonly translations = new Map<string, PropertiesDocument>();

	/** An empty document for a text that is too long. */
	xml(uri: string, text: string): XmlDocument {
		if (isTooLong(text)) {
			return { text, children: [], root: undefined, problems: [] };
		}
		const read = remembered(this.xmls, uri, text, () => reread(this.wholes.get(uri), text));
		if (read.problems.length === 0) {
			this.wholes.set(uri, read);
		}
		return read;
	}

	/** An empty document for a text that is too long. */
	properties(uri: string, text: string): PropertiesDocument {
		return isTooLong(text)
			? { text, entries: [], comments: [], problems: [] }
			: remembered(this.translations, uri, text, parseProperties);
	}

	forget(uri: string): void {
		this.xmls.delete(uri);
		this.wholes.delete(uri);
		this.translations.delete(uri);
	}

	/** Forgets the documents in a folder. */
	forgetBelow(folder: string, isKept: (uri: string) => boolean): void {
		for (const uri of [...this.xmls.keys(), ...this.translations.keys()]) {
			if (uri.startsWith(`${folder}/`) && !isKept(uri)) {
				this.forget(uri);
			}
		}
	}
}

function remembered<T extends { readonly text: string }>(
	memory: Map<string, T>,
	uri: string,
	text: string,
	parse: (text: string) => T,
): T {
	const known = memory.get(uri);
	if (known?.text === text) {
		return known;
	}
	const parsed = parse(text);
	memory.set(uri, parsed);
	return parsed;
}
