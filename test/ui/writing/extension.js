const vscode = require('vscode');

/** An extension that writes to a tenant by itself, as any other may. */
exports.activate = ({ subscriptions }) => {
	subscriptions.push(
		vscode.commands.registerCommand('writing.write', async () => {
			const { uri } = vscode.window.activeTextEditor.document;
			const before = Buffer.from(await vscode.workspace.fs.readFile(uri));
			const text = Buffer.concat([before, Buffer.from('<!-- program -->')]);
			await vscode.workspace.fs.writeFile(uri, text).then(undefined, () => undefined); // People may say no.
		}),
	);
};
