import * as vscode from 'vscode';
import type { XmlFix } from '../../core/xml/fixes/fix';
import type { XmlProblem } from '../../core/xml/problem';
import { fixSteps, type RankedFix } from '../../core/xml/fixes/quickFixes';
import type { XmlDocument } from '../../core/xml/tree';
import { inPieces, type Steps } from '../../util/steps';
import { completingStep } from '../../util/walkthroughSteps';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf, toTextEdit } from '../texts/ranges';
import { xmlFixTitle } from './xmlFixTitle';

/** Quick fixes for what makes a document malformed. */
export function registerXmlQuickFixes(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(
		xmlSelector,
		{
			provideCodeActions: async (document, range, { diagnostics }, token) => {
				const { version } = document;
				const xml = tools.xml(document);
				const problems = problemsIn(xml, document.offsetAt(range.start), document.offsetAt(range.end));
				const isWanted = () => document.version === version && !token.isCancellationRequested;
				const found = await inPieces(findFixes(xml, problems), isWanted);
				return (found ?? []).map(({ problem, fix }) => {
					const action = actionOf(document, fix);
					action.isPreferred = fix.isPreferred;
					action.diagnostics = diagnostics.filter(
						({ code, range: at }) => code === problem.code && at.isEqual(rangeOf(document, problem)),
					);
					return action;
				});
			},
		},
		{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
	);
}

/** For how many problems at once fixes are looked for: each looks through the document. */
const mostFixed = 10;

interface Way {
	readonly problem: XmlProblem;
	readonly fix: RankedFix;
}

/** Found once for each problem of a text. */
const known = new WeakMap<XmlProblem, readonly RankedFix[]>();

function* findFixes(document: XmlDocument, problems: readonly XmlProblem[]): Steps<readonly Way[]> {
	const ways: Way[] = [];
	for (const problem of problems) {
		const fixes = known.get(problem) ?? (yield* fixSteps(document, problem));
		known.set(problem, fixes);
		ways.push(...fixes.map(fix => ({ problem, fix })));
	}
	return ways;
}

function problemsIn({ problems }: XmlDocument, start: number, end: number): readonly XmlProblem[] {
	return problems.filter(problem => problem.start <= end && problem.end >= start).slice(0, mostFixed);
}

function actionOf(document: vscode.TextDocument, fix: XmlFix): vscode.CodeAction {
	const action = new vscode.CodeAction(xmlFixTitle(fix), vscode.CodeActionKind.QuickFix);
	action.edit = new vscode.WorkspaceEdit();
	action.edit.set(
		document.uri,
		fix.edits.map(edit => toTextEdit(document, edit)),
	);
	action.command = completingStep('fix');
	return action;
}
