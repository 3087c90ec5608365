import * as vscode from 'vscode';
import { fileOf } from '../../core/remote/documentPath';
import { problemSentences } from '../../messages/documentMessage';
import {
	hasOtherName,
	type PlannedConnector,
	type PlannedDocument,
} from '../../core/transfer/send/transferPlan';
import type { ConnectorAbout } from '../../core/transfer/archive/bundle';
import type { RowContext, SendButton } from './transferNode';
import { lookOf, stateIn, summaryOf } from './transferStates';

/** A row that looks like what it is: a button with words. */
export function sendRow({ label, description, obstacle }: SendButton): vscode.TreeItem {
	const item = new vscode.TreeItem(label);
	item.description = obstacle ?? description ?? '';
	item.iconPath = themed(
		'cloud-upload',
		obstacle === undefined ? 'textLink.foreground' : 'disabledForeground',
	);
	const words = [label, item.description].filter(Boolean).join(', ');
	item.tooltip = words;
	return named(
		item,
		obstacle === undefined
			? vscode.l10n.t('{0}, button', words)
			: vscode.l10n.t('{0}, unavailable button', words),
	);
}

export function connectorRow(connector: PlannedConnector, context: RowContext): vscode.TreeItem {
	const { bundle, documents, presentName, scriptName } = connector;
	const { name } = bundle.about;
	const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
	const outcome = context.transfer.outcomeOf(connector);
	const summary = summaryOf(connector, context);
	item.iconPath = new vscode.ThemeIcon(scriptName === undefined ? 'add' : 'plug');
	item.description = summary.words;
	const details = [
		...(presentName === undefined || presentName === name
			? []
			: [vscode.l10n.t('Named {0} in {1}', presentName, context.target)]),
		...connector.differences.map(key => differenceText(key, bundle.about)),
	];
	item.tooltip = [`${name}: ${summary.details}`, ...details].join('\n');
	if (outcome?.kind === 'failed') {
		fail(item, vscode.l10n.t('failed'), context.messageOf(outcome.error));
	} else if (connector.obstacle) {
		fail(
			item,
			vscode.l10n.t('Java class missing'),
			context.transfer.kind === 'import'
				? vscode.l10n.t('The Java class is missing. Add "className" to connector.json and import again.')
				: vscode.l10n.t('The Java class is missing. A connector cannot be created without one.'),
		);
	} else if (hasOtherName(connector)) {
		item.iconPath = warning();
		item.description = vscode.l10n.t('is {0} in {1}', presentName ?? '', context.target);
		item.tooltip = vscode.l10n.t(
			'The script name {0} belongs to another connector in {1}: {2}. Select this one only if you want to send to that connector.',
			scriptName ?? '',
			context.target,
			presentName ?? '',
		);
	} else if (
		documents.every(document => stateIn(context.transfer, document) === 'same') &&
		scriptName !== undefined
	) {
		item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
	}
	return named(item, [name, item.description, ...details].join(', '));
}

export function documentRow(
	document: PlannedDocument,
	connector: PlannedConnector,
	context: RowContext,
): vscode.TreeItem {
	const file = fileOf(document.part);
	// Without the folder: the row is narrow.
	const item = new vscode.TreeItem(file.split('/').at(-1) ?? file);
	const outcome = context.transfer.outcomeOf(document);
	const { icon, color, words, details } = lookOf(stateIn(context.transfer, document), context);
	item.iconPath = themed(icon, color);
	item.description = words;
	item.tooltip = `${file}: ${details}`;
	if (outcome?.kind === 'failed') {
		fail(item, vscode.l10n.t('failed'), context.messageOf(outcome.error));
	} else if (document.problem && document.state !== 'same' && !outcome && !connector.obstacle) {
		item.iconPath = warning();
		item.description = vscode.l10n.t('{0}, invalid', words);
		item.tooltip = problemSentences(document.problem).what;
	}
	return named(
		item,
		[file, item.description, ...(outcome?.kind === 'failed' ? [context.messageOf(outcome.error)] : [])].join(
			', ',
		),
	);
}

export function problemRow(message: string): vscode.TreeItem {
	const item = new vscode.TreeItem(message);
	item.iconPath = warning();
	item.tooltip = message;
	return named(item, vscode.l10n.t('Warning: {0}', message));
}

/** Whether a row is selected, also in its name: "source-config.xml, differs, selected". */
export function withCheckbox(item: vscode.TreeItem, name: string, isSelected: boolean): vscode.TreeItem {
	const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
	item.checkboxState = {
		state: isSelected ? Checked : Unchecked,
		tooltip: isSelected ? vscode.l10n.t('Selected') : vscode.l10n.t('Not selected'),
		accessibilityInformation: { label: vscode.l10n.t('Send {0}', name) },
	};
	const label = item.accessibilityInformation?.label ?? name;
	return named(
		item,
		isSelected ? vscode.l10n.t('{0}, selected', label) : vscode.l10n.t('{0}, not selected', label),
	);
}

/** Gives a row the name that screen readers read. */
function named(item: vscode.TreeItem, label: string): vscode.TreeItem {
	item.accessibilityInformation = { label };
	return item;
}

function themed(icon: string, color: string | undefined): vscode.ThemeIcon {
	return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

function warning(): vscode.ThemeIcon {
	return themed('warning', 'list.warningForeground');
}

function fail(item: vscode.TreeItem, words: string, message: string): void {
	item.iconPath = themed('error', 'list.errorForeground');
	item.description = words;
	item.tooltip = message;
}

function differenceText(key: keyof ConnectorAbout, about: ConnectorAbout): string {
	return vscode.l10n.t('{0} differs ({1}); the service cannot change it', key, String(about[key]));
}
