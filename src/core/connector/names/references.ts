import type { ConnectorDocuments, DocumentRange } from '../connectorDocuments';
import { translationOf, type DocumentName } from '../documentName';
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

/**
 * Where Go to Definition leads: to the definitions, of a label key to its text in `locale` or in the language that stands in;
 * from a definition, to uses in other documents.
 */
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
	if (subject.kind !== 'label') {
		return definitions;
	}
	const shown = definitionOfText(documents, subject.name, locale) ?? definitions[0];
	return shown ? [shown] : [];
}

/** The entry that gives a label key its text in a locale. */
export function definitionOfText(
	documents: ConnectorDocuments,
	key: string,
	locale: string,
): DocumentRange | undefined {
	const definitions = definitionsOf(documents, { kind: 'label', name: key });
	return definitions.findLast(({ document }) => document === translationOf(locale));
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
