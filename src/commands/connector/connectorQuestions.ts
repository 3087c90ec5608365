import * as vscode from 'vscode';
import type { Connector } from '../../core/api/connector';
import type { ConnectorAbout } from '../../core/transfer/archive/bundle';
import { firstStatuses } from '../../core/transfer/copy/createConnector';
import { isSameName } from '../../core/transfer/send/transferPlan';
import { connectorCount } from '../ask/counts';
import { askSteps, type Answers, type TextStep, type ChoiceStep } from '../ask/askSteps';

export interface ConnectorQuestions {
	readonly title: string;
	readonly proposed: Partial<ConnectorAbout>;
	/** The connectors of the tenant, whose names are taken. */
	readonly existing: readonly Pick<Connector, 'name' | 'className'>[];
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
		() => classNameStep(proposed.className, existing),
		([name = '']) => typeStep(proposed.type, name),
		() => directConnectStep(proposed.directConnect ?? true),
		() => statusStep(proposed.status),
	]);
	return answers && aboutFrom(answers);
}

/** Why the service would refuse a name; undefined if it may accept it. */
export function nameProblem(name: string, existing: readonly Pick<Connector, 'name'>[]): string | undefined {
	if (name.trim() === '') {
		return vscode.l10n.t('Enter a name.');
	}
	if (/\p{Cc}/u.test(name)) {
		return vscode.l10n.t('The name contains control characters. Remove them.');
	}
	const same = existing.find(each => isSameName(each.name, name));
	return same && vscode.l10n.t('A connector named {0} already exists. Enter another name.', same.name);
}

export function classNameProblem(className: string): string | undefined {
	return className.trim() === ''
		? vscode.l10n.t('Enter a Java class. A connector cannot be created without one.')
		: undefined;
}

function nameStep(
	value: string | undefined,
	existing: readonly Pick<Connector, 'name'>[],
	problem: string | undefined,
): TextStep {
	return {
		prompt: vscode.l10n.t('Connector name (the script name is derived from it)'),
		placeholder: vscode.l10n.t('Badge System'),
		...(value !== undefined && { value }),
		...(problem !== undefined && { problem }),
		eager: true,
		validate: name => nameProblem(name, existing),
	};
}

/** Proposes the class names of the tenant's connectors, the most frequent first; another one can be typed. */
function classNameStep(
	value: string | undefined,
	existing: readonly Pick<Connector, 'className'>[],
): ChoiceStep {
	const counts = new Map<string, number>(value === undefined ? [] : [[value, 0]]);
	for (const { className } of existing) {
		if (className) {
			counts.set(className, (counts.get(className) ?? 0) + 1);
		}
	}
	const choices = [...counts]
		.toSorted(([, one], [, other]) => other - one)
		.map(([className, count]) => ({
			label: className,
			...(count > 0 && { description: connectorCount(count) }),
			value: className,
		}));
	return {
		prompt: vscode.l10n.t('Java class, such as sailpoint.connector.OpenConnectorAdapter'),
		choices,
		...(value !== undefined && { value }),
		typed: className => ({ label: className, value: className }),
	};
}

function typeStep(value: string | undefined, name: string): TextStep {
	return {
		prompt: vscode.l10n.t('Type (leave empty for "custom {0}")', name),
		placeholder: `custom ${name}`,
		...(value !== undefined && { value }),
	};
}

function directConnectStep(value: boolean): ChoiceStep {
	return {
		prompt: vscode.l10n.t('Direct connection?'),
		choices: [
			{
				label: vscode.l10n.t('Yes'),
				description: vscode.l10n.t('default'),
				value: 'true',
			},
			{
				label: vscode.l10n.t('No'),
				description: vscode.l10n.t('uses uploaded files'),
				value: 'false',
			},
		],
		value: String(value),
	};
}

function statusStep(value: string | undefined): ChoiceStep {
	const explanations: Readonly<Record<(typeof firstStatuses)[number], string>> = {
		DEVELOPMENT: vscode.l10n.t('not listed by the service'),
		DEMO: vscode.l10n.t('not listed by the service'),
		RELEASED: vscode.l10n.t('visible to everyone in the tenant'),
	};
	return {
		prompt: vscode.l10n.t('Status (cannot be changed later)'),
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
