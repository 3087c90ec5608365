import * as vscode from 'vscode';
import { set, type AddedTenant } from './studio';

/** Switches on what the other suites do without, and lets agents use some tenants. */
export function useAgents(tenants: () => readonly AddedTenant[]): void {
	suiteSetup(async () => {
		await setAiFeatures(true);
		await set('agents.tenants', ['sample', ...tenants().map(({ id }) => id)]);
	});
	suiteTeardown(async () => {
		await setAiFeatures(false);
		await set('agents.tenants', undefined);
	});
}

/** The oldest VS Code has no setting for it, and no tools of its own either. */
async function setAiFeatures(isOn: boolean): Promise<void> {
	const chat = vscode.workspace.getConfiguration('chat');
	if (chat.inspect('disableAIFeatures')?.defaultValue !== undefined) {
		await chat.update('disableAIFeatures', !isOn, vscode.ConfigurationTarget.Global);
	}
}

/** Calls a tool as an agent does; the text of its answer. */
export async function call(
	name: string,
	input: unknown,
	token: vscode.CancellationToken = new vscode.CancellationTokenSource().token,
): Promise<string> {
	const result = await vscode.lm.invokeTool(
		name,
		{ input: input as object, toolInvocationToken: undefined },
		token,
	);
	return result.content
		.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
		.join('');
}

/** The data of an answer, between the lines that mark them. */
export function dataOf(answer: string): string {
	return /\n--- data (\w+) ---\n([^]*)\n--- end of data \1 ---/.exec(answer)?.[2] ?? '';
}

/** All pages of an answer, put together. */
export async function callForAll(name: string, input: object): Promise<string> {
	let whole = '';
	for (let offset: number | undefined = 0; offset !== undefined;) {
		const answer: string = await call(name, { ...input, offset });
		whole += dataOf(answer);
		const next: string | undefined = /Call again with "offset": (\d+)\.$/.exec(answer)?.[1];
		offset = next === undefined ? undefined : Number(next);
	}
	return whole;
}
