import type { DocumentPart } from '../core/remote/documentPath';
import { documentParts } from '../core/remote/documentParts';
import { fileOf } from '../core/remote/documentPath';
import { safeText } from '../messages/safeText';
import { AgentError } from './agentError';

/** What an agent has passed; its schema in the manifest has been checked. */
export type ToolInput = Readonly<Record<string, unknown>>;

export function textIn(input: ToolInput, key: string): string | undefined {
	const value = input[key];
	return typeof value === 'string' ? value : undefined;
}

export function requiredText(input: ToolInput, key: string): string {
	return textIn(input, key) ?? '';
}

/** Also by the name of its file. @throws AgentError if there is no such document */
export function partNamed(name: string): DocumentPart {
	const part = documentParts.find(each => each === name || fileOf(each) === name);
	if (part === undefined) {
		throw new AgentError(
			`There is no document "${safeText(name)}". It is source-config, source-template, correlation-config, connector-metadata or translations/<locale>, such as translations/en.`,
		);
	}
	return part;
}
