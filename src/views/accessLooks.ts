import * as vscode from 'vscode';
import type { AccessMode, Tenant } from '../core/api/tenant';

/** The name, icon and badge of an access mode. */
export interface AccessLook {
	readonly label: string;
	readonly explanation: string;
	/** A codicon. */
	readonly icon: string;
	/** One letter beside the tenant and its documents. */
	readonly badge: string;
}

export function accessLook(access: AccessMode): AccessLook {
	switch (access) {
		case 'live':
			return {
				label: vscode.l10n.t('Live'),
				explanation: vscode.l10n.t('saves go to the tenant immediately'),
				icon: 'cloud-upload',
				badge: 'L',
			};
		case 'ask':
			return {
				label: vscode.l10n.t('Confirm'),
				explanation: vscode.l10n.t('asks before every change'),
				icon: 'cloud',
				badge: 'C',
			};
		case 'read-only':
			return {
				label: vscode.l10n.t('Read-only'),
				explanation: vscode.l10n.t('no changes'),
				icon: 'lock',
				badge: 'R',
			};
	}
}

/** "Live: saves go to the tenant immediately." */
export function accessSentence({ access }: Tenant): string {
	const { label, explanation } = accessLook(access);
	return vscode.l10n.t('{0}: {1}.', label, explanation);
}

/** Whether a save changes a system of other people without a question. */
export function isDangerous({ url, access }: Tenant): boolean {
	return access === 'live' && url !== undefined;
}

/** The color that people have chosen. */
export function chosenColor({ color }: Tenant): vscode.ThemeColor | undefined {
	return color === 'none' ? undefined : new vscode.ThemeColor(`iscConnectors.tenant.${color}`);
}

/** The color of the tenant itself; on documents, that of a warning would look like a problem in them. */
export function tenantColor(tenant: Tenant): vscode.ThemeColor | undefined {
	const warning = isDangerous(tenant) ? new vscode.ThemeColor('iscConnectors.tenant.live') : undefined;
	return chosenColor(tenant) ?? warning;
}

/** Tells how a tenant takes changes, in its color. */
export function tenantIcon(tenant: Tenant): vscode.ThemeIcon {
	const icon = tenant.url === undefined ? 'beaker' : accessLook(tenant.access).icon;
	return new vscode.ThemeIcon(icon, tenantColor(tenant));
}

const row = 'row';

/** A resource as the tree has it: VS Code would give it the badges of its tab, and errors would hide the tenant's color. */
export function rowUri(uri: vscode.Uri): vscode.Uri {
	return uri.with({ fragment: row });
}

/** The resource of a row of the tree; undefined for every other URI. */
export function resourceOfRow(uri: vscode.Uri): vscode.Uri | undefined {
	return uri.fragment === row ? uri.with({ fragment: '' }) : undefined;
}
