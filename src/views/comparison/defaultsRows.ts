import * as vscode from 'vscode';
import { pathText, type DefaultDifference } from '../../core/sources/defaults/defaultDifferences';
import { safeText } from '../../messages/safeText';
import type { DefaultsGroup } from './defaultsNode';
import { differenceCount } from './transferStates';

/** What the two sides of a comparison are called. */
export interface SideNames {
	readonly connector: string;
	readonly source: string;
}

export function groupRow({ part, rows }: DefaultsGroup): vscode.TreeItem {
	const description = part ? differenceCount(rows.length) : String(rows.length);
	const item = rowOf(groupTitle(part), description, vscode.TreeItemCollapsibleState.Expanded);
	item.iconPath = new vscode.ThemeIcon(part ? iconOf(part) : 'question');
	if (!part) {
		item.tooltip = vscode.l10n.t('The other side has nothing that these could be compared with.');
	}
	return item;
}

export function differenceRow(difference: DefaultDifference, names: SideNames): vscode.TreeItem {
	const { path, connector, source, isComparable } = difference;
	const shown = isComparable && path.length > 1 ? path.slice(1) : path;
	const notSet = vscode.l10n.t('not set');
	const description = isWhole(difference)
		? vscode.l10n.t('only in {0}', connector === undefined ? names.source : vscode.l10n.t('defaults'))
		: `${safeText(connector ?? notSet)} ↔ ${safeText(source ?? notSet)}`;
	const item = rowOf(safeText(shown.map(({ name }) => name).join(' › ')), description);
	const [icon, color] = lookOf(difference);
	item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
	item.tooltip = [
		safeText(pathText(difference)),
		`${names.connector}: ${safeText(connector ?? notSet)}`,
		`${names.source}: ${safeText(source ?? notSet)}`,
		...(isComparable ? [] : [vscode.l10n.t('This cannot be compared.')]),
	].join('\n');
	return item;
}

/** Whether one side lacks the thing itself, and not a value of it. */
function isWhole({ path, connector, source }: DefaultDifference): boolean {
	const last = path.at(-1);
	return (
		(connector === undefined || source === undefined) &&
		(last?.kind !== undefined || (connector ?? source) === last?.name)
	);
}

function lookOf({
	connector,
	source,
	isComparable,
}: DefaultDifference): readonly [icon: string, color: string] {
	if (!isComparable) {
		return ['question', 'disabledForeground'];
	}
	if (connector === undefined) {
		return ['diff-added', 'gitDecoration.addedResourceForeground'];
	}
	return source === undefined
		? ['diff-removed', 'gitDecoration.deletedResourceForeground']
		: ['diff-modified', 'gitDecoration.modifiedResourceForeground'];
}

function groupTitle(part: DefaultsGroup['part']): string {
	switch (part?.kind ?? part?.name) {
		case undefined:
			return vscode.l10n.t('Not Comparable');
		case 'connector':
			return vscode.l10n.t('Connector');
		case 'features':
			return vscode.l10n.t('Features');
		case 'correlation':
			return vscode.l10n.t('Correlation');
		default:
			return vscode.l10n.t('Schema {0}', safeText(part?.name ?? ''));
	}
}

function iconOf({ kind, name }: NonNullable<DefaultsGroup['part']>): string {
	return { connector: 'plug', features: 'tools', correlation: 'link' }[kind ?? name] ?? 'symbol-structure';
}

/** A row with the name that screen readers read. */
function rowOf(
	label: string,
	description: string,
	state = vscode.TreeItemCollapsibleState.None,
): vscode.TreeItem {
	const item = new vscode.TreeItem(label, state);
	item.description = description;
	item.accessibilityInformation = { label: `${label}, ${description}` };
	return item;
}
