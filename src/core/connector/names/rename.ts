import { escapeKey, plainSpelling, spellingOf } from '../../properties/escape';
import type { TextEdit, TextRange } from '../../text/textEdit';
import { textOf, type ConnectorDocuments } from '../connectorDocuments';
import { isTranslation, localeOf, type DocumentName } from '../documentName';
import type { DocumentEdits } from '../fixes/fix';
import { readForm } from '../model/form';
import { nameEdit } from '../model/mention';
import { everywhere, occurrencesIn, type Subject } from './occurrences';
import { definitionsOf, namedAt } from './references';
import { cardsPath, fieldsNamed } from '../model/scopes';

/** Why something cannot be renamed. */
export type RenameRefusal =
	/** Nothing stands there, or something that has no name of its own. */
	| { readonly code: 'not-renamable' }
	/** The Field, AttributeDefinition or CorrelationConfig that is meant is not there. */
	| { readonly code: 'not-defined'; readonly name: string }
	| { readonly code: 'name-empty' }
	| { readonly code: 'name-exists'; readonly name: string };

/** What can be renamed, and where the cursor has found it. */
export interface Renamable extends TextRange {
	readonly subject: Subject;
}

export type Rename = { readonly subject: Subject; readonly edits: DocumentEdits };

/** What a cursor stands in that can be renamed: a label key, a field, an attribute of a schema or the correlation. */
export function renamableAt(
	documents: ConnectorDocuments,
	name: DocumentName,
	offset: number,
): Renamable | RenameRefusal {
	const named = namedAt(documents, name, offset);
	switch (named?.subject.kind) {
		case undefined:
		case 'option':
		case 'objectType':
			return { code: 'not-renamable' };
		case 'field':
		case 'attribute':
		case 'correlation':
			return definitionsOf(documents, named.subject).length > 0
				? named
				: { code: 'not-defined', name: named.subject.name };
		case 'label':
			return named;
	}
}

/** Renames what a cursor stands in, in all documents; the new name is trimmed. */
export function renameAt(
	documents: ConnectorDocuments,
	name: DocumentName,
	offset: number,
	typed: string,
): Rename | RenameRefusal {
	const found = renamableAt(documents, name, offset);
	if ('code' in found) {
		return found;
	}
	const { subject } = found;
	const newName = typed.trim();
	if (newName === '') {
		return { code: 'name-empty' };
	}
	if (newName === subject.name) {
		return { subject, edits: new Map() };
	}
	const renamed = { ...subject, name: newName };
	if (definitionsOf(documents, renamed).length > 0 || wouldConfuse(documents, subject, newName)) {
		return { code: 'name-exists', name: newName };
	}
	// If the template has an entry of the new name already, it stays the only one: two would have one key.
	const waiting = occurrencesIn(documents, 'source-template').of(renamed).length > 0;
	const edits = everywhere(documents, subject)
		.filter(([document]) => !(waiting && subject.kind === 'field' && document === 'source-template'))
		.map(
			([document, occurrences]) =>
				[document, occurrences.map(range => editIn(documents, document, range, newName))] as const,
		);
	return { subject, edits: new Map(edits) };
}

/** Whether a condition would mean another field than before: a card's own field hides those around the card. */
function wouldConfuse({ sourceConfig }: ConnectorDocuments, subject: Subject, newName: string): boolean {
	if (!sourceConfig || subject.kind !== 'field') {
		return false;
	}
	const form = readForm(sourceConfig);
	const { cards: path } = subject;
	return form.conditions.some(({ parentKey, cards }) => {
		const isWithin = path.every((name, index) => cardsPath(form, cards)[index] === name);
		const levelOf = (name: string) => {
			const [field] = fieldsNamed(form, name, cards) ?? [];
			return field && cardsPath(form, field.cards).length;
		};
		const level = isWithin ? levelOf(newName) : undefined;
		if (level === undefined) {
			return false;
		}
		const meansSubject = parentKey.name === subject.name && levelOf(subject.name) === path.length;
		return meansSubject ? level > path.length : parentKey.name === newName && level < path.length;
	});
}

function editIn(
	documents: ConnectorDocuments,
	document: DocumentName,
	{ start, end }: TextRange,
	name: string,
): TextEdit {
	if (!isTranslation(document)) {
		return nameEdit(textOf(documents, document) ?? '', { start, end }, name);
	}
	const translation = documents.translations.get(localeOf(document));
	const spelling = translation ? spellingOf(translation) : plainSpelling;
	return { start, end, newText: escapeKey(name, spelling) };
}
