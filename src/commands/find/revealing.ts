import type * as vscode from 'vscode';
import type { Studio } from '../studio';
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
