import * as vscode from 'vscode';
import type { Connector } from '../core/api/connector';
import type { Source } from '../core/api/source';
import type { Tenant } from '../core/api/tenant';
import { sourceState } from '../messages/sourceState';
import { accessSentence } from './accessLooks';
import type { RowState } from './treeItems';
import { connectorAbove, tenantOf, type TreeNode } from './treeNode';

/** What a row says when the mouse is over it. */
export function rowTooltip(
	node: TreeNode,
	{ filter, isCustom }: Pick<RowState, 'filter' | 'isCustom'>,
): string | vscode.MarkdownString {
	switch (node.kind) {
		case 'tenant':
			return tenantTooltip(node.tenant, filter);
		case 'connector':
			return connectorTooltip(node.connector, isCustom);
		case 'sources':
			return vscode.l10n.t('The sources that use {0}', connectorAbove(node).name);
		case 'source':
			return sourceTooltip(node.source);
		case 'translations':
		case 'document': {
			const tenant = tenantOf(node);
			return vscode.l10n.t('{0} in {1}. {2}', connectorAbove(node).name, tenant.name, accessSentence(tenant));
		}
	}
}

function tenantTooltip(tenant: Tenant, filter: string | undefined): string {
	const where = tenant.url === undefined ? vscode.l10n.t('on this computer') : tenant.id;
	return [
		`${tenant.name} (${where})`,
		accessSentence(tenant),
		...(filter === undefined ? [] : [vscode.l10n.t('Filter: {0}', filter)]),
	].join('\n');
}

function connectorTooltip(connector: Connector, isCustom = false): vscode.MarkdownString {
	const kind = isCustom ? vscode.l10n.t('custom connector') : vscode.l10n.t('standard connector');
	const rows: readonly (readonly [string, string | undefined])[] = [
		[vscode.l10n.t('Script name'), connector.scriptName],
		[vscode.l10n.t('Type'), connector.type],
		[vscode.l10n.t('Class'), connector.className],
		[vscode.l10n.t('Status'), connector.status],
		[vscode.l10n.t('Features'), connector.features.join(', ')],
	];
	return described(connector.name, kind, rows);
}

function sourceTooltip(source: Source): vscode.MarkdownString {
	return described(source.name, sourceState(source), [
		[vscode.l10n.t('ID'), source.id],
		[vscode.l10n.t('Type'), source.type],
		[vscode.l10n.t('Owner'), source.owner],
		[vscode.l10n.t('Status'), source.status],
	]);
}

function described(
	name: string,
	kind: string,
	rows: readonly (readonly [name: string, value: string | undefined])[],
): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString('**').appendText(name).appendMarkdown('**');
	tooltip.appendMarkdown('\n\n').appendText(kind);
	for (const [about, value] of rows) {
		if (value) {
			tooltip.appendMarkdown('\n\n').appendText(`${about}: ${value}`);
		}
	}
	return tooltip;
}
