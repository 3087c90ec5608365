import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { TreeNode } from '../../views/treeNode';
import { chosenNodes, connectorOf, pickConnector, type Asking, type PickedConnector } from '../ask/picks';

/** The argument of the keys that the manifest binds in the tree: VS Code itself passes a key nothing. */
const fromKey = 'selection';

/** The rows that a command is called on, by a menu of the tree or by a key. */
export async function calledRows(
	{ view }: Pick<Studio, 'view'>,
	argument: unknown,
	more: unknown,
): Promise<readonly TreeNode[]> {
	return argument === fromKey ? rowsForKey(view) : chosenNodes(argument, more);
}

/** The connectors of the rows that a command is called on, as `connectorsOf` has them. */
export async function connectorRows(
	studio: Pick<Studio, 'view'>,
	argument: unknown,
	more: unknown,
): Promise<readonly PickedConnector[] | undefined> {
	return connectorsOf(await calledRows(studio, argument, more), argument);
}

/**
 * The connectors of rows that a command with this argument is called on. Undefined if it is called on no row. A key is about
 * connectors or about nothing; a menu is about the connectors among the selected rows.
 */
export function connectorsOf(
	rows: readonly TreeNode[],
	argument: unknown,
): readonly PickedConnector[] | undefined {
	const connectors = rows.filter(row => row.kind === 'connector').map(connectorOf);
	if (argument === fromKey) {
		return connectors.length === rows.length ? connectors : [];
	}
	return connectors.length > 0 ? connectors : undefined;
}

/** The connectors that a command is about: those of the rows that it is called on, or the one that people choose. */
export async function chosenConnectors(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'view'>,
	argument: unknown,
	more: unknown,
	asking: Asking,
): Promise<readonly PickedConnector[]> {
	const rows = await connectorRows(studio, argument, more);
	const picked = rows ? undefined : await pickConnector(studio.tenants, studio.catalog, argument, asking);
	return rows ?? (picked ? [picked] : []);
}

/** The same for a command that works in one tenant: none if they are of several, which people are told. */
export async function chosenInOneTenant(
	...about: Parameters<typeof chosenConnectors>
): Promise<readonly PickedConnector[]> {
	const connectors = await chosenConnectors(...about);
	if (new Set(connectors.map(({ tenant }) => tenant.id)).size > 1) {
		void vscode.window.showInformationMessage(vscode.l10n.t('Select connectors of one tenant only.'));
		return [];
	}
	return connectors;
}

/** As in VS Code's own trees: what is selected if the focused row is, else the focused row alone; none if none is focused. */
async function rowsForKey(view: vscode.TreeView<TreeNode>): Promise<readonly TreeNode[]> {
	const selected = view.selection;
	// An extension sees which rows are selected, but not which one is focused: it is the one that this adds or takes away.
	await toggleFocused();
	const toggled = view.selection;
	await toggleFocused();
	if (toggled.length === selected.length) {
		return [];
	}
	return toggled.length > selected.length ? toggled.filter(row => !selected.includes(row)) : selected;
}

function toggleFocused(): Thenable<unknown> {
	return vscode.commands.executeCommand('list.toggleSelection');
}
