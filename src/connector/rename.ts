import { escapeKey, plainSpelling, spellingOf } from '../properties/escape';
import type { TextEdit, TextRange } from '../text/textEdit';
import { textOf, type ConnectorDocuments } from './connectorDocuments';
import { isTranslation, localeOf, type DocumentName } from './documentName';
import type { DocumentEdits } from './fix';
import { nameEdit } from './mention';
import { everywhere, type Subject } from './occurrences';
import { definitionsOf, namedAt } from './references';

/** Why something cannot be renamed. */
export type RenameRefusal =
	/** Nothing stands there, or something that has no name of its own. */
	| { readonly code: 'not-renamable' }
	/** The Field or AttributeDefinition that is meant is not there. */
	| { readonly code: 'not-defined'; readonly name: string }
	| { readonly code: 'name-empty' }
	| { readonly code: 'name-exists'; readonly name: string };

/** What a rename begins with. */
export interface Renamable extends TextRange {
	readonly subject: Subject;
}

export type Rename = { readonly subject: Subject; readonly edits: DocumentEdits };

/** What a cursor stands in that can be renamed: a label key, a field or an attribute of a schema. */
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
			return definitionsOf(documents, named.subject).length > 0
				? named
				: { code: 'not-defined', name: named.subject.name };
		case 'label':
			return named;
	}
}

/** Gives what a cursor stands in another name, in all documents; white space around it is none of it. */
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
	if (everywhere(documents, { ...subject, name: newName }).length > 0) {
		return { code: 'name-exists', name: newName };
	}
	const edits = everywhere(documents, subject).map(
		([document, occurrences]) =>
			[document, occurrences.map(range => editIn(documents, document, range, newName))] as const,
	);
	return { subject, edits: new Map(edits) };
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
