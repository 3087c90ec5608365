import * as vscode from 'vscode';
import { conflictsOf, markedText, undecidedCount, type MergePart } from '../../core/text/threeWay';
import type { DocumentId } from '../../core/remote/documentPath';
import { toUri } from '../../documents/documentUri';
import type { MergeResults } from '../../documents/merging/mergeResults';
import type { VersionTexts } from '../../documents/versionTexts';

/** What a merge editor shows. */
export interface ShownMerge {
	readonly id: DocumentId;
	/** "source-config.xml of JDBC" */
	readonly title: string;
	readonly tenant: string;
	readonly base: string;
	readonly theirs: string;
	readonly yours: string;
	readonly parts: readonly MergePart[];
}

/** It is not documented; Git's extension uses it as well. */
const command = '_open.mergeEditor';

/** What merge editors show at the moment, by the URI of the document. */
const open = new Map<string, unknown>();

/** Shows the merge editor of a document again; false if there is none. */
export async function showAgain(id: DocumentId): Promise<boolean> {
	const shown = open.get(toUri(id).toString());
	if (shown !== undefined) {
		await vscode.commands.executeCommand(command, shown);
	}
	return shown !== undefined;
}

/** Milliseconds that VS Code has to open a merge editor. */
const patience = 30_000;

/**
 * Lets people resolve conflicts in VS Code's merge editor.
 * @returns undefined if they closed it without a result; rejects if VS Code does not open it
 */
export async function mergeInEditor(
	{ versions, results }: { readonly versions: VersionTexts; readonly results: MergeResults },
	{ id, title, tenant, base, theirs, yours, parts }: ShownMerge,
): Promise<string | undefined> {
	// VS Code settles what does not touch, and asks about the rest, where it finds the marks of conflicts.
	const snapshot = (text: string) => versions.snapshot(id, Buffer.from(text));
	const output = results.create(id, markedText(parts));
	const shown = {
		base: snapshot(base),
		input1: { uri: snapshot(theirs), title: tenant, description: title },
		input2: { uri: snapshot(yours), title: vscode.l10n.t('Yours'), description: vscode.l10n.t('not saved') },
		output,
	};
	const key = toUri(id).toString();
	try {
		open.set(key, shown);
		// People may complete or close it before the command returns.
		const isOpen = tabsChange(() => isShown(output), patience);
		await Promise.all([vscode.commands.executeCommand(command, shown), isOpen]);
		await tabsChange(() => !isShown(output));
		const text = results.take(output);
		const left = text === undefined ? 0 : undecidedCount(base, conflictsOf(parts), text);
		return left === 0 || (await isMeant(left)) ? text : undefined;
	} finally {
		open.delete(key);
		results.take(output);
	}
}

/** Resolves when a condition about tabs holds. */
function tabsChange(condition: () => boolean, limit?: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const end = (settle: () => void) => {
			clearTimeout(timer);
			listener.dispose();
			settle();
		};
		const look = () => {
			if (condition()) {
				end(resolve);
			}
		};
		const listener = vscode.window.tabGroups.onDidChangeTabs(look);
		const timer =
			limit &&
			setTimeout(() => end(() => reject(new Error('VS Code has not opened its merge editor'))), limit);
		look();
	});
}

/** The type of a merge editor's tab is not documented: what it has in common with other types tells it. */
function isShown(result: vscode.Uri): boolean {
	return vscode.window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.some(({ input }) => {
			const shown = (input as { readonly result?: unknown } | undefined)?.result;
			return shown instanceof vscode.Uri && shown.toString() === result.toString();
		});
}

/** Where neither side was chosen, a merge editor leaves what was there before both. */
async function isMeant(left: number): Promise<boolean> {
	const use = vscode.l10n.t('Use It Anyway');
	const chosen = await vscode.window.showWarningMessage(
		left === 1
			? vscode.l10n.t('1 conflict is not resolved. Use the merged text anyway?')
			: vscode.l10n.t('{0} conflicts are not resolved. Use the merged text anyway?', left),
		{
			modal: true,
			detail: vscode.l10n.t(
				'Where a conflict is not resolved, the merged text has neither change. If you cancel, your text stays as it is.',
			),
		},
		use,
	);
	return chosen === use;
}
