import type { ConnectorDocuments, DocumentRange } from '../connectorDocuments';
import { isTranslation, localeOf, type DocumentName } from '../documentName';
import { everywhere, occurrencesIn, type Occurrence, type Subject } from './occurrences';

/** What is named where a cursor stands; undefined where nothing is. */
export function namedAt(
	documents: ConnectorDocuments,
	name: DocumentName,
	offset: number,
): Occurrence | undefined {
	return occurrencesIn(documents, name).at(offset);
}

/** Entries of a label key in all locales, `en` first; a Field; an Option; an AttributeDefinition; a Schema; the CorrelationConfig. */
export function definitionsOf(documents: ConnectorDocuments, subject: Subject): readonly DocumentRange[] {
	return rangesOf(documents, subject, 'definition');
}

/** Where something is named that is defined elsewhere. */
export function usesOf(documents: ConnectorDocuments, subject: Subject): readonly DocumentRange[] {
	return rangesOf(documents, subject, 'use');
}

/** Where Go to Definition leads: to the definitions, the one in `locale` first; from a definition, to uses in other documents. */
export function goalsOf(
	documents: ConnectorDocuments,
	name: DocumentName,
	{ subject, role }: Occurrence,
	locale = 'en',
): readonly DocumentRange[] {
	const elsewhere =
		role === 'use' ? [] : usesOf(documents, subject).filter(({ document }) => document !== name);
	if (elsewhere.length > 0) {
		return elsewhere;
	}
	const definitions = definitionsOf(documents, subject);
	const isFirst = ({ document }: DocumentRange) => isTranslation(document) && localeOf(document) === locale;
	return [...definitions.filter(isFirst), ...definitions.filter(each => !isFirst(each))];
}

function rangesOf(
	documents: ConnectorDocuments,
	subject: Subject,
	role: Occurrence['role'],
): readonly DocumentRange[] {
	return everywhere(documents, subject).flatMap(([document, occurrences]) =>
		occurrences
			.filter(occurrence => occurrence.role === role)
			.map(({ start, end }) => ({ document, start, end })),
	);
}
