import * as vscode from 'vscode';
import { AgentConnector } from '../../agents/agentConnector';
import { AgentError } from '../../agents/agentError';
import { contextText } from '../../agents/contextText';
import { problemsOf } from '../../agents/tools/connectorProblems';
import { UserError } from '../../messages/userError';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';
import { byArgumentsOrAsking, connectorNamed, forCaller, optionsOf, type Options } from '../ask/options';
import { pickConnector, type ConnectorId } from '../ask/picks';
import { whileShown } from '../ask/progress';
import type { Handlers } from '../ids';
import type { Studio } from '../studio';

/** In thousands of characters. */
const sizes = { small: 16, medium: 64, large: 256 };

export function agentCommands(studio: Studio) {
	return {
		/** A program passes `{ tenant, scriptName, summary, changes, dryRun? }`, as the tool of agents takes them. */
		'iscConnectors.proposal.open': async argument => {
			const options = optionsOf(argument) ?? {};
			return forCaller(studio, options, async () => asUserErrors((await studio.agents()).propose(options)));
		},
		/** A program passes `{ tenant, scriptName, size? }`, the size in thousands of characters, and gets the text. */
		'iscConnectors.connector.copyContext': byArgumentsOrAsking(
			studio,
			async options => contextOf(studio, await connectorNamed(studio, options), sizeIn(options)),
			async argument => {
				const command = 'iscConnectors.connector.copyContext';
				const active = vscode.window.activeTextEditor?.document.uri;
				const picked = await pickConnector(studio.tenants, studio.catalog, argument ?? active, { command });
				const size = picked && (await pickSize());
				if (!size) {
					return;
				}
				const text = await whileShown(vscode.l10n.t('Copying the context of {0}', picked.name), signal =>
					contextOf(studio, picked, size, signal),
				);
				await vscode.env.clipboard.writeText(text);
				vscode.window.setStatusBarMessage(
					vscode.l10n.t('Copied {0} characters.', text.length.toLocaleString(vscode.env.language)),
					5000,
				);
			},
		),
	} satisfies Handlers;
}

function sizeIn({ size = sizes.medium }: Options): number {
	if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 10_000) {
		throw new Error(vscode.l10n.t('The argument "size" must be an integer from 1 to 10000.'));
	}
	return size;
}

async function pickSize(): Promise<number | undefined> {
	const row = (label: string, size: number) => ({
		label,
		description: vscode.l10n.t('up to {0},000 characters', size),
		size,
	});
	const picked = await pickRow(
		[
			row(vscode.l10n.t('Medium'), sizes.medium),
			row(vscode.l10n.t('Small'), sizes.small),
			row(vscode.l10n.t('Large'), sizes.large),
		],
		{
			title: commandTitle('iscConnectors.connector.copyContext'),
			prompt: vscode.l10n.t('Select how much the assistant can take'),
		},
	);
	return picked?.size;
}

async function contextOf(
	studio: Studio,
	{ tenant, scriptName }: ConnectorId,
	size: number,
	signal = new AbortController().signal,
): Promise<string> {
	const connector = await asUserErrors(AgentConnector.read(studio, tenant, scriptName, signal));
	const problems = await problemsOf(studio, connector, connector.documents, signal);
	return contextText(connector, problems, size * 1000);
}

async function asUserErrors<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		throw error instanceof AgentError ? new UserError(error.message, { cause: error }) : error;
	}
}
