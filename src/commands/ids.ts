/** Every command of the extension; the manifest declares the same ones. */
export const commandIds = [
	'iscConnectors.tenant.add',
	'iscConnectors.tenant.trySample',
	'iscConnectors.tenant.refresh',
	'iscConnectors.tenants.refresh',
	'iscConnectors.connector.refresh',
	'iscConnectors.node.retry',
	'iscConnectors.workspaceFolder.add',
	'iscConnectors.log.show',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What a command does with the arguments it gets from the tree, a keybinding or another extension, or without any. */
export type Handler = (...args: readonly unknown[]) => unknown;
