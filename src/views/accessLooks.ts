import * as vscode from 'vscode';
import type { AccessMode, Tenant } from '../core/api/tenant';

/** The name, icon and color of an access mode. */
export interface AccessLook {
	readonly label: string;
	readonly explanation: string;
	/** A codicon. */
	readonly icon: string;
	/** One letter beside the tenant and its documents. */
	readonly badge: string;
	/** For the tenant in the tree only: on documents it would look like a problem in them. */
	readonly color: vscode.ThemeColor | undefined;
}

export function accessLook(access: AccessMode): AccessLook {
	switch (access) {
		case 'live':
			return {
				label: vscode.l10n.t('live'),
				explanation: vscode.l10n.t('a save is sent at once'),
				icon: 'cloud-upload',
				badge: 'L',
				color: new vscode.ThemeColor('list.warningForeground'),
			};
		case 'ask':
			return {
				label: vscode.l10n.t('ask'),
				explanation: vscode.l10n.t('you are asked before each change'),
				icon: 'cloud',
				badge: '?',
				color: new vscode.ThemeColor('charts.blue'),
			};
		case 'read-only':
			return {
				label: vscode.l10n.t('read-only'),
				explanation: vscode.l10n.t('nothing can be changed'),
				icon: 'lock',
				badge: 'R',
				color: undefined,
			};
	}
}

/** "acme · live" */
export function nameAndAccess({ name, access }: Tenant): string {
	return `${name} · ${accessLook(access).label}`;
}
