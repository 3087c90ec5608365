import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { answerPage, cutToFit, type Answer } from '../core/agents/answerPage';
import { inputProblem, type InputSchema } from '../core/agents/inputSchema';
import { isObject } from '../core/api/errors';
import { hashOf } from '../core/remote/versions';
import { userMessage } from '../messages/userMessage';
import { AgentConnector } from './agentConnector';
import { AgentError } from './agentError';
import type { AgentStudio } from './agentStudio';
import type { ToolCall } from './toolCall';
import { AllowedTenants } from './allowedTenants';
import { requiredText, type ToolInput } from './toolInput';
import { connectorProblems } from './tools/connectorProblems';
import { compareDocuments } from './tools/compareDocuments';
import { describeForm } from './tools/describeForm';
import { listConnectors } from './tools/listConnectors';
import type { ProposalReport } from './proposing';
import { proposeChange, proposed } from './tools/proposeChange';
import { readDocument } from './tools/readDocument';
import { searchDocuments } from './tools/searchDocuments';
import { whoUses } from './tools/whoUses';

/** By their names in the manifest. */
const tools: Readonly<Record<string, (call: ToolCall) => Promise<Answer>>> = {
	isc_listConnectors: listConnectors,
	isc_readDocument: readDocument,
	isc_checkConnector: connectorProblems,
	isc_describeForm: describeForm,
	isc_searchDocuments: searchDocuments,
	isc_compare: compareDocuments,
	isc_whoUses: whoUses,
	isc_proposeChange: proposeChange,
};

/** How many answers are kept for those who want their next page. */
const mostKept = 8;

/** Bytes of UTF-8. */
const longestError = 2000;

/** What the manifest says of a tool. */
export interface ContributedTool {
	readonly name: string;
	readonly inputSchema: InputSchema;
}

/** Answers agents. An answer of several pages is kept, so that all of them are of the same moment. */
export class ToolCalls implements vscode.Disposable {
	/** By the hash of tool and input without the offset; the one used last is the last. */
	private answers = new Map<string, Answer>();
	private readonly allowed: AllowedTenants;
	private readonly listener: vscode.Disposable;

	constructor(
		private readonly studio: AgentStudio,
		private readonly contributed: readonly ContributedTool[],
		private readonly log: (error: unknown, tenant?: string) => void,
	) {
		this.allowed = new AllowedTenants(studio.tenants);
		// A tenant in an answer may not be allowed any longer, or not be there; what is under way goes to the map that is given up.
		this.listener = vscode.Disposable.from(
			studio.tenants.onDidChange(() => (this.answers = new Map())),
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('iscConnectors.agents')) {
					this.answers = new Map();
				}
			}),
		);
	}

	/** @throws Error with one sentence for the agent */
	async call(
		name: string,
		input: unknown,
		token: vscode.CancellationToken,
	): Promise<vscode.LanguageModelToolResult> {
		const ended = new AbortController();
		const listener = token.onCancellationRequested(() => ended.abort());
		if (token.isCancellationRequested) {
			ended.abort();
		}
		try {
			ended.signal.throwIfAborted();
			const text = await this.answer(name, input ?? {}, ended.signal);
			ended.signal.throwIfAborted();
			return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
		} catch (error) {
			throw ended.signal.aborted ? new vscode.CancellationError() : this.sentenceOf(error, input);
		} finally {
			listener.dispose();
		}
	}

	/** What `isc_proposeChange` does, for programs. @throws AgentError if it cannot be done */
	async propose(input: ToolInput): Promise<ProposalReport> {
		this.check('isc_proposeChange', input);
		return await proposed(this.callOf(input, new AbortController().signal));
	}

	/** @throws AgentError */
	private check(name: string, input: unknown): void {
		const schema = this.contributed.find(tool => tool.name === name)?.inputSchema ?? {};
		const problem = inputProblem(schema, input);
		if (problem !== undefined) {
			throw new AgentError(problem);
		}
	}

	private async answer(name: string, input: unknown, signal: AbortSignal): Promise<string> {
		this.check(name, input);
		const { offset: given, ...rest } = input as ToolInput;
		const offset = typeof given === 'number' ? given : 0;
		const key = hashOf(Buffer.from(JSON.stringify([name, rest])));
		const { answers } = this;
		const known = offset > 0 ? answers.get(key) : undefined;
		if (!known && offset > 0 && name === 'isc_proposeChange') {
			throw new AgentError('The rest of that answer is no longer there. Nothing was proposed by this call.');
		}
		const answer = known ?? (await tools[name]?.(this.callOf(rest, signal)));
		if (!answer) {
			throw new AgentError(`There is no tool ${name}.`);
		}
		answers.delete(key);
		answers.set(key, answer);
		[...answers.keys()].slice(0, -mostKept).forEach(oldest => answers.delete(oldest));
		return answerPage(answer, offset, randomBytes(6).toString('hex'));
	}

	private callOf(input: ToolInput, signal: AbortSignal): ToolCall {
		const { studio, allowed } = this;
		return {
			studio,
			allowed,
			input,
			signal,
			connector: async () => {
				const tenant = await allowed.named(requiredText(input, 'tenant'), signal);
				return AgentConnector.read(studio, tenant, requiredText(input, 'scriptName'), signal);
			},
		};
	}

	private sentenceOf(error: unknown, input: unknown): Error {
		if (error instanceof AgentError) {
			return new Error(inOneLine(error.message));
		}
		const tenant = isObject(input) && typeof input['tenant'] === 'string' ? input['tenant'] : undefined;
		this.log(error, tenant);
		const sentence = userMessage(error, host => this.studio.tenants.nameOf(host));
		return new Error(inOneLine(sentence ?? 'It was cancelled.'));
	}

	dispose(): void {
		this.listener.dispose();
	}
}

/** A tenant may have its say in an error, at any length. */
function inOneLine(sentence: string): string {
	return cutToFit(sentence.replace(/[\p{C}\p{Z}]+/gu, ' '), longestError);
}
