import { all, any, equal, fixed, not, tabs } from './builders';
import type { Definition } from './definition';
import { activeDirectoryMenus } from './activeDirectoryForm';

const account = `
distinguishedName | string | required correlationKey=1 | Where the account is in the directory
sAMAccountName | string | required indexed | Logon name as older systems know it, up to 20 characters
userPrincipalName | string | indexed | Logon name in the form of an e-mail address
objectSid | string | | Security identifier, given by the domain and never used again
objectGUID | string | | Identifier that survives renames and moves
cn | string | | Common name
givenName | string | | First name
sn | string | | Last name
displayName | string | | Name as address books show it
mail | string | indexed | E-mail address
employeeID | string | indexed | Number of the employee in the HR system
department | string | minable | Department the person works in
title | string | minable | Job title
manager | string | | Distinguished name of the manager's account
telephoneNumber | string | | Telephone number at work
physicalDeliveryOfficeName | string | | Office or room
userAccountControl | int | | Bits that say whether the account is enabled, locked or exempt from rules
accountExpires | date | | Day after which nobody can log on with the account
lastLogonTimestamp | date | | Last logon, exact to about two weeks
memberOf | string | entitlement managed multi minable schemaObjectType=group remediationModificationType=None | Groups that the account is a direct member of
primaryGroup | string | entitlement schemaObjectType=group | Group that files and folders of the person belong to`;

const group = `
distinguishedName | string | required | Where the group is in the directory
objectSid | string | | Security identifier, given by the domain and never used again
objectGUID | string | | Identifier that survives renames and moves
sAMAccountName | string | required indexed | Name as older systems know it
cn | string | | Common name
displayName | string | | Name as address books show it
description | string | | What the group is good for
mail | string | | Address that reaches all members
groupType | int | | Bits that say how far the group reaches and what it is for
groupScope | string | | Domain local, global or universal
managedBy | string | | Distinguished name of the owner's account
member | string | multi | Accounts and groups that are direct members
memberOf | string | multi entitlement schemaObjectType=group | Groups that this group is a member of
info | string | | Notes of the administrators
whenCreated | date | | Day on which the group was made
whenChanged | date | | Day of the last change
isCriticalSystemObject | boolean | | Whether Windows itself relies on the group
extensionAttribute1 | string | | Free for the organization's own use
extensionAttribute2 | string | | Free for the organization's own use
proxyAddresses | string | multi | All addresses under which the group receives mail`;

/** A directory with nested conditions, several searches and groups within groups. */
export const activeDirectory: Definition = {
	name: 'Active Directory',
	scriptName: 'active-directory-angularsc',
	type: 'Active Directory - Direct',
	className: 'sailpoint.connector.ADLDAPConnector',
	features: [
		'PROVISIONING',
		'SYNC_PROVISIONING',
		'ENABLE',
		'UNLOCK',
		'PASSWORD',
		'AUTHENTICATE',
		'MANAGER_LOOKUP',
	],
	directConnect: true,
	fileUpload: false,
	status: 'RELEASED',
	custom: false,
	category: 'directory',
	labels: ['directory', 'microsoft', 'on-premises'],
	platform: 'ccg',
	shortDesc: 'ShortDesc_directory',
	base: [fixed('formVersion', '3')],
	menus: activeDirectoryMenus,
	attributes: {
		directoryUrl: 'ldaps://dc01.corp.example.com:636',
		domainName: 'corp.example.com',
		netBiosName: 'CORP',
		domainControllers: ['dc01.corp.example.com', 'dc02.corp.example.com'],
		userSearchScopes: [
			{ baseDn: 'OU=People,DC=corp,DC=example,DC=com', filter: '(objectCategory=person)', subtree: true },
			{ baseDn: 'OU=Contractors,DC=corp,DC=example,DC=com', filter: '', subtree: false },
		],
		newUserContainer: 'OU=Arrivals,DC=corp,DC=example,DC=com',
		defaultAttributes: { company: 'Example & Sons', countryCode: 276, mailEnabled: true },
		excludedAccounts: ['Administrator', 'krbtgt'],
	},
	schemas: [
		{
			objectType: 'account',
			nativeObjectType: 'User',
			identityAttribute: 'distinguishedName',
			displayAttribute: 'sAMAccountName',
			more: { groupAttribute: 'memberOf', includePermissions: 'false' },
			attributes: account,
		},
		{
			objectType: 'group',
			nativeObjectType: 'Group',
			identityAttribute: 'distinguishedName',
			displayAttribute: 'cn',
			more: { hierarchyAttribute: 'memberOf', featuresString: 'PROVISIONING', aggregationType: 'group' },
			attributes: group,
		},
	],
	asked: [
		'distinguishedName',
		'sAMAccountName',
		'userPrincipalName',
		'givenName',
		'sn',
		'mail',
		'employeeID',
	],
	correlation: {
		filters: [
			equal('employeeNumber', 'employeeID'),
			any(
				equal('email', 'mail', { ignoreCase: true }),
				equal('email', 'userPrincipalName', { ignoreCase: true }),
			),
			all(
				equal('firstname', 'givenName', { ignoreCase: true }),
				equal('lastname', 'sn', { ignoreCase: true }),
				not({ operation: 'ISNULL', property: 'department' }),
			),
		],
		direct: [
			{
				conditions: [{ operation: 'LIKE', property: 'sAMAccountName', value: 'svc-', matchMode: 'START' }],
				identity: 'service.accounts',
			},
		],
	},
	layout: tabs,
	translations: [
		{ locale: 'en' },
		{ locale: 'de', separator: ' = ' },
		{ locale: 'fr', wrapped: true },
		{
			locale: 'ja',
			escaped: true,
			without: [
				'sectionInfo_passwords',
				'help_defaultAttributes',
				'Delta_Window',
				'Delta_dirsync',
				'Must_Change_Password',
				'Excluded_Accounts',
				'Set_Passwords',
				'Home_Folder_Path',
				'Nested_Groups',
				'Group_any',
			],
		},
	],
};
