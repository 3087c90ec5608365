import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { PageConnector } from './previewSurroundings';

/** A connector as a page shows it. */
export interface ReadConnector {
	readonly connector: ConnectorDocuments;
	/** Why only what editors hold is known; undefined if everything is. */
	readonly failure: unknown;
}

/** Reads a connector, from memory where that has it; what has just failed is asked for `again` only. */
export async function connectorOfPage(
	{ folder, tools, surroundings }: PageConnector,
	{ again = false } = {},
): Promise<ReadConnector> {
	const known = tools.knownConnector(folder);
	if (known) {
		return { connector: known, failure: undefined };
	}
	const isOld = !again && tools.hasJustFailed(folder);
	try {
		return { connector: await tools.connector(folder, { again }), failure: undefined };
	} catch (failure) {
		if (!isOld) {
			surroundings.log(failure);
		}
		return { connector: tools.inEditors(folder), failure };
	}
}
