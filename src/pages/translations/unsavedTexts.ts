import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslation, localeOf } from '../../core/connector/documentName';
import { unsavedKeys } from '../../core/connector/translations/unsavedKeys';
import { parseProperties } from '../../core/properties/parse';
import type { PageConnector } from '../panel/previewSurroundings';
import type { TableStatus } from './tableMessages';

/** What is not saved in a connector's translations. */
export function unsavedTexts(
	{ folder, tools }: PageConnector,
	{ translations }: ConnectorDocuments,
): TableStatus['unsaved'] {
	return [...tools.openDocuments(folder)].flatMap(([name, { isDirty }]) => {
		const locale = isDirty && isTranslation(name) ? localeOf(name) : undefined;
		const document = locale === undefined ? undefined : translations.get(locale);
		if (locale === undefined || !document) {
			return [];
		}
		const saved = tools.savedText(folder, name);
		return [[locale, unsavedKeys(document, saved === undefined ? undefined : parseProperties(saved))]];
	});
}
