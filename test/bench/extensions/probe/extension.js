const fs = require('node:fs');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');

exports.activate = context => {
	context.subscriptions.push(
		vscode.commands.registerCommand('bench.heap', measureHeap),
		vscode.commands.registerCommand('bench.documents', openDocuments),
		vscode.commands.registerCommand('bench.setting', readSetting),
		vscode.window.registerTreeDataProvider('bench.tree', new BareTree()),
	);
};

/** Writes the bytes that live in the extension host's heap, garbage collected, to the file that ISC_BENCH_HEAP names. */
function measureHeap() {
	v8.setFlagsFromString('--expose_gc');
	const collectGarbage = vm.runInNewContext('gc');
	collectGarbage();
	collectGarbage();
	fs.writeFileSync(process.env.ISC_BENCH_HEAP, String(process.memoryUsage().heapUsed));
}

/** Whoever is the first to read one in an extension host has VS Code make its model of all settings. */
function readSetting() {
	vscode.workspace.getConfiguration('editor').get('fontSize');
}

/** Opens the documents that ISC_BENCH_DOCUMENTS names, one after the other; writes the milliseconds of each to ISC_BENCH_OPENED. */
async function openDocuments() {
	const times = [];
	for (const uri of JSON.parse(process.env.ISC_BENCH_DOCUMENTS)) {
		const begin = performance.now();
		await vscode.window.showTextDocument(vscode.Uri.parse(uri));
		times.push(performance.now() - begin);
	}
	fs.writeFileSync(process.env.ISC_BENCH_OPENED, JSON.stringify(times));
}

/** 5,000 rows with nothing behind them: what VS Code itself needs. Writes when it gave them to ISC_BENCH_ROWS. */
class BareTree {
	getTreeItem(node) {
		const state = vscode.TreeItemCollapsibleState.Collapsed;
		const item = new vscode.TreeItem(node, state);
		item.description = 'bare';
		item.iconPath = new vscode.ThemeIcon('plug');
		return item;
	}

	getChildren(node) {
		if (!node) {
			return ['Bare tree'];
		}
		const rows = Array.from({ length: 5000 }, (_, index) => `Row ${index + 1}`);
		fs.writeFileSync(process.env.ISC_BENCH_ROWS, String(Date.now()));
		return rows;
	}
}
