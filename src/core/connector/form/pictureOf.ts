import type { ConnectorDocuments } from '../connectorDocuments';
import { FormParts } from './formParts';
import type { FormPicture } from './formPicture';

/** The form of a connector as people of a locale see it; undefined if its source-config is no form. */
export function pictureOf(connector: ConnectorDocuments, locale: string): FormPicture | undefined {
	return FormParts.of(connector, locale)?.picture();
}

/** Whether a picture of these documents is the same as one of others, in the same locale. */
export function isSamePicture(
	documents: ConnectorDocuments,
	others: ConnectorDocuments | undefined,
): boolean {
	// The locales in their order, too: the picture has them in the same.
	const translations = [...(others?.translations ?? [])].flat();
	return (
		documents.sourceConfig === others?.sourceConfig &&
		documents.sourceTemplate === others?.sourceTemplate &&
		documents.translations.size === others?.translations.size &&
		[...documents.translations].flat().every((each, index) => each === translations[index])
	);
}
