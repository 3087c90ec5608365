import * as vscode from 'vscode';
import { back, chooseOne } from '../ask/questions';
import { conflictsOf, type Conflict, type MergePart, type Side } from '../../core/text/threeWay';

/** What questions about a conflict name. */
export interface ConflictNames {
	readonly title: string;
	readonly tenant: string;
}

interface SideItem extends vscode.QuickPickItem {
	readonly side: Side;
}

/**
 * Asks about one conflict after another, with its place shown in the editor. Undefined if the person left.
 * @param isBaseKnown whether only what both have changed is a conflict, or every difference
 */
export async function askForSides(
	document: vscode.TextDocument,
	parts: readonly MergePart[],
	{ title, tenant }: ConflictNames,
	isBaseKnown: boolean,
): Promise<ReadonlyMap<Conflict, Side> | undefined> {
	const conflicts = conflictsOf(parts);
	const sides = new Map<Conflict, Side>();
	for (const [index, conflict] of conflicts.entries()) {
		await show(document, conflict);
		const side = await chooseOne<Side>({
			title: vscode.l10n.t('Resolve Conflict in {0}', title),
			prompt: isBaseKnown
				? vscode.l10n.t('Select the text to keep in line {0}', conflict.at + 1)
				: vscode.l10n.t(
						'Select the text to keep in line {0} (the common earlier version is unknown)',
						conflict.at + 1,
					),
			mayGoBack: false,
			...(conflicts.length > 1 && { step: index + 1, totalSteps: conflicts.length }),
			choices: itemsOf(conflict, tenant).map(item => ({ ...item, value: item.side })),
		});
		if (side === undefined || side === back) {
			return undefined;
		}
		sides.set(conflict, side);
	}
	return sides;
}

/** Asks which of two whole texts to keep, of which one's own is an earlier version. Undefined if the person left. */
export async function askForVersion({ title, tenant }: ConflictNames): Promise<Side | undefined> {
	const side = await chooseOne<Side>({
		title: vscode.l10n.t('Resolve Conflict in {0}', title),
		prompt: vscode.l10n.t('Select the version to keep (yours is an earlier one)'),
		mayGoBack: false,
		choices: [
			{ label: vscode.l10n.t('Keep Mine'), value: 'yours' },
			{ label: vscode.l10n.t("Keep {0}'s Version", tenant), value: 'theirs' },
		],
	});
	return side === back ? undefined : side;
}

async function show(document: vscode.TextDocument, { at, yours }: Conflict): Promise<void> {
	const editor = await vscode.window.showTextDocument(document, { preserveFocus: true });
	const range = document.validateRange(new vscode.Range(at, 0, at + Math.max(0, yours.length - 1), Infinity));
	editor.selection = new vscode.Selection(range.start, range.end);
	editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
}

function itemsOf({ theirs, yours }: Conflict, tenant: string): readonly SideItem[] {
	return [
		{ label: vscode.l10n.t('Keep Mine'), detail: shortened(yours), side: 'yours' },
		{ label: vscode.l10n.t("Keep {0}'s Version", tenant), detail: shortened(theirs), side: 'theirs' },
		{ label: vscode.l10n.t('Keep Both'), detail: shortened([...theirs, ...yours]), side: 'both' },
	];
}

/** On one line, which is all that a list shows. */
function shortened(lines: readonly string[]): string {
	const text = lines
		.map(line => line.trim())
		.filter(Boolean)
		.join(' ⏎ ');
	return text.slice(0, 200) || vscode.l10n.t('(no lines)');
}
