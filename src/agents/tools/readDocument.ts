import type { Answer } from '../../core/agents/answerPage';
import { unlessAborted } from '../../core/api/send/http';
import { documentNames } from '../../core/connector/connectorDocuments';
import { isTranslation, localeOf } from '../../core/connector/documentName';
import { fileOf, type DocumentPart } from '../../core/remote/documentPath';
import { isXml, xmlText } from '../../core/remote/textProblem';
import { isUnsaved } from '../../documents/openDocuments';
import type { AgentConnector } from '../agentConnector';
import { AgentError } from '../agentError';
import type { AgentStudio } from '../agentStudio';
import type { ToolCall } from '../toolCall';
import { partNamed, requiredText } from '../toolInput';

/** One document, as its editor has it or, where there is none, as the tenant has it. */
export async function readDocument(call: ToolCall): Promise<Answer> {
	const part = partNamed(requiredText(call.input, 'document'));
	const connector = await call.connector();
	const text = await textOf(call.studio, connector, part, call.signal);
	if (text === undefined) {
		const existing = documentNames(connector.documents).join(', ');
		throw new AgentError(`${connector.title} has no document ${part}. It has ${existing}.`);
	}
	const { text: shown, secrets } = connector.masked(part, text.replace(/\r\n?/g, '\n'));
	const document = connector.open(part);
	const unsaved =
		document && isUnsaved(document) ? ' The editor has changes that are not saved, as shown.' : '';
	const hidden =
		secrets.length > 0
			? ` ${secrets.length} secret values have names such as ‹secret 1› in their place; keep these where they are.`
			: '';
	return { head: `${fileOf(part)} of ${connector.title}.${unsaved}${hidden}`, data: shown };
}

/** Undefined if there is no such document. */
export async function textOf(
	{ catalog, documents }: Pick<AgentStudio, 'catalog' | 'documents'>,
	connector: AgentConnector,
	part: DocumentPart,
	signal: AbortSignal,
): Promise<string | undefined> {
	const open = connector.open(part);
	if (open) {
		return open.getText();
	}
	const { tenant, scriptName } = connector;
	const hasLocale = isTranslation(part)
		? await catalog.hasLocale(tenant.id, scriptName, localeOf(part))
		: true;
	if (hasLocale === false) {
		return undefined; // The service would answer with the English text.
	}
	const document = documents.get(connector.id(part));
	const bytes = await unlessAborted(document.read(), signal);
	return bytes && decodedText(part, bytes);
}

/** In the encoding that an XML document says it has: in another one, its secrets would not be found. */
export function decodedText(part: DocumentPart, bytes: Uint8Array): string {
	return (isXml(part) ? xmlText(bytes) : undefined) ?? new TextDecoder().decode(bytes);
}
