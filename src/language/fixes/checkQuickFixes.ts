import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { Fix } from '../../core/connector/fixes/fix';
import { fixesOf } from '../../core/connector/fixes/fixes';
import type { ConnectorProblem } from '../../core/connector/problem';
import { atOnce, inPieces } from '../../util/steps';
import { completingStep } from '../../util/walkthroughSteps';
import { findProblems } from '../diagnostics/problems';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { placesOf } from '../texts/ranges';
import { fixTitle } from './fixTitle';
import { editsOfOpened } from './workspaceEdits';

/** Quick fixes for what does not fit together in a connector's documents. */
export function registerCheckQuickFixes(tools: LanguageTools): vscode.Disposable {
	const provider = new CheckQuickFixes(tools);
	const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
	return vscode.Disposable.from(
		...[xmlSelector, propertiesSelector].map(selector =>
			vscode.languages.registerCodeActionsProvider(selector, provider, metadata),
		),
	);
}

/** For how many problems at once fixes are looked for. */
const mostFixed = 10;

class CheckQuickFix extends vscode.CodeAction {
	constructor(
		readonly folder: vscode.Uri,
		place: vscode.Uri,
		readonly problem: ConnectorProblem,
		readonly fix: Fix,
		diagnostic: vscode.Diagnostic,
	) {
		super(fixTitle(fix), vscode.CodeActionKind.QuickFix);
		this.isPreferred = fix.isPreferred;
		this.diagnostics = [diagnostic];
		this.command =
			fix.code === 'add-text'
				? { command: 'iscConnectors.labels.addText', title: this.title, arguments: [place, fix.key] }
				: completingStep('fix');
	}
}

class CheckQuickFixes implements vscode.CodeActionProvider<CheckQuickFix> {
	constructor(private readonly tools: LanguageTools) {}

	/** Runs no check that has been run already, and waits for those that have not. */
	async provideCodeActions(
		document: vscode.TextDocument,
		_: vscode.Range,
		{ diagnostics }: vscode.CodeActionContext,
		token: vscode.CancellationToken,
	): Promise<CheckQuickFix[]> {
		const shown = diagnostics.filter(({ source }) => source === 'ISC').slice(0, mostFixed);
		const found = shown.length > 0 ? this.tools.folderOf(document.uri) : undefined;
		const connector = found && this.tools.knownConnector(found.folder);
		const isWanted = () => !token.isCancellationRequested;
		const problems = connector && (await inPieces(findProblems(connector), isWanted));
		if (!problems || this.tools.knownConnector(found.folder) !== connector) {
			return [];
		}
		const places = placesOf(document, shown);
		return problems
			.filter(problem => problem.document === found.name)
			.flatMap(problem => {
				const place = places.find(
					({ diagnostic: { code }, start, end }) =>
						code === problem.code && start === problem.start && end === problem.end,
				);
				return place
					? fixesOf(connector, problem).map(
							fix => new CheckQuickFix(found.folder, document.uri, problem, fix, place.diagnostic),
						)
					: [];
			});
	}

	async resolveCodeAction(action: CheckQuickFix): Promise<CheckQuickFix> {
		const { folder, problem, fix } = action;
		action.edit = await editsOfOpened(this.tools, folder, connector => editsNow(connector, problem, fix));
		this.tools.refactored.expect(action.edit);
		return action;
	}
}

/** The edits of a fix in documents that may have changed since it was offered; none if the problem is gone. */
function editsNow(connector: ConnectorDocuments, problem: ConnectorProblem, fix: Fix): Fix['edits'] {
	const same = atOnce(findProblems(connector)).find(
		each =>
			each.code === problem.code &&
			each.document === problem.document &&
			each.start === problem.start &&
			each.end === problem.end,
	);
	const title = fixTitle(fix);
	const found = same && fixesOf(connector, same).find(each => fixTitle(each) === title);
	return found?.edits ?? new Map();
}
