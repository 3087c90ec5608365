import * as vscode from 'vscode';
import type { WordTexts } from './wordTexts';

const texts: WordTexts = {
	PROVISIONING: () => vscode.l10n.t('The connector can create, change and delete accounts.'),
	SYNC_PROVISIONING: () => vscode.l10n.t('Changes are made immediately, and their result is known.'),
	GROUP_PROVISIONING: () => vscode.l10n.t('The connector can create, change and delete groups.'),
	ENABLE: () => vscode.l10n.t('The connector reads whether an account is enabled or disabled.'),
	UNLOCK: () => vscode.l10n.t('The connector reads whether an account is locked or unlocked.'),
	PASSWORD: () => vscode.l10n.t('The connector can change passwords. Use it together with PROVISIONING.'),
	CURRENT_PASSWORD: () => vscode.l10n.t('The connector can verify the current password.'),
	AUTHENTICATE: () => vscode.l10n.t('People can sign in with their password in the application.'),
	SEARCH: () => vscode.l10n.t('Not documented. The name suggests that accounts can be searched.'),
	MANAGER_LOOKUP: () => vscode.l10n.t('The connector looks up managers while it reads accounts.'),
	DISCOVER_SCHEMA: () => vscode.l10n.t('The connector can discover the attributes of users and groups.'),
	DIRECT_PERMISSIONS: () => vscode.l10n.t('The connector reads permissions that accounts hold directly.'),
	NO_RANDOM_ACCESS: () => vscode.l10n.t('The connector cannot read a single account, only all of them.'),
	ACCOUNT_ONLY_REQUEST: () => vscode.l10n.t('An account can be requested without entitlements.'),
	ADDITIONAL_ACCOUNT_REQUEST: () => vscode.l10n.t('A further account can be requested.'),
	NO_AGGREGATION: () => vscode.l10n.t('The connector does not read accounts in bulk.'),
	GROUPS_HAVE_MEMBERS: () =>
		vscode.l10n.t('Memberships are stored in an attribute of the group, not of the account.'),
	NO_PERMISSIONS_PROVISIONING: () =>
		vscode.l10n.t('The connector cannot change permissions of accounts; requests become work items.'),
	NO_GROUP_PERMISSIONS_PROVISIONING: () =>
		vscode.l10n.t('The connector cannot change permissions of groups; requests become work items.'),
	NO_UNSTRUCTURED_TARGETS_PROVISIONING: () =>
		vscode.l10n.t(
			'Superseded by NO_PERMISSIONS_PROVISIONING and NO_GROUP_PERMISSIONS_PROVISIONING: unstructured targets cannot be changed.',
		),
	NO_DIRECT_PERMISSIONS_PROVISIONING: () =>
		vscode.l10n.t(
			'Superseded by NO_PERMISSIONS_PROVISIONING and NO_GROUP_PERMISSIONS_PROVISIONING: direct permissions cannot be changed.',
		),
	UNSTRUCTURED_TARGETS: () => vscode.l10n.t('The connector reads unstructured targets, such as file shares.'),
	SHAREPOINT_TARGET: () => vscode.l10n.t('The connector reads unstructured targets of SharePoint.'),
	COMPOSITE: () => vscode.l10n.t('The source can be composed of other sources.'),
	PROXY: () => vscode.l10n.t('The source can stand in for others: their calls go through its connector.'),
	TEMPLATE: () => vscode.l10n.t('Not documented. The name suggests a template for other sources.'),
	PREFER_UUID: () => vscode.l10n.t('The UUID of an account is preferred to its native identity.'),
	USES_UUID: () => vscode.l10n.t('Accounts have a UUID beside their native identity.'),
	ARM_SECURITY_EXTRACT: () =>
		vscode.l10n.t('The connector can extract security data for Access Risk Management.'),
	ARM_UTILIZATION_EXTRACT: () =>
		vscode.l10n.t('The connector can extract utilization data for Access Risk Management.'),
	ARM_CHANGELOG_EXTRACT: () =>
		vscode.l10n.t('The connector can extract the change log for Access Risk Management.'),
	APPLICATION_DISCOVERY: () =>
		vscode.l10n.t('Not documented. The name suggests that applications can be discovered.'),
	DELETE: () => vscode.l10n.t('Not documented. The name suggests that accounts can be deleted.'),
	ITERATE: () => vscode.l10n.t('Not documented. The name suggests that accounts are read one after another.'),
};

/** What each feature in a list of features means. */
export const featureTexts = (attribute: string): WordTexts =>
	Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${attribute}=${name}`, text]));
