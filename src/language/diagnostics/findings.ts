import * as vscode from 'vscode';
import { xmlNamed, type ConnectorDocuments } from '../../core/connector/connectorDocuments';
import {
	needsNamespaces,
	translationOf,
	xmlNames,
	type DocumentName,
	type XmlName,
} from '../../core/connector/documentName';
import { usualSeverityOf, type ConnectorProblem } from '../../core/connector/problem';
import { severityOfUnknown } from '../../core/connector/vocabulary/vocabularyCheck';
import type { UnknownName } from '../../core/connector/vocabulary/vocabularyUnknown';
import { xmlMessage } from '../../messages/xmlMessage';
import type { PropertiesDocument } from '../../core/properties/parse';
import type { TextRange } from '../../core/text/textEdit';
import { isFatal } from '../../core/xml/problem';
import type { XmlDocument } from '../../core/xml/tree';
import { checkMessage, unknownMessage } from './checkMessage';
import type { Steps } from '../../util/steps';
import { Places } from '../texts/places';
import { findProblems, findUnknownNames } from './problems';
import type { SeverityOf } from './severity';

/** The diagnostics of each document of a connector, empty for those without problems. */
export type Findings = ReadonlyMap<DocumentName, readonly vscode.Diagnostic[]>;

export interface FindingOptions {
	readonly uriOf: (name: DocumentName) => vscode.Uri;
	readonly severityOf: SeverityOf;
	/** The connector's other documents are not known: each one is checked by itself only. */
	readonly alone: boolean;
	/** Other connectors: what they are written with counts as known. */
	readonly neighbours: () => readonly ConnectorDocuments[];
}

/** How many unknown names of a document are shown: VS Code shows a thousand of its problems. */
const mostUnknown = 1000;
/** How many diagnostics are made in one step. */
const mostAtOnce = 500;

/** What is wrong with a connector's documents, with each by itself and with all together. */
export function* findingsIn(connector: ConnectorDocuments, options: FindingOptions): Steps<Findings> {
	const places = new Places(connector, options.uriOf);
	const findings = new Map<DocumentName, vscode.Diagnostic[]>();
	const xmls = xmlNames.flatMap(name => {
		const document = xmlNamed(connector, name);
		return document ? [{ name, document }] : [];
	});
	for (const { name, document } of xmls) {
		findings.set(name, xmlFindings(document, name, places.rangeIn(name)));
	}
	for (const [locale, document] of connector.translations) {
		const name = translationOf(locale);
		findings.set(name, propertiesFindings(document, places.rangeIn(name)));
	}
	yield;
	if (!options.alone && options.severityOf('name-unknown', 'hint') !== undefined) {
		const neighbours = options.neighbours();
		for (const { name, document } of xmls) {
			for (const each of findUnknownNames(document, name, neighbours).slice(0, mostUnknown)) {
				const severity = options.severityOf(each.code, severityOfUnknown(each));
				if (severity !== undefined) {
					findings.get(name)?.push(unknownFinding(each, severity, places.rangeIn(name)));
				}
			}
			yield;
		}
	}
	const hasXml = xmls.length > 0; // Folders named `translations` are not for connectors alone.
	const problems = options.alone || !hasXml ? [] : yield* findProblems(connector);
	for (const [index, problem] of problems.entries()) {
		const severity = options.severityOf(problem.code, usualSeverityOf(problem));
		if (severity !== undefined) {
			findings.get(problem.document)?.push(checkFinding(problem, severity, places));
		}
		if (index % mostAtOnce === mostAtOnce - 1) {
			yield;
		}
	}
	return findings;
}

type RangeIn = (range: TextRange) => vscode.Range;

function xmlFindings({ problems }: XmlDocument, name: XmlName, rangeIn: RangeIn): vscode.Diagnostic[] {
	const { Error: error, Warning } = vscode.DiagnosticSeverity;
	return problems.map(problem =>
		finding(rangeIn(problem), capitalized(xmlMessage(problem)), {
			severity: isFatal(problem, needsNamespaces(name)) ? error : Warning,
			code: problem.code,
		}),
	);
}

function propertiesFindings({ problems }: PropertiesDocument, rangeIn: RangeIn): vscode.Diagnostic[] {
	return problems.map(problem =>
		finding(rangeIn(problem), vscode.l10n.t('\\u must be followed by four hexadecimal digits.'), {
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
			place => new vscode.DiagnosticRelatedInformation(places.location(place), vscode.l10n.t('Related text')),
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

/** Sentences on XML begin in lower case, since some stand behind a colon. */
function capitalized(text: string): string {
	return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
