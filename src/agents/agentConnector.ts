import type * as vscode from 'vscode';
import { masked, type MaskedText } from '../core/agents/maskedText';
import { secretFields, secretRanges } from '../core/agents/secretRanges';
import type { Tenant } from '../core/api/tenant';
import type { ConnectorDocuments } from '../core/connector/connectorDocuments';
import { xmlNames } from '../core/connector/documentName';
import { unlessAborted } from '../core/api/send/http';
import type { DocumentId, DocumentPart } from '../core/remote/documentPath';
import type { TextRange } from '../core/text/textEdit';
import { parseXml } from '../core/xml/parse';
import type { XmlDocument } from '../core/xml/tree';
import { placeUri, toUri } from '../documents/documentUri';
import { documentAt } from '../documents/openDocuments';
import type { LanguageTools } from '../language/texts/languageTools';
import { safeText } from '../messages/safeText';
import { AgentError } from './agentError';
import type { AgentStudio } from './agentStudio';

/** Milliseconds for which an agent gets what is known of a connector: people work in the tenant, too. */
const maxAge = 30_000;

/** A connector as agents see it: as editors have it, without its secrets. */
export class AgentConnector {
	private constructor(
		readonly tenant: Tenant,
		readonly scriptName: string,
		readonly name: string,
		readonly folder: vscode.Uri,
		/** With names in the place of secrets. */
		readonly documents: ConnectorDocuments,
		/** In editors or in the tenant: a change of a type that is not saved yet reveals nothing. */
		private readonly secretFields: ReadonlySet<string>,
	) {}

	/** @throws AgentError if the tenant has no such connector */
	static async read(
		{ catalog, language }: Pick<AgentStudio, 'catalog' | 'language'>,
		tenant: Tenant,
		scriptName: string,
		signal: AbortSignal,
	): Promise<AgentConnector> {
		const detail = await unlessAborted(catalog.detail(tenant.id, scriptName, maxAge), signal);
		if (!detail) {
			throw new AgentError(
				`${tenant.name} has no connector "${scriptName}". Call isc_listConnectors to find its script name.`,
			);
		}
		const { tools } = await language.load();
		const folder = placeUri(tenant.id, { kind: 'connector', scriptName });
		await unlessAborted(tools.refresh(folder, maxAge), signal);
		const documents = await unlessAborted(tools.connector(folder, { again: true }), signal);
		const fields = new Set([...formsOf(tools, folder, documents)].flatMap(form => [...secretFields(form)]));
		const hide = (document: XmlDocument | undefined) => {
			const ranges = document ? secretRanges(document.text, fields) : [];
			return document && ranges.length > 0 ? parseXml(masked(document.text, ranges).text) : document;
		};
		const shown = {
			sourceConfig: hide(documents.sourceConfig),
			sourceTemplate: hide(documents.sourceTemplate),
			correlationConfig: hide(documents.correlationConfig),
			translations: documents.translations,
		};
		const name = safeText(detail.name || scriptName);
		return new AgentConnector(tenant, scriptName, name, folder, shown, fields);
	}

	/** "JDBC (jdbc-angularsc) in Sample Tenant" */
	get title(): string {
		return `${this.name} (${safeText(this.scriptName)}) in ${this.tenant.name}`;
	}

	id(part: DocumentPart): DocumentId {
		return { tenant: this.tenant.id, scriptName: this.scriptName, part };
	}

	/** The document in an editor. */
	open(part: DocumentPart): vscode.TextDocument | undefined {
		return documentAt(toUri(this.id(part)));
	}

	masked(text: string): MaskedText {
		return masked(text, this.secretsIn(text));
	}

	secretsIn(text: string): readonly TextRange[] {
		return secretRanges(text, this.secretFields);
	}
}

/** The documents that may name secret fields: as editors have them, and as they were last saved. */
function* formsOf(
	tools: LanguageTools,
	folder: vscode.Uri,
	{ sourceConfig, sourceTemplate }: ConnectorDocuments,
): Iterable<XmlDocument> {
	for (const document of [sourceConfig, sourceTemplate]) {
		if (document) {
			yield document;
		}
	}
	for (const name of xmlNames) {
		const saved = tools.savedText(folder, name);
		if (saved !== undefined) {
			yield parseXml(saved);
		}
	}
}
