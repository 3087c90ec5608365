const vscode = require('vscode');

/** Calls a tool as an agent does, with no person asked by a chat. */
exports.activate = ({ subscriptions }) => {
	subscriptions.push(
		vscode.commands.registerCommand('agent.callTool', async () => {
			const { tool, input } = JSON.parse(await vscode.window.showInputBox({ prompt: 'The call as JSON' }));
			const { token } = new vscode.CancellationTokenSource();
			try {
				await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined }, token);
			} catch (error) {
				vscode.window.setStatusBarMessage(`Agent: ${error.message}`);
			}
		}),
	);
};
