import type * as vscode from 'vscode';
import type { TenantSources } from '../../catalog/tenantSources';
import type { Source } from '../../core/api/source';
import { placeAt, scheme, type TenantPlace } from '../../core/remote/documentPath';
import type { LanguageTools } from './languageTools';

/** The connector in a tenant whose source-config this is. */
export function sourceConfigOf(tools: LanguageTools, uri: vscode.Uri): Required<TenantPlace> | undefined {
	const found = uri.scheme === scheme ? tools.folderOf(uri) : undefined;
	const place = found?.name === 'source-config' ? placeAt(found.folder.path) : undefined;
	return place?.kind === 'connector' ? { tenant: uri.authority, scriptName: place.scriptName } : undefined;
}

/** The sources that are known to use the connector of a source-config; none for every other document. */
export function sourcesSeen(
	sources: TenantSources,
	place: Required<TenantPlace> | undefined,
): readonly Source[] {
	return (place && sources.seen(place.tenant, place.scriptName)) ?? [];
}
