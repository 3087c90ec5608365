import * as vscode from 'vscode';
import type { Connector } from '../core/api/connector';
import type { Catalog } from './catalog';

/** A tenant's connectors as people look for them: the favorites first, all in the order of their names. */
export function favoritesFirst(
	catalog: Pick<Catalog, 'isFavorite'>,
	tenant: string,
	connectors: readonly Connector[],
): readonly Connector[] {
	const { compare } = new Intl.Collator(vscode.env.language, { numeric: true });
	const favorites = new Set(connectors.filter(({ scriptName }) => catalog.isFavorite(tenant, scriptName)));
	const rank = (connector: Connector) => Number(!favorites.has(connector));
	return connectors.toSorted((one, other) => rank(one) - rank(other) || compare(one.name, other.name));
}
