import type * as vscode from 'vscode';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { LanguageTools } from './languageTools';

/** How long a connector that could not be fetched is not asked for again, in milliseconds. */
const pause = 60_000;

/** The connector around a document that is being typed: from memory, and asked for only where memory has nothing yet. */
export class CompletionSurroundings {
	/** When folders were last asked for in vain. */
	private readonly failed = new Map<string, number>();

	constructor(private readonly tools: LanguageTools) {}

	async connector(folder: vscode.Uri): Promise<ConnectorDocuments> {
		const { tools, failed } = this;
		const known = tools.knownConnector(folder);
		const key = folder.toString();
		if (known || Date.now() - (failed.get(key) ?? -Infinity) < pause) {
			return known ?? tools.inEditors(folder);
		}
		try {
			const fetched = await tools.connector(folder);
			failed.delete(key);
			return fetched;
		} catch (error) {
			failed.set(key, Date.now());
			tools.log(error);
			return tools.inEditors(folder);
		}
	}
}
