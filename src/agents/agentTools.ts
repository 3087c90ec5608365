import * as vscode from 'vscode';
import type { ToolCalls } from './toolCalls';

/**
 * Registers the tools of agents; what they do is loaded with the first call.
 * @param tools what the manifest says of them
 */
export function registerAgentTools(
	tools: readonly { readonly name: string }[],
	load: () => Promise<ToolCalls>,
): vscode.Disposable {
	return vscode.Disposable.from(
		...tools.map(({ name }) =>
			vscode.lm.registerTool(name, {
				invoke: async ({ input }, token) => (await load()).call(name, input, token),
			}),
		),
	);
}
