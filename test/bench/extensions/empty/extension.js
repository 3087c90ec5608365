const vscode = require('vscode');

/** What any extension does at least. */
exports.activate = context => {
	context.subscriptions.push(vscode.commands.registerCommand('bench.empty', () => undefined));
};
