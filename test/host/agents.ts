import * as vscode from 'vscode';
import { set, type AddedTenant } from './studio';

/** Switches on what the other suites do without, and lets agents use some tenants. */
export function useAgents(tenants: () => readonly AddedTenant[]): void {
	const chat = () => vscode.workspace.getConfiguration('chat');
	suiteSetup(async () => {
		await chat().update('disableAIFeatures', false, vscode.ConfigurationTarget.Global);
		await set('agents.tenants', ['sample', ...tenants().map(({ id }) => id)]);
	});
	suiteTeardown(async () => {
		await chat().update('disableAIFeatures', true, vscode.ConfigurationTarget.Global);
		await set('agents.tenants', undefined);
	});
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
