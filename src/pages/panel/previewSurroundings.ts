import * as vscode from 'vscode';
import type { Source } from '../../core/api/source';
import type { ConnectorDetail } from '../../core/api/wire';
import { scheme } from '../../core/remote/documentPath';
import { userMessage } from '../../messages/userMessage';
import type { LanguageStart } from '../../language/languageStart';
import type { LanguageTools } from '../../language/texts/languageTools';
import type { Tenants } from '../../tenants/tenants';
import { readOnlyMessage, UserError } from '../../messages/userError';

/** The sources that were made of a connector in a tenant. */
export interface SourcesOfConnectors {
	/** Rejects as the request did. */
	of(tenant: string, scriptName: string): Promise<readonly Source[]>;
	/** The same if the tenant does not have to be asked for it. */
	known(tenant: string, scriptName: string): Promise<readonly Source[] | undefined>;
	/** Those of the tenant of this id are to be read anew. */
	readonly onDidForget: vscode.Event<string>;
}

/** What pages about connectors work with. */
export interface PreviewSurroundings {
	readonly language: LanguageStart;
	readonly tenants: Tenants;
	/** A connector as its tenant has it; undefined if the tenant has none of that script name. */
	readonly detail: (tenant: string, scriptName: string) => Promise<ConnectorDetail | undefined>;
	readonly sources: () => Promise<SourcesOfConnectors>;
	readonly extensionUri: vscode.Uri;
	readonly log: (error: unknown) => void;
	/** Lets `edit` put texts into the editors of tenants' documents that these had before, as an undo does. */
	readonly giveBack: <T>(uris: readonly vscode.Uri[], edit: () => Thenable<T>) => Promise<T>;
}

/** A connector that a page is about. */
export interface PageConnector {
	readonly folder: vscode.Uri;
	readonly tools: LanguageTools;
	readonly surroundings: PreviewSurroundings;
}

/** What people call the connector in a folder; with its tenant, where it is in one. */
export async function connectorName({
	folder,
	tools,
	surroundings: { tenants },
}: PageConnector): Promise<string> {
	const name = await tools.nameOf(folder);
	return folder.scheme === scheme
		? vscode.l10n.t('{0} in {1}', name, tenants.nameOf(folder.authority))
		: name;
}

/** The sentence for what went wrong. */
export function sentenceOf({ tenants }: PreviewSurroundings, error: unknown): string {
	const message = userMessage(error, host => tenants.nameOf(host));
	return message ?? (error instanceof Error ? error.message : String(error));
}

/** Why nothing may be changed in the tenant of a folder; undefined if it may. */
export function readOnlyReason({ folder, surroundings: { tenants } }: PageConnector): string | undefined {
	const tenant = folder.scheme === scheme ? tenants.get(folder.authority) : undefined;
	return tenant?.access === 'read-only' ? readOnlyMessage(tenant.name) : undefined;
}

/** @throws UserError if nothing may be changed in the tenant of a folder */
export function checkPageWritable(connector: PageConnector): void {
	const reason = readOnlyReason(connector);
	if (reason !== undefined) {
		throw new UserError(reason);
	}
}
