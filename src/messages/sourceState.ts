import * as vscode from 'vscode';
import type { Source } from '../core/api/source';

const prefix = /^SOURCE_STATE_/;

/** How a source is, in a few words; a status that is not known here is shown in the service's. */
export function sourceState({ status, isHealthy }: Pick<Source, 'status' | 'isHealthy'>): string {
	if (status === undefined) {
		return health(isHealthy);
	}
	const state = status.replace(prefix, '');
	return known(state) ?? state.replaceAll('_', ' ').toLowerCase();
}

/** Whether the service has not looked whether a source is healthy. */
export function isUnchecked(status: string | undefined): boolean {
	return status?.replace(prefix, '').startsWith('UNCHECKED') ?? false;
}

function health(isHealthy: boolean | undefined): string {
	switch (isHealthy) {
		case true:
			return vscode.l10n.t('healthy');
		case false:
			return vscode.l10n.t('unhealthy');
		case undefined:
			return vscode.l10n.t('unknown status');
	}
}

function known(state: string): string | undefined {
	switch (state) {
		case 'HEALTHY':
			return vscode.l10n.t('healthy');
		case 'ERROR_VA':
			return vscode.l10n.t('VA error');
		case 'ERROR_CLUSTER':
			return vscode.l10n.t('cluster error');
		case 'ERROR_SOURCE':
			return vscode.l10n.t('source error');
		case 'ERROR_ACCOUNT_FILE_IMPORT':
			return vscode.l10n.t('account file import error');
		case 'FAILURE_CLUSTER':
			return vscode.l10n.t('cluster failure');
		case 'FAILURE_SOURCE':
			return vscode.l10n.t('source failure');
		case 'UNCHECKED_SOURCE':
			return vscode.l10n.t('not checked');
		case 'UNCHECKED_SOURCE_NO_ACCOUNTS':
			return vscode.l10n.t('not checked, no accounts');
		case 'UNCHECKED_CLUSTER':
			return vscode.l10n.t('cluster not checked');
		case 'UNCHECKED_CLUSTER_NO_SOURCES':
			return vscode.l10n.t('cluster not checked, no sources');
		default:
			return undefined;
	}
}
