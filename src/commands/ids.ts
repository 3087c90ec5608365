/** Every command of the extension; the manifest declares the same ones. */
export const commandIds = [
	'iscConnectors.tenant.add',
	'iscConnectors.tenant.trySample',
	'iscConnectors.tenant.refresh',
	'iscConnectors.tenant.rename',
	'iscConnectors.tenant.changeCredentials',
	'iscConnectors.tenant.changeAccess',
	'iscConnectors.tenant.chooseVersion',
	'iscConnectors.tenant.test',
	'iscConnectors.tenant.signOut',
	'iscConnectors.tenant.remove',
	'iscConnectors.tenants.refresh',
	'iscConnectors.connector.refresh',
	'iscConnectors.node.retry',
	'iscConnectors.workspaceFolder.add',
	'iscConnectors.document.showHistory',
	'iscConnectors.document.compareWith',
	'iscConnectors.document.compareWithTenant',
	'iscConnectors.document.restoreVersion',
	'iscConnectors.document.saveCopy',
	'iscConnectors.history.reveal',
	'iscConnectors.log.show',
	'iscConnectors.diagnostics.copy',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What a command does with the arguments it gets from the tree, a keybinding or another extension, or without any. */
export type Handler = (...args: readonly unknown[]) => unknown;
