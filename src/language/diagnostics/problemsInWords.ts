import * as vscode from 'vscode';
import { xmlNamed, type ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { fileOfDocument, xmlNames, type DocumentName } from '../../core/connector/documentName';
import { fixesOf } from '../../core/connector/fixes/fixes';
import type { TextRange } from '../../core/text/textEdit';
import { fixSteps } from '../../core/xml/fixes/quickFixes';
import type { Steps } from '../../util/steps';
import { fixTitle } from '../fixes/fixTitle';
import { xmlFixTitle } from '../fixes/xmlFixTitle';
import { Places } from '../texts/places';
import { findingsIn } from './findings';
import { findProblems, lastUnknownNames } from './problems';
import { checkSettings } from './severity';

/** A problem of a connector for those who see no editor. */
export interface ProblemInWords {
	/** Below the connector's folder. */
	readonly file: string;
	/** Both count from 1. */
	readonly line: number;
	readonly column: number;
	readonly severity: string;
	readonly code: string;
	readonly message: string;
	/** What the quick fixes do, the likeliest first. */
	readonly fixes: readonly string[];
}

/** For how many problems of XML fixes are looked for: for each, the document is read with every fix. */
const mostFixed = 10;

/** The problems of a connector's documents, document by document, by the person's settings. */
export function* problemsInWords(
	documents: ConnectorDocuments,
	neighbours: () => readonly ConnectorDocuments[],
): Steps<readonly ProblemInWords[]> {
	const uriOf = (name: DocumentName) => vscode.Uri.file(`/${fileOfDocument(name)}`);
	const findings = yield* findingsIn(documents, {
		uriOf,
		severityOf: checkSettings(),
		alone: false,
		neighbours,
	});
	const titles = yield* fixTitles(documents, uriOf);
	return [...findings].flatMap(([name, all]) =>
		all
			.toSorted((one, other) => one.range.start.compareTo(other.range.start))
			.map(({ range, severity, code, message }) => {
				const written = typeof code === 'string' ? code : '';
				return {
					file: fileOfDocument(name),
					line: range.start.line + 1,
					column: range.start.character + 1,
					severity: vscode.DiagnosticSeverity[severity].toLowerCase(),
					code: written,
					message,
					fixes: titles.get(keyOf(name, written, range)) ?? [],
				};
			}),
	);
}

function* fixTitles(
	documents: ConnectorDocuments,
	uriOf: (name: DocumentName) => vscode.Uri,
): Steps<ReadonlyMap<string, readonly string[]>> {
	const places = new Places(documents, uriOf);
	const titles = new Map<string, readonly string[]>();
	const add = (name: DocumentName, code: string, range: TextRange, fixes: readonly string[]) =>
		titles.set(keyOf(name, code, places.rangeIn(name)(range)), fixes);
	for (const problem of yield* findProblems(documents)) {
		add(problem.document, problem.code, problem, fixesOf(documents, problem).map(fixTitle));
	}
	for (const name of xmlNames) {
		const document = xmlNamed(documents, name);
		for (const problem of document?.problems.slice(0, mostFixed) ?? []) {
			const fixes = document ? yield* fixSteps(document, problem) : [];
			add(name, problem.code, problem, fixes.map(xmlFixTitle));
		}
		for (const unknown of (document && lastUnknownNames(document)) ?? []) {
			if (unknown.suggested !== undefined) {
				add(name, unknown.code, unknown, [vscode.l10n.t('Change to {0}', unknown.suggested)]);
			}
		}
	}
	return titles;
}

function keyOf(name: DocumentName, code: string, { start, end }: vscode.Range): string {
	return [name, code, start.line, start.character, end.line, end.character].join(' ');
}
