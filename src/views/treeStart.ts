import type * as vscode from 'vscode';
import type { ConnectorTree } from './connectorTree';
import type { TreeNode } from './treeNode';

/** The rows of the tree, loaded when VS Code asks for them. */
export class TreeStart implements vscode.TreeDataProvider<TreeNode> {
	constructor(
		readonly onDidChangeTreeData: vscode.Event<TreeNode | undefined>,
		private readonly load: () => Promise<ConnectorTree>,
	) {}

	async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
		return (await this.load()).getTreeItem(node);
	}

	async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
		return (await this.load()).resolveTreeItem(item, node);
	}

	async getParent(node: TreeNode): Promise<TreeNode | undefined> {
		return (await this.load()).getParent(node);
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		return (await this.load()).getChildren(node);
	}
}
