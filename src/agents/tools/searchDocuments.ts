import type { Answer } from '../../core/agents/answerPage';
import { unlessAborted } from '../../core/api/send/http';
import { severalAtOnce } from '../../core/api/severalAtOnce';
import { documentParts } from '../../core/remote/documentParts';
import { fileOf } from '../../core/remote/documentPath';
import { textOf } from '../../core/connector/connectorDocuments';
import { Matcher } from '../../core/search/matcher';
import { PatternError } from '../../core/search/pattern';
import { searchError } from '../../messages/searchMessage';
import { AgentConnector } from '../agentConnector';
import type { ToolCall } from '../toolCall';
import { requiredText, textIn } from '../toolInput';

/** Few enough that a cancelled search is soon over. */
const mostUnderWay = 4;
/** How many matches are enough for one answer and its pages. */
const mostMatches = 1000;

/** The lines of documents in which a text stands; names stand in the place of secrets, which are not found. */
export async function searchDocuments(call: ToolCall): Promise<Answer> {
	const { studio, allowed, input, signal } = call;
	const tenant = await allowed.named(requiredText(input, 'tenant'), signal);
	const only = textIn(input, 'scriptName');
	const matcher = matcherOf(call);
	const scriptNames =
		only === undefined
			? (await unlessAborted(studio.catalog.connectors(tenant.id), signal)).map(
					({ scriptName }) => scriptName,
				)
			: [only];
	const found = new Map<string, readonly string[]>();
	let unread = 0;
	let count = 0;
	await severalAtOnce(scriptNames, mostUnderWay, async scriptName => {
		signal.throwIfAborted();
		if (count >= mostMatches) {
			return;
		}
		const lines = await AgentConnector.read(studio, tenant, scriptName, signal).then(
			connector => linesIn(connector, matcher),
			(error: unknown) => {
				signal.throwIfAborted();
				if (only !== undefined || error instanceof PatternError) {
					throw searchError(error);
				}
				unread++;
				return [];
			},
		);
		count += lines.length;
		found.set(scriptName, lines);
	});
	const lines = scriptNames.flatMap(scriptName => found.get(scriptName) ?? []).slice(0, mostMatches);
	const where =
		only === undefined ? `${scriptNames.length} connectors of ${tenant.name}` : `${only} in ${tenant.name}`;
	const missed = unread > 0 ? ` ${unread} connectors could not be read.` : '';
	const more = count > mostMatches ? ' There are more matches: search for something rarer.' : '';
	return {
		head:
			lines.length === 0
				? `Nothing found in ${where}.${missed}`
				: `${lines.length} matches in ${where}, as script name/document:line:column: text.${missed}${more}`,
		data: lines.join('\n'),
	};
}

function matcherOf({ input }: ToolCall): Matcher {
	try {
		return new Matcher({
			text: requiredText(input, 'text'),
			isRegExp: input['isRegExp'] === true,
			matchCase: input['matchCase'] === true,
			wholeWord: input['wholeWord'] === true,
		});
	} catch (error) {
		throw searchError(error);
	}
}

function linesIn({ scriptName, documents }: AgentConnector, matcher: Matcher): readonly string[] {
	return documentParts.flatMap(part => {
		const text = part === 'connector-metadata' ? undefined : textOf(documents, part);
		return text === undefined
			? []
			: matcher
					.find(text, mostMatches)
					.map(
						match =>
							`${scriptName}/${fileOf(part)}:${match.line + 1}:${match.start + 1}: ${match.text.trim()}`,
					);
	});
}
