import type { Answer } from '../../core/agents/answerPage';
import { documentNames, textOf } from '../../core/connector/connectorDocuments';
import { xmlNames } from '../../core/connector/documentName';
import type { HistoryEntry } from '../../core/history/historyEntry';
import { fileOf, type DocumentPart } from '../../core/remote/documentPath';
import { unifiedDiff } from '../../core/text/unifiedDiff';
import { parseXml } from '../../core/xml/parse';
import { AgentConnector } from '../agentConnector';
import { AgentError } from '../agentError';
import type { ToolCall } from '../toolCall';
import { partNamed, textIn } from '../toolInput';
import { decodedText, textOf as documentText } from './readDocument';

/** What differs between a connector and the same one of another tenant, or between a document and what it was before. */
export async function compareDocuments(call: ToolCall): Promise<Answer> {
	const { input } = call;
	const document = textIn(input, 'document');
	const part = document === undefined ? undefined : partNamed(document);
	const otherTenant = textIn(input, 'otherTenant');
	const connector = await call.connector();
	if (otherTenant !== undefined) {
		return withTenant(call, connector, otherTenant, part);
	}
	if (part === undefined) {
		throw new AgentError('Name an "otherTenant", or a "document" to compare it with an earlier version.');
	}
	return withVersion(call, connector, part);
}

async function withTenant(
	{ studio, allowed, input, signal }: ToolCall,
	own: AgentConnector,
	named: string,
	part: DocumentPart | undefined,
): Promise<Answer> {
	const tenant = await allowed.named(named, signal);
	const scriptName = textIn(input, 'otherScriptName') ?? own.scriptName;
	const other = await AgentConnector.read(studio, tenant, scriptName, signal);
	const names = new Set([...documentNames(own.documents), ...documentNames(other.documents)]);
	const parts: readonly DocumentPart[] =
		part === undefined ? [...([...names] as DocumentPart[]), 'connector-metadata'] : [part];
	const diffs: string[] = [];
	for (const each of parts) {
		const [before, after] = await Promise.all(
			[own, other].map(connector => shownText(studio, connector, each, signal)),
		);
		const sides = [`${own.tenant.name}/${fileOf(each)}`, `${tenant.name}/${fileOf(each)}`] as const;
		diffs.push(
			before === undefined || after === undefined
				? before === after
					? ''
					: `${fileOf(each)}: only in ${before === undefined ? tenant.name : own.tenant.name}\n`
				: unifiedDiff(before, after, sides),
		);
	}
	const data = diffs.join('');
	return {
		head:
			data === ''
				? `No differences between ${own.title} and ${other.title}.`
				: `What differs between ${own.title} (-) and ${other.title} (+); line ends do not count.`,
		data,
	};
}

async function shownText(
	studio: ToolCall['studio'],
	connector: AgentConnector,
	part: DocumentPart,
	signal: AbortSignal,
): Promise<string | undefined> {
	const known = part === 'connector-metadata' ? undefined : textOf(connector.documents, part);
	const text = known ?? (await documentText(studio, connector, part, signal));
	return text === undefined ? undefined : connector.masked(part, text).text;
}

async function withVersion(
	{ studio, input, signal }: ToolCall,
	connector: AgentConnector,
	part: DocumentPart,
): Promise<Answer> {
	const history = await studio.history();
	const entries = (await history.list(connector.id(part))).filter(({ replaced }) => replaced);
	const title = `${fileOf(part)} of ${connector.title}`;
	const version = input['version'];
	if (typeof version !== 'number') {
		return {
			head:
				entries.length === 0
					? `${title} has no earlier versions on this computer.`
					: `${title} has ${entries.length} earlier versions; pass the number of one as "version".`,
			data: entries.map(versionLine).join('\n'),
		};
	}
	const entry = entries[version - 1];
	const bytes = entry && (await history.read(entry, 'replaced'));
	if (!bytes) {
		throw new AgentError(`${title} has no version ${version}. Call without "version" to list them.`);
	}
	const now = (await shownText(studio, connector, part, signal)) ?? '';
	const before = (await formerly(studio, connector)).masked(part, decodedText(part, bytes)).text;
	const data = unifiedDiff(before, now, [`version ${version}`, 'now']);
	return {
		head:
			data === ''
				? `${title} is the same as version ${version}.`
				: `What version ${version} (-) and ${title} as it is now (+) differ in.`,
		data,
	};
}

/** What was a secret once is one in a version of that time, though the form has no such field any more. */
async function formerly({ history }: ToolCall['studio'], connector: AgentConnector): Promise<AgentConnector> {
	const kept = await history();
	const texts = xmlNames.map(async part => {
		const entries = await kept.list(connector.id(part));
		const versions = await Promise.all(entries.map(entry => kept.read(entry, 'replaced')));
		return versions.flatMap(bytes => (bytes ? [parseXml(decodedText(part, bytes))] : []));
	});
	return connector.withSecretsOf((await Promise.all(texts)).flat());
}

function versionLine({ at, action, by }: HistoryEntry, index: number): string {
	return JSON.stringify({ version: index + 1, replacedAt: at.toISOString(), replacedBy: action, user: by });
}
