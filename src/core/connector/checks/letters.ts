import { rawLetters } from '../../properties/escape';
import type { PropertiesDocument } from '../../properties/parse';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { translationOf } from '../documentName';
import { perDocument } from '../perDocument';
import type { ConnectorProblem } from '../problem';

/** Letters that stand as they are in translations whose other letters are escaped. */
export function checkLetters(documents: ConnectorDocuments): ConnectorProblem[] {
	return translationsOf(documents).flatMap(([locale, translation]) => lettersIn(translation, locale));
}

const lettersIn = perDocument((translation: PropertiesDocument, locale: string) =>
	rawLetters(translation).map(({ start, end }): ConnectorProblem => ({
		code: 'letter-unescaped',
		document: translationOf(locale),
		start,
		end,
		locale,
		letters: translation.text.slice(start, end),
	})),
);
