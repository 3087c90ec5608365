import { fromUri } from '../../documents/documentUri';
import { unsavedDocuments } from '../../documents/openDocuments';
import type { ConnectorId } from '../ask/picks';

/** How many documents of a connector have unsaved texts in their editors. */
export function unsavedCount({ tenant, scriptName }: ConnectorId): number {
	return unsavedDocuments().filter(({ uri }) => {
		const id = fromUri(uri);
		return id?.tenant === tenant.id && id.scriptName === scriptName;
	}).length;
}
