import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog';
import type { Connector } from '../../core/api/connector';
import { connectorIcon } from '../../views/treeItems';

/** A connector as a row of a list, with the icon that it has in the tree. */
export function connectorItem(
	catalog: Pick<Catalog, 'isFavorite'>,
	tenant: string,
	connector: Connector,
): vscode.QuickPickItem {
	const { scriptName, name, type } = connector;
	const isFavorite = catalog.isFavorite(tenant, scriptName);
	return {
		label: name,
		description: [scriptName, isFavorite && vscode.l10n.t('favorite')].filter(Boolean).join(' · '),
		...(type !== undefined && { detail: type }),
		iconPath: connectorIcon(connector, isFavorite),
	};
}
