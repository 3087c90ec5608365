import * as vscode from 'vscode';
import { checkConnector } from '../connector/checkConnector';
import type { ConnectorDocuments, DocumentRange } from '../connector/connectorDocuments';
import { isTranslation, translationOf, type DocumentName, type XmlName } from '../connector/documentName';
import { usualSeverity, type ConnectorProblem } from '../connector/problem';
import { unknownNames, type UnknownName } from '../connector/vocabularyCheck';
import { usageOf } from '../connector/vocabularyUsage';
import { xmlMessage } from '../documents/xmlMessage';
import type { PropertiesDocument } from '../properties/parse';
import { Lines } from '../text/lines';
import type { TextRange } from '../text/textEdit';
import { isNamespaceProblem } from '../xml/problem';
import type { XmlDocument } from '../xml/tree';
import { checkMessage, unknownMessage } from './checkMessage';
import type { SeverityOf } from './severity';

/** Of each document of a connector, also of those that have none. */
export type Findings = ReadonlyMap<DocumentName, readonly vscode.Diagnostic[]>;

export interface FindingOptions {
	readonly uriOf: (name: DocumentName) => vscode.Uri;
	readonly severityOf: SeverityOf;
	/** The connector's other documents are not known, so that nothing can be said of what is between them. */
	readonly alone: boolean;
	/** What other connectors are written with. */
	readonly neighbours: () => readonly ConnectorDocuments[];
}

/** Of a document; VS Code shows no more than a thousand of its problems. */
const mostUnknown = 1000;

/** What is wrong with a connector's documents, with each by itself and with all together. */
export function findingsIn(connector: ConnectorDocuments, options: FindingOptions): Findings {
	const places = new Places(connector, options.uriOf);
	const findings = new Map<DocumentName, vscode.Diagnostic[]>();
	for (const [name, document] of places.xml) {
		findings.set(name, xmlFindings(document, places.rangeIn(name)));
	}
	for (const [name, document] of places.properties) {
		findings.set(name, propertiesFindings(document, places.rangeIn(name)));
	}
	const unknown = options.alone ? undefined : options.severityOf('name-unknown', 'hint');
	if (unknown !== undefined) {
		const neighbours = options.neighbours();
		for (const [name, document] of places.xml) {
			for (const each of unknownNames(document, name, usageOf(neighbours, name)).slice(0, mostUnknown)) {
				findings.get(name)?.push(unknownFinding(each, unknown, places.rangeIn(name)));
			}
		}
	}
	const hasXml = places.xml.size > 0; // Folders named `translations` are not for connectors alone.
	for (const problem of options.alone || !hasXml ? [] : checkConnector(connector)) {
		const severity = options.severityOf(problem.code, usualSeverity[problem.code]);
		if (severity !== undefined) {
			findings.get(problem.document)?.push(checkFinding(problem, severity, places));
		}
	}
	return findings;
}

/** Where offsets in a connector's documents are. */
class Places {
	readonly xml: ReadonlyMap<XmlName, XmlDocument>;
	readonly properties: ReadonlyMap<DocumentName, PropertiesDocument>;
	private readonly lines = new Map<DocumentName, Lines>();

	constructor(
		{ sourceConfig, sourceTemplate, correlationConfig, translations }: ConnectorDocuments,
		private readonly uriOf: (name: DocumentName) => vscode.Uri,
	) {
		const xml = new Map<XmlName, XmlDocument>();
		for (const [name, document] of [
			['source-config', sourceConfig],
			['source-template', sourceTemplate],
			['correlation-config', correlationConfig],
		] as const) {
			if (document) {
				xml.set(name, document);
			}
		}
		this.xml = xml;
		this.properties = new Map(
			[...translations].map(([locale, document]) => [translationOf(locale), document]),
		);
	}

	rangeIn(name: DocumentName): (range: TextRange) => vscode.Range {
		return ({ start, end }) => {
			const lines = this.linesOf(name);
			const from = lines.positionAt(start);
			const to = lines.positionAt(end);
			return new vscode.Range(from.line, from.character, to.line, to.character);
		};
	}

	location(range: DocumentRange): vscode.Location {
		return new vscode.Location(this.uriOf(range.document), this.rangeIn(range.document)(range));
	}

	private linesOf(name: DocumentName): Lines {
		const known = this.lines.get(name);
		if (known) {
			return known;
		}
		const lines = new Lines(
			(isTranslation(name) ? this.properties.get(name) : this.xml.get(name))?.text ?? '',
		);
		this.lines.set(name, lines);
		return lines;
	}
}

type RangeIn = (range: TextRange) => vscode.Range;

function xmlFindings({ problems }: XmlDocument, rangeIn: RangeIn): vscode.Diagnostic[] {
	const { Error: error, Warning } = vscode.DiagnosticSeverity;
	return problems.map(problem =>
		finding(rangeIn(problem), capitalized(xmlMessage(problem)), {
			severity: isNamespaceProblem(problem) ? Warning : error,
			code: problem.code,
		}),
	);
}

function propertiesFindings({ problems }: PropertiesDocument, rangeIn: RangeIn): vscode.Diagnostic[] {
	return problems.map(problem =>
		finding(rangeIn(problem), vscode.l10n.t('Four hexadecimal digits have to follow \\u.'), {
			severity: vscode.DiagnosticSeverity.Error,
			code: problem.code,
		}),
	);
}

function checkFinding(
	problem: ConnectorProblem,
	severity: vscode.DiagnosticSeverity,
	places: Places,
): vscode.Diagnostic {
	const { document, code, related } = problem;
	const found = finding(places.rangeIn(document)(problem), checkMessage(problem), { severity, code });
	if (related) {
		found.relatedInformation = related.map(
			place => new vscode.DiagnosticRelatedInformation(places.location(place), vscode.l10n.t('See here')),
		);
	}
	if (code === 'translation-unused') {
		found.tags = [vscode.DiagnosticTag.Unnecessary];
	}
	return found;
}

function unknownFinding(
	unknown: UnknownName,
	severity: vscode.DiagnosticSeverity,
	rangeIn: RangeIn,
): vscode.Diagnostic {
	return finding(rangeIn(unknown), unknownMessage(unknown), { severity, code: unknown.code });
}

function finding(
	range: vscode.Range,
	message: string,
	{ severity, code }: { readonly severity: vscode.DiagnosticSeverity; readonly code: string },
): vscode.Diagnostic {
	const made = new vscode.Diagnostic(range, message, severity);
	made.source = 'ISC';
	made.code = code;
	return made;
}

/** The sentences on XML are made to stand behind a colon. */
function capitalized(text: string): string {
	return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
