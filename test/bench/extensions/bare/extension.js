const vscode = require('vscode');

/** Registers what Connector Studio registers, with nothing behind it: what VS Code itself needs for that. */
exports.activate = context => {
	const studio = vscode.extensions.getExtension('connectorstudio.isc-connector-studio');
	const nothing = () => undefined;
	const { commands, lm, window, workspace } = vscode;
	const { contributes } = studio.packageJSON;
	context.subscriptions.push(
		...contributes.commands.map((_, index) => commands.registerCommand(`bench.bare.${index}`, nothing)),
		...contributes.languageModelTools.map((_, index) =>
			lm.registerTool(`bench_bare_${index}`, { invoke: nothing }),
		),
		window.createTreeView('bench.bare', {
			treeDataProvider: tree,
			showCollapseAll: true,
			canSelectMany: true,
		}),
		workspace.registerFileSystemProvider('bench-bare', new Files(), { isCaseSensitive: true }),
		workspace.registerTextDocumentContentProvider('bench-bare-version', {
			provideTextDocumentContent: nothing,
		}),
		window.registerUriHandler({ handleUri: nothing }),
		window.registerWebviewPanelSerializer('bench.bare.1', { deserializeWebviewPanel: async () => undefined }),
		window.registerWebviewPanelSerializer('bench.bare.2', { deserializeWebviewPanel: async () => undefined }),
		workspace.createFileSystemWatcher(new vscode.RelativePattern(context.globalStorageUri, 'bare.json')),
	);
};

const tree = {
	getTreeItem: node => new vscode.TreeItem(node),
	getChildren: () => ['Bare row'],
};

/** Every path is a file with this text. */
class Files {
	text = Buffer.from('<bare />\n');
	onDidChangeFile = new vscode.EventEmitter().event;

	watch() {
		return new vscode.Disposable(() => undefined);
	}

	async stat() {
		return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length };
	}

	async readFile() {
		return this.text;
	}

	async readDirectory() {
		return [];
	}

	createDirectory() {}
	writeFile() {}
	delete() {}
	rename() {}
}
