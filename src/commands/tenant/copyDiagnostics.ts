import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { diagnosticsText } from '../../util/diagnosticsText';
import { isOnPersonsMachine } from '../transfer/folders';

/** Puts what a bug report should say on the clipboard, without secrets. */
export async function copyDiagnostics({
	tenants,
	tree,
	version,
	extensionId,
}: Pick<Studio, 'tenants' | 'tree' | 'version' | 'extensionId'>): Promise<void> {
	const settings = vscode.workspace.getConfiguration('iscConnectors');
	const http = vscode.workspace.getConfiguration('http');
	const text = diagnosticsText({
		extensionVersion: version,
		vscodeVersion: vscode.version,
		nodeVersion: process.version,
		platform: `${process.platform} ${process.arch}`,
		remote: isOnPersonsMachine(extensionId) ? undefined : vscode.env.remoteName,
		proxy: Object.fromEntries(
			['proxy', 'proxySupport', 'proxyStrictSSL', 'noProxy'].map(key => [`http.${key}`, http.get(key)]),
		),
		settings: Object.fromEntries(
			['sampleTenant.enabled', 'requestTimeout', 'save.automatic'].map(key => [
				`iscConnectors.${key}`,
				settings.get(key),
			]),
		),
		tenants: tenants.all().map(tenant => ({
			id: tenant.id,
			name: tenant.name,
			version: tenant.version,
			access: tenant.access,
			state: tree.failureOf(tenant.id)?.brief ?? 'ok',
		})),
	});
	await vscode.env.clipboard.writeText(text);
	void vscode.window.showInformationMessage(vscode.l10n.t('Diagnostics copied. They contain no secrets.'));
}
