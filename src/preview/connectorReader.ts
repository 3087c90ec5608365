import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { PageConnector } from './previewSurroundings';

/** A connector as a page shows it: what cannot be fetched is asked for once, and again only when a person wants it. */
export class ConnectorReader {
	/** Why only what editors hold is known. */
	failure: unknown;

	constructor(private readonly connector: PageConnector) {}

	async read({ again = false } = {}): Promise<ConnectorDocuments> {
		const { folder, tools, surroundings } = this.connector;
		const known = again ? undefined : tools.knownConnector(folder);
		if (known) {
			this.failure = undefined;
			return known;
		}
		if (this.failure !== undefined && !again) {
			return tools.inEditors(folder);
		}
		try {
			const connector = await tools.connector(folder, { again });
			this.failure = undefined;
			return connector;
		} catch (error) {
			this.failure = error;
			surroundings.log(error);
			return tools.inEditors(folder);
		}
	}
}
