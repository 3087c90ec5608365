import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { UserError } from '../../messages/userError';
import type { TreeNode } from '../../views/treeNode';

type RevealOptions = Parameters<vscode.TreeView<TreeNode>['reveal']>[1];

/** Reveals a node in the tree. While VS Code reloads the tree it cannot, which is no failure of the command. */
export async function revealToo(
	{ view, log }: Pick<Studio, 'view' | 'log'>,
	find: () => TreeNode | undefined | Promise<TreeNode | undefined>,
	options: RevealOptions,
): Promise<void> {
	try {
		const node = await find();
		if (node) {
			await view.reveal(node, options);
		}
	} catch (error) {
		log.warn(String(error)); // The tree shows its own errors.
	}
}

/** Shows a row below a connector in the tree. @throws UserError that says why the tree does not have it */
export async function revealOrExplain(
	{ tenants, catalog, view }: Pick<Studio, 'tenants' | 'catalog' | 'view'>,
	{ tenant, scriptName }: { readonly tenant: string; readonly scriptName: string },
	title: string,
	find: () => Promise<TreeNode | undefined>,
): Promise<void> {
	const isShown = (await catalog.shown(tenant)).some(each => each.scriptName === scriptName);
	const node = isShown || (await catalog.open(tenant, scriptName)) ? await find() : undefined;
	if (!node) {
		throw new UserError(
			catalog.filterOf(tenant) === undefined
				? vscode.l10n.t('{0} no longer has {1}.', tenants.nameOf(tenant), title)
				: vscode.l10n.t(
						'The filter of {0} hides {1}. Clear the filter first.',
						tenants.nameOf(tenant),
						catalog.nameSoFar(tenant, scriptName) ?? scriptName,
					),
		);
	}
	await view.reveal(node, { focus: true, select: true });
}
