import type { Answer } from '../../core/agents/answerPage';
import { problemsInWords, type ProblemInWords } from '../../language/diagnostics/problemsInWords';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { inPieces } from '../../util/steps';
import type { AgentConnector } from '../agentConnector';
import type { AgentStudio } from '../agentStudio';
import type { ToolCall } from '../toolCall';

/** What is wrong with a connector's documents, and what would mend it. */
export async function connectorProblems(call: ToolCall): Promise<Answer> {
	const connector = await call.connector();
	const problems = await problemsOf(call.studio, connector, connector.documents, call.signal);
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	return {
		head:
			problems.length === 0
				? `No problems in ${connector.title}.`
				: `${problems.length} problems in ${connector.title}, ${errors} of them errors; one JSON object a line, lines and columns count from 1.`,
		data: problems.map(problem => JSON.stringify(problem)).join('\n'),
	};
}

/** @param documents those of the connector, or what is to take their place */
export async function problemsOf(
	{ language }: Pick<AgentStudio, 'language'>,
	{ folder }: Pick<AgentConnector, 'folder'>,
	documents: ConnectorDocuments,
	signal: AbortSignal,
): Promise<readonly ProblemInWords[]> {
	const { tools } = await language.load();
	const steps = problemsInWords(documents, () => tools.knownNeighbours(folder));
	const problems = await inPieces(steps, () => !signal.aborted);
	signal.throwIfAborted();
	return problems ?? [];
}
