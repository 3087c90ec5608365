import { childElements, type XmlDocument, type XmlElement } from '../../xml/tree';
import { readApplication } from './application';
import { localName, mentionIn, type Mention } from './mention';
import { mostCardLevels } from './surroundings';

/** An entry on a card of a cardList. */
interface CardEntry extends Mention {
	/** The keys of the entries around its card, the outermost first. */
	readonly cards: readonly string[];
}

/** The entries in the Maps of Lists: if the entry around them is a cardList's, each keeps the value of a field of a card. */
export function cardEntriesIn(document: XmlDocument): readonly CardEntry[] {
	return readApplication(document).entries.flatMap(({ element, name }) =>
		entriesIn(document.text, element, [name]),
	);
}

function entriesIn(text: string, entry: XmlElement, cards: readonly string[]): readonly CardEntry[] {
	if (cards.length > mostCardLevels) {
		return [];
	}
	const children = childElements(entry);
	const values = [
		...children,
		...children.filter(each => localName(each) === 'value').flatMap(childElements),
	];
	return values
		.filter(each => ['List', 'Set'].includes(localName(each)))
		.flatMap(childElements)
		.filter(each => localName(each) === 'Map')
		.flatMap(childElements)
		.flatMap(element => {
			const key = mentionIn(text, element, 'key');
			return key ? [{ ...key, cards }, ...entriesIn(text, element, [...cards, key.name])] : [];
		});
}
