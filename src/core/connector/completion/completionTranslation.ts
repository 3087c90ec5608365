import { escapeKey } from '../../properties/escape';
import type { PropertiesDocument, PropertiesEntry } from '../../properties/parse';
import type { TextRange } from '../../text/textEdit';
import type { ConnectorDocuments } from '../connectorDocuments';
import { readForm } from '../model/form';
import { labelTextIn } from '../model/labels';
import { spellingIn, textsIn } from '../translations/translation';

/** A key that a translation lacks, and what people read for it elsewhere. */
export interface MissingKey {
	readonly key: string;
	readonly newText: string;
	readonly text: string | undefined;
}

/** The keys that can be typed at a place of a translation: those that the form uses, or other locales have. */
export function missingKeysAt(
	document: PropertiesDocument,
	offset: number,
	connector: ConnectorDocuments,
): (TextRange & { readonly items: readonly MissingKey[] }) | undefined {
	const place = keyAt(document, offset);
	if (!place) {
		return undefined;
	}
	const there = new Set(document.entries.filter(entry => entry !== place.entry).map(({ key }) => key));
	const missing = knownKeys(connector).filter(key => !there.has(key));
	const textOf = labelTextIn(connector);
	const spelling = spellingIn(connector, document);
	const separator = place.hasSeparator ? '' : usualSeparator(document);
	const items = missing.map(key => ({
		key,
		newText: escapeKey(key, spelling) + separator,
		text: textOf(key),
	}));
	return { start: place.start, end: place.end, items };
}

interface KeyPlace extends TextRange {
	readonly entry: PropertiesEntry | undefined;
	readonly hasSeparator: boolean;
}

function keyAt({ text, entries, comments }: PropertiesDocument, offset: number): KeyPlace | undefined {
	const holds = ({ start, end }: TextRange) => start <= offset && offset <= end;
	if (comments.some(holds)) {
		return undefined;
	}
	const entry = entries.find(holds);
	if (!entry) {
		return { start: offset, end: offset, entry, hasSeparator: false };
	}
	const { keyStart, keyEnd, valueStart } = entry;
	return keyStart <= offset && offset <= keyEnd
		? { start: keyStart, end: keyEnd, entry, hasSeparator: /[=:]/.test(text.slice(keyEnd, valueStart)) }
		: undefined;
}

/** What stands between keys and values in this document. */
function usualSeparator({ text, entries }: PropertiesDocument): string {
	const first = entries.find(({ value }) => value !== '');
	const separator = first ? text.slice(first.keyEnd, first.valueStart) : '';
	return /^[ =:]+$/.test(separator) ? separator : '=';
}

/** The form's first, in its order; texts that stand in the place of a key are left out. */
function knownKeys(connector: ConnectorDocuments): readonly string[] {
	const used = connector.sourceConfig ? readForm(connector.sourceConfig).labels.map(({ name }) => name) : [];
	const known = [...connector.translations.values()].flatMap(document => [...textsIn(document).keys()]);
	return [...new Set([...used.filter(key => !/\s/.test(key)), ...known])];
}
