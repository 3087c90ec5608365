import * as vscode from 'vscode';

/** What a tab compares: one document, or several; nothing, if it is no comparison. */
export function diffsIn({ input }: vscode.Tab): readonly vscode.TabInputTextDiff[] {
	if (input instanceof vscode.TabInputTextDiff) {
		return [input];
	}
	// The type of a tab for several documents is not documented: this is how it holds their comparisons.
	const { textDiffs } = (input ?? {}) as { readonly textDiffs?: unknown };
	const all: readonly unknown[] = Array.isArray(textDiffs) ? textDiffs : [];
	return all.filter(each => each instanceof vscode.TabInputTextDiff);
}

/** Closes comparisons, in all groups of editors. */
export async function closeDiffs(
	isOver: (diffs: readonly vscode.TabInputTextDiff[]) => boolean,
): Promise<void> {
	const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
	const over = tabs.filter(tab => {
		const diffs = diffsIn(tab);
		return diffs.length > 0 && isOver(diffs);
	});
	if (over.length > 0) {
		await vscode.window.tabGroups.close(over);
	}
}
