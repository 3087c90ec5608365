import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslation, localeOf, type DocumentName, type XmlName } from '../../core/connector/documentName';
import { readApplication } from '../../core/connector/model/application';
import { readForm } from '../../core/connector/model/form';
import { labelTexts } from '../../core/connector/model/labels';
import { mentionsIn, type Mention } from '../../core/connector/model/mention';
import type { TextRange } from '../../core/text/textEdit';

/**
 * The label key that is named at a place of a document, or that the text there belongs to. It looks at nothing else that the
 * document names: this is asked with every move of a cursor.
 */
export function labelAt(
	connector: ConnectorDocuments,
	name: DocumentName,
	offset: number,
): (TextRange & { readonly key: string }) | undefined {
	const isThere = ({ start, end }: TextRange) => start <= offset && offset <= end;
	if (isTranslation(name)) {
		return connector.translations.get(localeOf(name))?.entries.find(isThere);
	}
	const [label] = mentionsIn(labelsIn(connector, name), { start: offset, end: offset });
	const isKey = label && (name === 'source-config' || hasText(connector, label.name));
	return isKey ? { key: label.name, ...label.range } : undefined;
}

function labelsIn({ sourceConfig, sourceTemplate }: ConnectorDocuments, name: XmlName): readonly Mention[] {
	switch (name) {
		case 'source-config':
			return sourceConfig ? readForm(sourceConfig).labels : [];
		case 'source-template':
			return sourceTemplate ? readApplication(sourceTemplate).provisioningLabels : [];
		case 'correlation-config':
			return [];
	}
}

/** In a source-template, labels are plain words unless a translation has them. */
function hasText(connector: ConnectorDocuments, key: string): boolean {
	return labelTexts(connector, key).some(({ text }) => text !== undefined);
}
