import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslation, localeOf, type DocumentName } from '../../core/connector/documentName';
import { namedAt } from '../../core/connector/names/references';
import type { TextRange } from '../../core/text/textEdit';

/** The label key that is named at a place of a document, or that the text there belongs to. */
export function labelAt(
	connector: ConnectorDocuments,
	name: DocumentName,
	offset: number,
): (TextRange & { readonly key: string }) | undefined {
	if (isTranslation(name)) {
		return connector.translations
			.get(localeOf(name))
			?.entries.find(({ start, end }) => start <= offset && offset <= end);
	}
	const named = namedAt(connector, name, offset);
	return named?.subject.kind === 'label'
		? { key: named.subject.name, start: named.start, end: named.end }
		: undefined;
}
