import type { Answer } from '../../core/agents/answerPage';
import { isWhole } from '../../core/connector/connectorDocuments';
import { pictureOf } from '../../core/connector/form/pictureOf';
import { referenceRows } from '../../core/connector/reference/referenceRows';
import { markdownTable } from '../../core/text/markdownTable';
import { AgentError } from '../agentError';
import type { ToolCall } from '../toolCall';
import { textIn } from '../toolInput';

/** The fields of a connector's form as a table. */
export async function describeForm(call: ToolCall): Promise<Answer> {
	const { documents, title } = await call.connector();
	const language = textIn(call.input, 'language') ?? 'en';
	if (language !== 'en' && !documents.translations.has(language)) {
		const known = [...documents.translations.keys()].join(', ') || 'none';
		throw new AgentError(`${title} has no translation "${language}". It has: ${known}.`);
	}
	if (documents.sourceConfig && !isWhole(documents.sourceConfig)) {
		throw new AgentError(
			`The source-config of ${title} is not well-formed. Call isc_checkConnector to see where.`,
		);
	}
	const picture = pictureOf(documents, language);
	if (!picture) {
		throw new AgentError(`${title} has no form: the root of its source-config is not <Form>.`);
	}
	return {
		head: `The fields of the form of ${title}, with labels in ${language}. A key with [] is on the cards of a list.`,
		data: markdownTable(referenceRows(picture, words)),
	};
}

const words = {
	heading: {
		label: 'Label',
		key: 'Key',
		type: 'Type',
		required: 'Required',
		default: 'Default',
		options: 'Options',
		condition: 'Condition',
		secret: 'Secret',
	},
	yes: 'yes',
	hidden: 'hidden',
	and: 'and',
	anyValue: '{0} has a value',
};
