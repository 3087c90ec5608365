import { isTranslation } from '../../core/connector/documentName';
import type { PageConnector } from '../panel/previewSurroundings';

/** Saves the unsaved translations of a connector, one after the other; VS Code says which ones it could not save. */
export async function saveTranslations({ folder, tools }: PageConnector): Promise<void> {
	for (const [name, document] of tools.openDocuments(folder)) {
		if (isTranslation(name) && document.isDirty) {
			await document.save();
		}
	}
}
