import * as vscode from 'vscode';
import { pathOf, placeAt, scheme, type DocumentId, type Place } from '../core/remote/documentPath';

export function toUri({ tenant, scriptName, part }: DocumentId): vscode.Uri {
	return placeUri(tenant, { kind: 'document', scriptName, part });
}

export function placeUri(tenant: string, place: Place): vscode.Uri {
	return vscode.Uri.from({ scheme, authority: tenant, path: pathOf(place) });
}

/** The inverse of `toUri`; undefined for every URI that `toUri` cannot produce. */
export function fromUri(uri: vscode.Uri): DocumentId | undefined {
	const place = uri.scheme === scheme ? placeAt(uri.path) : undefined;
	return place?.kind === 'document'
		? { tenant: uri.authority, scriptName: place.scriptName, part: place.part }
		: undefined;
}
