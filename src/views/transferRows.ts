import * as vscode from 'vscode';
import { fileOf } from '../core/remote/documentPath';
import { problemSentence } from '../messages/documentMessage';
import type { ConnectorAbout } from '../core/transfer/archive/bundle';
import {
	hasOtherName,
	type DocumentState,
	type PlannedConnector,
	type PlannedDocument,
} from '../core/transfer/send/transferPlan';
import type { Transfer } from '../core/transfer/send/transfer';

/** What the rows of a transfer need to know. */
export interface RowContext {
	readonly transfer: Transfer;
	/** Where the texts come from and go to, for people. */
	readonly source: string;
	readonly target: string;
	/** The sentence for an error when a text is sent. */
	readonly messageOf: (error: unknown) => string;
}

export function connectorRow(connector: PlannedConnector, context: RowContext): vscode.TreeItem {
	const { bundle, documents } = connector;
	const item = new vscode.TreeItem(bundle.about.name, vscode.TreeItemCollapsibleState.Expanded);
	const outcome = context.transfer.outcomeOf(connector);
	item.contextValue = 'connector';
	item.iconPath = new vscode.ThemeIcon(connector.scriptName === undefined ? 'add' : 'plug');
	item.description = summaryOf(connector, context);
	item.tooltip = [
		item.description,
		...connector.differences.map(key => differenceText(key, bundle.about)),
	].join('\n');
	if (outcome?.kind === 'failed') {
		fail(item, context.messageOf(outcome.error));
	} else if (connector.obstacle) {
		fail(
			item,
			vscode.l10n.t(
				'It has no class name, without which it cannot be created. Put one into its connector.json.',
			),
		);
	} else if (hasOtherName(connector)) {
		item.iconPath = warning();
	} else if (documents.every(({ state }) => state === 'same') && connector.scriptName !== undefined) {
		item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
	}
	return item;
}

export function documentRow(
	document: PlannedDocument,
	connector: PlannedConnector,
	context: RowContext,
): vscode.TreeItem {
	const item = new vscode.TreeItem(fileOf(document.part));
	const outcome = context.transfer.outcomeOf(document);
	const { icon, color, words } = stateLook(document.state, context);
	item.contextValue = 'document';
	item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
	item.description = words;
	item.tooltip = words;
	if (outcome?.kind === 'sent') {
		item.iconPath = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
		item.description = vscode.l10n.t('sent');
		item.tooltip = vscode.l10n.t('{0} has it.', context.target);
	} else if (outcome?.kind === 'altered') {
		item.iconPath = warning();
		item.description = vscode.l10n.t('sent, but {0} has another text', context.target);
		item.tooltip = vscode.l10n.t(
			'{0} took it, and has another text than was sent. Compare again to see the difference.',
			context.target,
		);
	} else if (outcome?.kind === 'failed') {
		fail(item, context.messageOf(outcome.error));
	} else if (document.problem && document.state !== 'same' && !connector.obstacle) {
		item.iconPath = warning();
		item.description = problemSentence(document.problem);
		item.tooltip = item.description;
	}
	return item;
}

export function problemRow(message: string): vscode.TreeItem {
	const item = new vscode.TreeItem(message);
	item.iconPath = warning();
	item.tooltip = message;
	return item;
}

function warning(): vscode.ThemeIcon {
	return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}

function fail(item: vscode.TreeItem, message: string): void {
	item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
	item.description = message;
	item.tooltip = message;
}

interface Look {
	readonly icon: string;
	readonly color?: string;
	readonly words: string;
}

function stateLook(state: DocumentState, { source, target }: RowContext): Look {
	switch (state) {
		case 'same':
			return { icon: 'check', words: vscode.l10n.t('the same') };
		case 'changed':
			return {
				icon: 'diff-modified',
				color: 'gitDecoration.modifiedResourceForeground',
				words: vscode.l10n.t('differs'),
			};
		case 'new':
			return {
				icon: 'diff-added',
				color: 'gitDecoration.addedResourceForeground',
				words: vscode.l10n.t('missing in {0}', target),
			};
		case 'missing':
			return {
				icon: 'diff-removed',
				color: 'gitDecoration.deletedResourceForeground',
				words: vscode.l10n.t('only in {0}; {1} does not have it', target, source),
			};
	}
}

function summaryOf(connector: PlannedConnector, { target }: RowContext): string {
	const { scriptName, documents } = connector;
	const count = (state: DocumentState) => documents.filter(each => each.state === state).length;
	const counts: readonly (readonly [number, (count: number) => string])[] = [
		[count('changed'), number => vscode.l10n.t('{0} different', number)],
		[count('new'), number => vscode.l10n.t('{0} missing', number)],
		[count('missing'), number => vscode.l10n.t('{0} only there', number)],
		[count('same'), number => vscode.l10n.t('{0} the same', number)],
	];
	const words = counts.filter(([number]) => number > 0).map(([number, text]) => text(number));
	if (scriptName === undefined) {
		return vscode.l10n.t('will be created in {0}', target);
	}
	return [...otherNameWords(connector), ...words].join(' · ');
}

function otherNameWords(connector: PlannedConnector): string[] {
	const { scriptName, bundle, presentName } = connector;
	if (presentName === undefined || scriptName === undefined || presentName === bundle.about.name) {
		return [];
	}
	return [
		hasOtherName(connector)
			? vscode.l10n.t('{0} there is a connector of another name: {1}', scriptName, presentName)
			: vscode.l10n.t('called {0} there', presentName),
	];
}

function differenceText(key: keyof ConnectorAbout, about: ConnectorAbout): string {
	return vscode.l10n.t('{0} differs ({1}), and cannot be changed by the service.', key, String(about[key]));
}
