import assert from 'node:assert/strict';
import type { Completion, Completions } from '../../../../../src/core/connector/completion/completion';
import { completionsAt } from '../../../../../src/core/connector/completion/completionsAt';
import type { ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import type { XmlName } from '../../../../../src/core/connector/documentName';
import { parseProperties } from '../../../../../src/core/properties/parse';
import { sampleConnectors } from '../../../../../src/sample/data/sampleConnectors';
import { parseXml } from '../../../../../src/core/xml/parse';

/** The documents of a connector by their texts. */
export interface Texts {
	readonly form?: string;
	readonly template?: string;
	readonly correlation?: string;
	readonly translations?: Readonly<Record<string, string>>;
}

export function connectorOf({ form, template, correlation, translations = {} }: Texts): ConnectorDocuments {
	const xml = (text: string | undefined) => (text === undefined ? undefined : parseXml(text));
	return {
		sourceConfig: xml(form),
		sourceTemplate: xml(template),
		correlationConfig: xml(correlation),
		translations: new Map(
			Object.entries(translations).map(([locale, text]) => [locale, parseProperties(text)]),
		),
	};
}

/** The connectors of the sample tenant. */
export function sampleDocuments(count: number): readonly ConnectorDocuments[] {
	const decoder = new TextDecoder();
	const text = (bytes: Uint8Array | string) => (typeof bytes === 'string' ? bytes : decoder.decode(bytes));
	return sampleConnectors(count).map(({ sourceConfig, sourceTemplate, correlationConfig, translations }) =>
		connectorOf({
			form: text(sourceConfig),
			template: text(sourceTemplate),
			correlation: text(correlationConfig),
			translations: Object.fromEntries(
				Object.entries(translations).map(([locale, bytes]) => [locale, text(bytes)]),
			),
		}),
	);
}

/** A text with a `|` where the cursor is, and what is known around it. */
export interface Typing {
	readonly kind: XmlName;
	readonly text: string;
	readonly around?: Texts;
	readonly neighbours?: readonly ConnectorDocuments[];
}

export function proposals({ kind, text, around = {}, neighbours = [] }: Typing): Completions | undefined {
	const offset = text.indexOf('|');
	const document = parseXml(text.slice(0, offset) + text.slice(offset + 1));
	return completionsAt({ kind, document, offset, connector: connectorOf(around), neighbours });
}

export function labels(typing: Typing): readonly string[] {
	return proposals(typing)?.items.map(({ label }) => label) ?? [];
}

export function proposal(typing: Typing, label: string): Completion {
	const found = proposals(typing)?.items.find(item => item.label === label);
	assert.ok(found, `${label} is not among ${labels(typing).join(', ')}`);
	return found;
}

/** The text after an item was chosen, with `|` at its stops. */
export function chosen(typing: Typing, label: string): string {
	const { start, end } = proposals(typing)!;
	const { newText, isSnippet } = proposal(typing, label);
	const text = typing.text.replace('|', '');
	return text.slice(0, start) + (isSnippet ? withStops(newText) : newText) + text.slice(end);
}

function withStops(snippet: string): string {
	return snippet.replace(
		/\$\d|\$\{\d(?::([^}]*)|\|([^}]*)\|)\}|\\([\\$}])/g,
		(_, text = '', choice = '', own = '') => (own ? String(own) : `|${String(text)}${String(choice)}`),
	);
}
