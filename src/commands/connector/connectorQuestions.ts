import * as vscode from 'vscode';
import type { Connector } from '../../core/api/connector';
import type { ConnectorAbout } from '../../core/transfer/archive/bundle';
import { firstStatuses } from '../../core/transfer/copy/createConnector';
import { isSameName } from '../../core/transfer/send/transferPlan';
import { askSteps, type Answers, type TextStep, type ChoiceStep } from '../ask/askSteps';

export interface ConnectorQuestions {
	readonly title: string;
	readonly proposed: Partial<ConnectorAbout>;
	/** The connectors of the tenant, whose names are taken. */
	readonly existing: readonly Pick<Connector, 'name'>[];
	/** Why the service refused the previous answers, as a sentence. */
	readonly problem?: string | undefined;
}

/** Asks for the name, the class name and whatever else a connector is created from; undefined if the person left. */
export async function askConnector({
	title,
	proposed,
	existing,
	problem,
}: ConnectorQuestions): Promise<ConnectorAbout | undefined> {
	const answers = await askSteps(title, [
		() => nameStep(proposed.name, existing, problem),
		() => classNameStep(proposed.className),
		([name = '']) => typeStep(proposed.type, name),
		() => directConnectStep(proposed.directConnect ?? true),
		() => statusStep(proposed.status),
	]);
	return answers && aboutFrom(answers);
}

/** Why the service would refuse a name; undefined if it may accept it. */
export function nameProblem(name: string, existing: readonly Pick<Connector, 'name'>[]): string | undefined {
	if (name.trim() === '') {
		return vscode.l10n.t('Give the connector a name.');
	}
	if (/\p{Cc}/u.test(name)) {
		return vscode.l10n.t('A name has no control characters.');
	}
	const same = existing.find(each => isSameName(each.name, name));
	return same && vscode.l10n.t('There is a connector {0} already. Choose another name.', same.name);
}

export function classNameProblem(className: string): string | undefined {
	return className.trim() === ''
		? vscode.l10n.t('The service creates no connector without a class name.')
		: undefined;
}

function nameStep(
	value: string | undefined,
	existing: readonly Pick<Connector, 'name'>[],
	problem: string | undefined,
): TextStep {
	return {
		prompt: vscode.l10n.t('The name, as people will choose it. The service derives the script name from it.'),
		placeholder: vscode.l10n.t('Badge System'),
		...(value !== undefined && { value }),
		...(problem !== undefined && { problem }),
		eager: true,
		validate: name => nameProblem(name, existing),
	};
}

function classNameStep(value: string | undefined): TextStep {
	return {
		prompt: vscode.l10n.t('The Java class that does the work.'),
		placeholder: 'sailpoint.connector.OpenConnectorAdapter',
		...(value !== undefined && { value }),
		eager: true,
		validate: classNameProblem,
	};
}

function typeStep(value: string | undefined, name: string): TextStep {
	return {
		prompt: vscode.l10n.t('The type. Leave it empty for "custom {0}".', name),
		placeholder: `custom ${name}`,
		...(value !== undefined && { value }),
	};
}

function directConnectStep(value: boolean): ChoiceStep {
	return {
		prompt: vscode.l10n.t('Does it connect directly to what it reads from?'),
		choices: [
			{
				label: vscode.l10n.t('Yes'),
				description: vscode.l10n.t('direct connect, as the service has it by default'),
				value: 'true',
			},
			{
				label: vscode.l10n.t('No'),
				description: vscode.l10n.t('it reads files that are uploaded'),
				value: 'false',
			},
		],
		value: String(value),
	};
}

function statusStep(value: string | undefined): ChoiceStep {
	const explanations: Readonly<Record<(typeof firstStatuses)[number], string>> = {
		DEVELOPMENT: vscode.l10n.t('the list does not show it; it stays in this view'),
		DEMO: vscode.l10n.t('the list does not show it; it stays in this view'),
		RELEASED: vscode.l10n.t('everybody in the tenant sees it'),
	};
	return {
		prompt: vscode.l10n.t('Its status. It cannot be changed afterwards.'),
		choices: firstStatuses.map(status => ({
			label: status,
			description: explanations[status],
			value: status,
		})),
		value: value ?? 'DEVELOPMENT',
	};
}

function aboutFrom([name = '', className = '', type, directConnect, status]: Answers): ConnectorAbout {
	return {
		name,
		className,
		type: type || undefined,
		directConnect: directConnect === 'true',
		status: firstStatuses.find(each => each === status),
	};
}
