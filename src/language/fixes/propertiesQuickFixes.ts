import * as vscode from 'vscode';
import { escapeEdits, unescapeEdits } from '../../core/properties/escape';
import { mendingsOf, type EscapeMending } from '../../core/properties/malformedEscape';
import type { PropertiesDocument } from '../../core/properties/parse';
import type { TextRange } from '../../core/text/textEdit';
import { completingStep } from '../../util/walkthroughSteps';
import { propertiesSelector, type LanguageTools } from '../texts/languageTools';
import { toTextEdit } from '../texts/ranges';
import { missingKeyEdits, sortingEdits } from './likeEnglish';

const { QuickFix, RefactorRewrite, Source } = vscode.CodeActionKind;
const sorting = Source.append('sortTranslation');
const completing = Source.append('addMissingTranslations');

/** Mends escapes, writes characters with them or without, and makes a translation more like the English one. */
export function registerPropertiesQuickFixes(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(propertiesSelector, new PropertiesQuickFixes(tools), {
		providedCodeActionKinds: [QuickFix, RefactorRewrite, sorting, completing],
	});
}

class PropertiesQuickFixes implements vscode.CodeActionProvider {
	constructor(private readonly tools: LanguageTools) {}

	async provideCodeActions(
		document: vscode.TextDocument,
		range: vscode.Range,
		context: vscode.CodeActionContext,
	): Promise<vscode.CodeAction[]> {
		const isAsked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
		return [
			...(wants(context, QuickFix) ? this.mendings(document, context.diagnostics) : []),
			...(wants(context, QuickFix) && isAsked
				? this.rewritingsOfEntry(document, range, context.diagnostics)
				: []),
			...(wants(context, RefactorRewrite) && (isAsked || !range.isEmpty)
				? this.rewritings(document, range)
				: []),
			...(isAsked ? await this.likeEnglish(document, context) : []),
		];
	}

	private mendings(
		document: vscode.TextDocument,
		diagnostics: readonly vscode.Diagnostic[],
	): vscode.CodeAction[] {
		const properties = this.tools.properties(document);
		return diagnostics
			.filter(({ source, code }) => source === 'ISC' && code === 'unicode-escape-malformed')
			.flatMap(diagnostic => {
				const start = document.offsetAt(diagnostic.range.start);
				const problem = properties.problems.find(each => each.start === start);
				return (problem ? mendingsOf(properties, problem) : []).map(({ way, edit }, index) => {
					const action = actionOf(document, mendingTitle(way), QuickFix, [toTextEdit(document, edit)]);
					action.diagnostics = [diagnostic];
					action.isPreferred = index === 0;
					return action;
				});
			});
	}

	/** Of what is selected, else of everything. */
	private rewritings(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
		const properties = this.tools.properties(document);
		const part = range.isEmpty ? undefined : offsetsOf(document, range);
		const titles = part
			? [vscode.l10n.t('Escape Selected Non-ASCII Characters'), vscode.l10n.t('Unescape Selected Characters')]
			: [vscode.l10n.t('Escape All Non-ASCII Characters'), vscode.l10n.t('Unescape All Characters')];
		return rewritingsIn(document, properties, part, titles, RefactorRewrite);
	}

	/** Of the entry where the cursor stands. */
	private rewritingsOfEntry(
		document: vscode.TextDocument,
		range: vscode.Range,
		diagnostics: readonly vscode.Diagnostic[],
	): vscode.CodeAction[] {
		const properties = this.tools.properties(document);
		const { start: cursor } = offsetsOf(document, range);
		const entry = properties.entries.find(({ start, end }) => start <= cursor && cursor <= end);
		const titles = [
			vscode.l10n.t('Escape Non-ASCII Characters of This Entry'),
			vscode.l10n.t('Unescape Characters of This Entry'),
		];
		const actions = entry && range.isEmpty ? rewritingsIn(document, properties, entry, titles, QuickFix) : [];
		// A problem with a letter of the entry has the same fix already.
		const isOffered = diagnostics.some(({ code }) => code === 'letter-unescaped');
		return isOffered ? actions.filter(({ title }) => title !== titles[0]) : actions;
	}

	/** Both as source actions, which can run with each save, and as refactorings, which Ctrl+. shows. */
	private async likeEnglish(
		document: vscode.TextDocument,
		context: vscode.CodeActionContext,
	): Promise<vscode.CodeAction[]> {
		const kindsOf = (source: vscode.CodeActionKind) =>
			[source, RefactorRewrite].filter(kind => wants(context, kind));
		if (![sorting, completing].some(source => kindsOf(source).length > 0)) {
			return [];
		}
		const sorted = await sortingEdits(this.tools, document);
		const { count, edits: added } = await missingKeyEdits(this.tools, document);
		const title =
			count === 1
				? vscode.l10n.t('Add Missing Key from English')
				: vscode.l10n.t('Add {0} Missing Keys from English', count);
		return [
			...offer(document, vscode.l10n.t('Sort Keys Like English'), kindsOf(sorting), sorted),
			...offer(document, title, kindsOf(completing), added),
		];
	}
}

/** With the titles of what escapes characters, and of what unescapes them. */
function rewritingsIn(
	document: vscode.TextDocument,
	properties: PropertiesDocument,
	part: TextRange | undefined,
	titles: readonly string[],
	kind: vscode.CodeActionKind,
): vscode.CodeAction[] {
	const all = [escapeEdits(properties, part), unescapeEdits(properties, part)];
	return all.flatMap((edits, index) =>
		offer(
			document,
			titles[index] ?? '',
			[kind],
			edits.map(edit => toTextEdit(document, edit)),
		),
	);
}

function offsetsOf(document: vscode.TextDocument, { start, end }: vscode.Range): TextRange {
	return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** Source actions are offered only to those who ask for them. */
function wants({ only }: vscode.CodeActionContext, kind: vscode.CodeActionKind): boolean {
	return only ? only.contains(kind) : !Source.contains(kind);
}

function offer(
	document: vscode.TextDocument,
	title: string,
	kinds: readonly vscode.CodeActionKind[],
	edits: vscode.TextEdit[],
): vscode.CodeAction[] {
	return edits.length === 0 ? [] : kinds.map(kind => actionOf(document, title, kind, edits));
}

function actionOf(
	document: vscode.TextDocument,
	title: string,
	kind: vscode.CodeActionKind,
	edits: vscode.TextEdit[],
): vscode.CodeAction {
	const action = new vscode.CodeAction(title, kind);
	action.edit = new vscode.WorkspaceEdit();
	action.edit.set(document.uri, edits);
	if (kind === QuickFix) {
		action.command = completingStep('fix');
	}
	return action;
}

function mendingTitle(way: EscapeMending['way']): string {
	switch (way) {
		case 'backslash':
			return vscode.l10n.t('Escape Backslash');
		case 'zeros':
			return vscode.l10n.t('Add Leading Zeros');
	}
}
