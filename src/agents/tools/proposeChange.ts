import type { Answer } from '../../core/agents/answerPage';
import { isObject } from '../../core/api/errors';
import { propose, type ProposalReport, type ProposedChange } from '../proposing';
import { partNamed, requiredText, textIn, type ToolInput } from '../toolInput';
import type { ToolCall } from '../toolCall';

/** Opens new texts of a connector's documents as unsaved changes, which a person may save. */
export async function proposeChange(call: ToolCall): Promise<Answer> {
	const report = await proposed(call);
	const { newProblems, effects } = report;
	return {
		head: `${outcomeOf(report)} ${problemsOf(report)}${effects.length > 0 ? ` Effects on existing sources: ${effects.length}.` : ''}`,
		data: [...effects, ...newProblems.map(problem => JSON.stringify(problem))].join('\n'),
	};
}

/** Makes the proposal that an input describes. @throws AgentError if it cannot be made */
export async function proposed({
	studio,
	input,
	signal,
	connector: named,
}: ToolCall): Promise<ProposalReport> {
	const changes = changesIn(input);
	const connector = await named();
	const isDryRun = input['dryRun'] === true;
	return propose(studio, { connector, summary: requiredText(input, 'summary'), changes, isDryRun }, signal);
}

/** Its schema has been checked. */
function changesIn({ changes }: ToolInput): readonly ProposedChange[] {
	return (Array.isArray(changes) ? changes : []).filter(isObject).map(change => ({
		part: partNamed(requiredText(change, 'document')),
		text: textIn(change, 'text'),
		edits: Array.isArray(change['edits'])
			? change['edits'].filter(isObject).map(edit => ({
					oldText: requiredText(edit, 'oldText'),
					newText: requiredText(edit, 'newText'),
				}))
			: undefined,
	}));
}

function outcomeOf({ files, opened }: ProposalReport): string {
	return opened
		? `Opened as unsaved changes: ${files.join(', ')}. Nothing was sent: the user reviews them and saves, or discards them.`
		: `Nothing was opened. It would change ${files.join(', ')}.`;
}

function problemsOf({ problemsBefore, problemsAfter, newProblems }: ProposalReport): string {
	return `Problems before: ${problemsBefore}, after: ${problemsAfter}, new: ${newProblems.length}.`;
}
