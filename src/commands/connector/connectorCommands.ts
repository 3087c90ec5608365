import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { placeUri } from '../../documents/documentUri';
import { UserError } from '../../messages/userError';
import { isTreeNode } from '../../views/treeNode';
import type { Handlers } from '../ids';
import { fewNames } from '../../messages/fewNames';
import { copySourceIds } from '../source/openingSource';
import { calledRows, connectorsOf } from './connectorRows';
import { pickConnector, pickConnectorId, pickTenant } from '../ask/picks';

export function connectorCommands({
	tenants,
	catalog,
	sources,
	documents,
	view,
}: Pick<Studio, 'tenants' | 'catalog' | 'sources' | 'documents' | 'view'>) {
	return {
		'iscConnectors.connector.refresh': async node => {
			const picked = await pickConnectorId(tenants, catalog, node, {
				command: 'iscConnectors.connector.refresh',
			});
			if (picked) {
				const place = { tenant: picked.tenant.id, scriptName: picked.scriptName };
				sources.forget(place.tenant);
				catalog.refresh(place);
				documents.refresh(place);
			}
		},
		/** Several script names get a line each. Its key copies the IDs of sources, if it is pressed on these. */
		'iscConnectors.connector.copyScriptName': async (node, more) => {
			const asking = { command: 'iscConnectors.connector.copyScriptName' } as const;
			const rows = await calledRows({ view }, node, more);
			const ids = rows.flatMap(row => (row.kind === 'source' ? [row.source.id] : []));
			if (ids.length > 0 && ids.length === rows.length) {
				await copySourceIds(ids);
				return;
			}
			const connectors = connectorsOf(rows, node);
			const picked = connectors ? undefined : await pickConnectorId(tenants, catalog, node, asking);
			const names = (connectors ?? (picked ? [picked] : [])).map(({ scriptName }) => scriptName);
			if (names.length > 0) {
				await vscode.env.clipboard.writeText(names.join('\n'));
				vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}.', fewNames(names)), 5000);
			}
		},
		/** Called on a tenant's node it adds the tenant, otherwise a connector. */
		'iscConnectors.workspaceFolder.add': async node => {
			if (isTreeNode(node) && node.kind === 'tenant') {
				const tenant = await pickTenant(tenants, node, { command: 'iscConnectors.workspaceFolder.add' });
				if (tenant) {
					addFolder(placeUri(tenant.id, { kind: 'tenant' }), tenant.name);
				}
				return;
			}
			const picked = await pickConnector(tenants, catalog, node, {
				command: 'iscConnectors.workspaceFolder.add',
			});
			if (picked) {
				const { tenant, scriptName, name } = picked;
				addFolder(placeUri(tenant.id, { kind: 'connector', scriptName }), `${name} (${tenant.name})`);
			}
		},
	} satisfies Handlers;
}

function addFolder(uri: vscode.Uri, name: string): void {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.some(folder => folder.uri.toString() === uri.toString())) {
		throw new UserError(vscode.l10n.t('{0} is already in the workspace.', name));
	}
	if (!vscode.workspace.updateWorkspaceFolders(folders.length, 0, { uri, name })) {
		throw new UserError(vscode.l10n.t('VS Code did not add {0} to the workspace. Try again.', name));
	}
}
