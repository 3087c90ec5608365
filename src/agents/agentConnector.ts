import type * as vscode from 'vscode';
import { masked, type MaskedText } from '../core/agents/maskedText';
import { secretRanges, secretsOf, type KnownSecrets, type SecretLanguage } from '../core/agents/secretRanges';
import type { Tenant } from '../core/api/tenant';
import { xmlNamed, type ConnectorDocuments } from '../core/connector/connectorDocuments';
import { isTranslation, xmlNames } from '../core/connector/documentName';
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
		/** As people know it. */
		readonly name: string,
		readonly folder: vscode.Uri,
		/** With names in the place of secrets. */
		readonly documents: ConnectorDocuments,
		/** In editors or in the tenant: a change that is not saved yet reveals nothing. */
		private readonly secrets: KnownSecrets,
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
		const secrets = secretsOf([...documentsOf(tools, folder, documents)]);
		const hide = (document: XmlDocument | undefined) => {
			const ranges = document ? secretRanges(document.text, 'xml', secrets) : [];
			return document && ranges.length > 0 ? parseXml(masked(document.text, ranges).text) : document;
		};
		const shown = {
			sourceConfig: hide(documents.sourceConfig),
			sourceTemplate: hide(documents.sourceTemplate),
			correlationConfig: hide(documents.correlationConfig),
			translations: documents.translations,
		};
		const name = safeText(detail.name || scriptName);
		return new AgentConnector(tenant, scriptName, name, folder, shown, secrets);
	}

	/** "jdbc-angularsc in Sample Tenant": what stands outside of data has no word that only the tenant has chosen. */
	get title(): string {
		return `${safeText(this.scriptName)} in ${safeText(this.tenant.name)}`;
	}

	id(part: DocumentPart): DocumentId {
		return { tenant: this.tenant.id, scriptName: this.scriptName, part };
	}

	/** The document in an editor. */
	open(part: DocumentPart): vscode.TextDocument | undefined {
		return documentAt(toUri(this.id(part)));
	}

	/** The same, where what these documents say is secret is secret, too. */
	withSecretsOf(others: readonly XmlDocument[]): AgentConnector {
		const { tenant, scriptName, name, folder, documents, secrets } = this;
		return new AgentConnector(tenant, scriptName, name, folder, documents, secretsOf(others, secrets));
	}

	masked(part: DocumentPart, text: string): MaskedText {
		return masked(text, this.secretsIn(part, text));
	}

	secretsIn(part: DocumentPart, text: string): readonly TextRange[] {
		return secretRanges(text, languageOf(part), this.secrets);
	}

	/** What is secret in a text because of where it stands, not because it is known to be one. */
	secretPlacesIn(part: DocumentPart, text: string): readonly TextRange[] {
		return secretRanges(text, languageOf(part), { ...this.secrets, values: new Set() });
	}
}

function languageOf(part: DocumentPart): SecretLanguage {
	return part === 'connector-metadata' ? 'json' : isTranslation(part) ? 'properties' : 'xml';
}

/** The XML documents as editors have them, and as they were last saved. */
function* documentsOf(
	tools: LanguageTools,
	folder: vscode.Uri,
	documents: ConnectorDocuments,
): Iterable<XmlDocument> {
	for (const name of xmlNames) {
		const shown = xmlNamed(documents, name);
		if (shown) {
			yield shown;
		}
		const saved = tools.savedText(folder, name);
		if (saved !== undefined && saved !== shown?.text) {
			yield parseXml(saved);
		}
	}
}
