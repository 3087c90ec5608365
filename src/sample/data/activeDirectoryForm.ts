import { field, menu, section } from './builders';

const connection = menu('connection', [
	section(
		'directory',
		[
			field('url', 'directoryUrl', 'HostURL', { required: true, placeholder: 'placeHolder_directoryUrl' }),
			field('text', 'domainName', 'Domain_Name', { required: true, placeholder: 'placeHolder_domainName' }),
			field('text', 'netBiosName', 'NetBIOS_Name'),
			field('list', 'domainControllers', 'Domain_Controllers', { help: 'help_domainControllers' }),
			field('number', 'port', 'Port', { defaultValue: '636' }),
			field('toggle', 'useTls', 'Use_TLS', { defaultValue: 'true' }),
			field('fileupload', 'caCertificate', 'CA_Certificate', {
				when: ['useTls', 'true'],
				upload: { maxFiles: 1, maxSize: 64, extensions: '.pem,.crt' },
			}),
			field('radio', 'referrals', 'Referrals', {
				defaultValue: 'ignore',
				options: [
					['Referral_follow', 'follow'],
					['Referral_ignore', 'ignore'],
				],
			}),
		],
		'guide',
	),
	section(
		'authentication',
		[
			field('radio', 'authenticationType', 'Authentication_Type', {
				required: true,
				defaultValue: 'simple',
				options: [
					['Auth_Basic', 'simple'],
					['Auth_Kerberos', 'kerberos'],
					['Auth_Certificate', 'certificate'],
				],
			}),
			field('text', 'userName', 'User_Name', {
				required: true,
				placeholder: 'placeHolder_bindUser',
				when: ['authenticationType', 'simple'],
			}),
			field('secret', 'password', 'Password', { required: true, when: ['authenticationType', 'simple'] }),
			field('text', 'servicePrincipal', 'Service_Principal', { when: ['authenticationType', 'kerberos'] }),
			field('fileupload', 'keytab', 'Keytab_File', {
				when: ['authenticationType', 'kerberos'],
				upload: { maxFiles: 1, maxSize: 16, extensions: '.keytab' },
			}),
			field('secrettextarea', 'privateKey', 'Private_Key', {
				placeholder: 'placeHolder_privateKey',
				when: ['authenticationType', 'certificate'],
			}),
			field('secret', 'keyPassphrase', 'Key_Passphrase', { when: ['authenticationType', 'certificate'] }),
		],
		'authentication',
	),
	section('agent', [
		field('boolean', 'useAgent', 'Use_Agent', { defaultValue: 'false' }),
		field('text', 'agentHost', 'Agent_Host', { required: true, when: ['useAgent', 'true'] }),
		field('number', 'agentPort', 'Agent_Port', { defaultValue: '5051', when: ['useAgent', 'true'] }),
		field('checkbox', 'agentTls', 'Agent_TLS', { defaultValue: 'true', when: ['useAgent', 'true'] }),
	]),
]);

const scope = menu('scope', [
	section('users', [
		field('cardList', 'userSearchScopes', 'User_Search_Scopes', { help: 'help_userSearchScopes' }),
		field('text', 'userBaseDn', 'User_Base_DN', { placeholder: 'placeHolder_baseDn' }),
		field('textarea', 'userFilter', 'User_Filter', {
			defaultValue: '(&(objectClass=user)(!(objectClass=computer)))',
		}),
		field('select', 'searchDepth', 'Search_Depth', {
			defaultValue: 'subtree',
			options: [
				['Depth_base', 'base'],
				['Depth_one', 'one'],
				['Depth_subtree', 'subtree'],
			],
		}),
		field('checkbox', 'includeDisabled', 'Include_Disabled', { defaultValue: 'true' }),
	]),
	section('groups', [
		field('toggle', 'aggregateGroups', 'Aggregate_Groups', { defaultValue: 'true' }),
		field('text', 'groupBaseDn', 'Group_Base_DN', {
			placeholder: 'placeHolder_baseDn',
			when: ['aggregateGroups', 'true'],
		}),
		field('textarea', 'groupFilter', 'Group_Filter', {
			defaultValue: '(objectClass=group)',
			when: ['aggregateGroups', 'true'],
		}),
		field('select', 'groupType', 'Group_Type', {
			defaultValue: 'security',
			when: ['aggregateGroups', 'true'],
			options: [
				['Group_security', 'security'],
				['Group_distribution', 'distribution'],
				['Group_any', 'any'],
			],
		}),
		field('boolean', 'nestedGroups', 'Nested_Groups', {
			defaultValue: 'false',
			when: ['aggregateGroups', 'true'],
		}),
	]),
]);

const advanced = menu('advanced', [
	section(
		'provisioning',
		[
			field('text', 'newUserContainer', 'New_User_Container', { placeholder: 'placeHolder_baseDn' }),
			field('keyValue', 'defaultAttributes', 'Default_Attributes', { help: 'help_defaultAttributes' }),
			field('select', 'onDelete', 'On_Delete', {
				defaultValue: 'disable',
				options: [
					['Delete_remove', 'remove'],
					['Delete_disable', 'disable'],
					['Delete_move', 'move'],
				],
			}),
			field('text', 'disabledContainer', 'Disabled_Container', {
				placeholder: 'placeHolder_baseDn',
				when: ['onDelete', 'move'],
			}),
			field('toggle', 'createHomeFolder', 'Create_Home_Folder', { defaultValue: 'false' }),
			field('text', 'homeFolderPath', 'Home_Folder_Path', {
				placeholder: 'placeHolder_homeFolder',
				when: ['createHomeFolder', 'true'],
			}),
		],
		'permissions',
	),
	section('delta', [
		field('radio', 'deltaMode', 'Delta_Mode', {
			defaultValue: 'none',
			options: [
				['Delta_none', 'none'],
				['Delta_usn', 'usn'],
				['Delta_dirsync', 'dirsync'],
			],
		}),
		field('number', 'deltaWindow', 'Delta_Window', { defaultValue: '24', when: ['deltaMode', 'usn'] }),
		field('number', 'pageSize', 'Page_Size', { defaultValue: '500' }),
		field('number', 'timeout', 'Timeout', { defaultValue: '60' }),
	]),
	section('passwords', [
		field('toggle', 'setPasswords', 'Set_Passwords', { defaultValue: 'true' }),
		field('checkbox', 'mustChangePassword', 'Must_Change_Password', { when: ['setPasswords', 'true'] }),
		field('list', 'excludedAccounts', 'Excluded_Accounts', { when: ['setPasswords', 'true'] }),
	]),
]);

export const activeDirectoryMenus = [connection, scope, advanced];
