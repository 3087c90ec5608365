import * as vscode from 'vscode';
import type { Connector } from '../../core/api/connector';
import { condition, joined, type ConditionKind, type Joint } from '../../catalog/connectorFilter';
import { back, chooseOne, chooseSeveral, enterText, type Answer, type Choice } from '../ask/questions';

/** Asks for one more condition of a filter. */
export class ConditionQuestions {
	/** @param known the connectors whose types and features are proposed */
	constructor(
		private readonly title: string,
		private readonly known: Promise<readonly Connector[]>,
	) {}

	/** Asks for a condition of this kind; answers with the filter that has it, too. */
	async add(kind: ConditionKind, filter: string): Promise<Answer<string>> {
		for (;;) {
			const values = await this.askValues(kind);
			if (values === undefined || values === back) {
				return values;
			}
			const single = condition(kind, values);
			const answer = filter === '' ? single : await this.askJoint(filter, single);
			if (answer !== back) {
				return answer;
			}
		}
	}

	private askJoint(filter: string, single: string): Promise<Answer<string>> {
		const joints: readonly (readonly [Joint, string, string])[] = [
			['and', vscode.l10n.t('AND'), vscode.l10n.t('Match both')],
			['or', vscode.l10n.t('OR'), vscode.l10n.t('Match either')],
			['and not', vscode.l10n.t('AND NOT'), vscode.l10n.t('Match the filter, but not {0}', single)],
		];
		return chooseOne({
			title: this.title,
			prompt: vscode.l10n.t('Combine {0} with the current filter', single),
			mayGoBack: true,
			choices: joints.map(([joint, label, description]) => {
				const value = joined(filter, joint, single);
				return { label, description, detail: value, value };
			}),
		});
	}

	private async askValues(kind: ConditionKind): Promise<Answer<readonly string[]>> {
		const question = { title: this.title, mayGoBack: true, prompt: labelOf(kind) };
		switch (kind) {
			case 'type eq':
				return asList(
					await chooseOne({
						...question,
						prompt: vscode.l10n.t('Select or enter a type'),
						choices: this.valuesOf(({ type }) => (type === undefined ? [] : [type])),
						typed: asChoice,
					}),
				);
			case 'directConnect eq':
				return asList(
					await chooseOne({
						...question,
						choices: [
							{ label: vscode.l10n.t('Yes'), description: 'true', value: 'true' },
							{ label: vscode.l10n.t('No'), description: 'false', value: 'false' },
						],
					}),
				);
			case 'features ca': {
				const none: Choice<string> = { label: vscode.l10n.t('Enter Manually…'), value: '' };
				const features = this.valuesOf(connector => connector.features);
				const answer = await chooseSeveral({
					...question,
					prompt: vscode.l10n.t('Select features (all are required)'),
					choices: features.then(all => (all.length > 0 ? all : [none])),
				});
				return Array.isArray(answer) && answer.includes('') ? this.askTypedValues(kind) : answer;
			}
			case 'labels ca':
				return this.askTypedValues(kind);
			case 'name co':
			case 'name sw':
			case 'type co':
			case 'type sw':
			case 'category eq':
				return asList(await enterText({ ...question, accept: missing }));
		}
	}

	private async askTypedValues(kind: ConditionKind): Promise<Answer<readonly string[]>> {
		const split = (text: string) =>
			text
				.split(',')
				.map(value => value.trim())
				.filter(value => value !== '');
		const answer = await enterText({
			title: this.title,
			prompt: vscode.l10n.t('Values separated by commas (all are required)'),
			placeholder: labelOf(kind),
			mayGoBack: true,
			accept: text => missing(split(text).join()),
		});
		return typeof answer === 'string' ? split(answer) : answer;
	}

	/** The values of the known connectors, to choose from. */
	private async valuesOf(
		pick: (connector: Connector) => readonly string[],
	): Promise<readonly Choice<string>[]> {
		const values = new Set((await this.known).flatMap(pick));
		return [...values].sort((one, other) => one.localeCompare(other)).map(asChoice);
	}
}

/** What people call a kind of condition. */
export function labelOf(kind: ConditionKind): string {
	switch (kind) {
		case 'name co':
			return vscode.l10n.t('Name contains…');
		case 'name sw':
			return vscode.l10n.t('Name starts with…');
		case 'type eq':
			return vscode.l10n.t('Type is…');
		case 'type co':
			return vscode.l10n.t('Type contains…');
		case 'type sw':
			return vscode.l10n.t('Type starts with…');
		case 'directConnect eq':
			return vscode.l10n.t('Connects directly…');
		case 'category eq':
			return vscode.l10n.t('Category is…');
		case 'features ca':
			return vscode.l10n.t('Has the features…');
		case 'labels ca':
			return vscode.l10n.t('Has the labels…');
	}
}

function asChoice(value: string): Choice<string> {
	return { label: value, value };
}

function asList(answer: Answer<string>): Answer<readonly string[]> {
	return typeof answer === 'string' ? [answer] : answer;
}

function missing(text: string): string | undefined {
	return text === '' ? vscode.l10n.t('Enter a value.') : undefined;
}
