import { field, menu, section } from './builders';

const connection = menu('connection', [
	section(
		'database',
		[
			field('select', 'databaseType', 'Database_Type', {
				required: true,
				defaultValue: 'postgresql',
				options: [
					['DB_oracle', 'oracle'],
					['DB_postgresql', 'postgresql'],
					['DB_sqlserver', 'sqlserver'],
					['DB_other', 'other'],
				],
			}),
			field('text', 'driverClass', 'Driver_Class', { required: true, when: ['databaseType', 'other'] }),
			field('url', 'connectionUrl', 'Connection_URL', {
				required: true,
				placeholder: 'placeHolder_connectionUrl',
			}),
			field('fileupload', 'driverFiles', 'Driver_Files', {
				required: true,
				upload: { maxFiles: 5, maxSize: 20480, extensions: '.jar' },
			}),
			field('keyValue', 'connectionProperties', 'Connection_Properties'),
			field('text', 'schemaName', 'Schema_Name', { placeholder: 'placeHolder_schemaName' }),
		],
		'guide',
	),
	section(
		'authentication',
		[
			field('radio', 'authenticationType', 'Authentication_Type', {
				defaultValue: 'password',
				options: [
					['Auth_Basic', 'password'],
					['Auth_Kerberos', 'kerberos'],
					['Auth_Wallet', 'wallet'],
				],
			}),
			field('text', 'userName', 'User_Name', { required: true, when: ['authenticationType', 'password'] }),
			field('secret', 'password', 'Password', { required: true, when: ['authenticationType', 'password'] }),
			field('text', 'servicePrincipal', 'Service_Principal', { when: ['authenticationType', 'kerberos'] }),
			field('fileupload', 'keytab', 'Keytab_File', {
				when: ['authenticationType', 'kerberos'],
				upload: { maxFiles: 1, maxSize: 16, extensions: '.keytab' },
			}),
			field('fileupload', 'walletFile', 'Wallet_File', {
				when: ['authenticationType', 'wallet'],
				upload: { maxFiles: 1, maxSize: 256, extensions: '.zip,.p12' },
			}),
			field('secret', 'walletPassword', 'Wallet_Password', { when: ['authenticationType', 'wallet'] }),
		],
		'authentication',
	),
	section('encryption', [
		field('toggle', 'useTls', 'Use_TLS', { defaultValue: 'true' }),
		field('radio', 'trust', 'Trust', {
			defaultValue: 'system',
			when: ['useTls', 'true'],
			options: [
				['Trust_system', 'system'],
				['Trust_file', 'file'],
			],
		}),
		field('fileupload', 'caCertificate', 'CA_Certificate', {
			when: ['trust', 'file'],
			upload: { maxFiles: 1, maxSize: 64, extensions: '.pem,.crt' },
		}),
		field('secrettextarea', 'privateKey', 'Private_Key', {
			placeholder: 'placeHolder_privateKey',
			when: ['useTls', 'true'],
		}),
		field('secret', 'keyPassphrase', 'Key_Passphrase', { when: ['useTls', 'true'] }),
		field('checkbox', 'verifyHostName', 'Verify_Host_Name', {
			defaultValue: 'true',
			when: ['useTls', 'true'],
		}),
	]),
]);

const queries = menu('queries', [
	section('accountQueries', [
		field('textarea', 'accountQuery', 'Account_Query', {
			required: true,
			defaultValue:
				'SELECT p.*, r.role_name\nFROM person p\nLEFT JOIN person_role r ON r.login = p.login\nORDER BY p.login',
			help: 'help_accountQuery',
		}),
		field('textarea', 'oneAccountQuery', 'One_Account_Query', {
			placeholder: 'placeHolder_oneAccountQuery',
		}),
		field('text', 'keyColumn', 'Key_Column', { required: true, defaultValue: 'login' }),
		field('checkbox', 'mergeRows', 'Merge_Rows', { defaultValue: 'true' }),
		field('list', 'multiValueColumns', 'Multi_Value_Columns'),
	]),
	section('groupQueries', [
		field('toggle', 'aggregateGroups', 'Aggregate_Groups', { defaultValue: 'true' }),
		field('textarea', 'groupQuery', 'Group_Query', {
			defaultValue: 'SELECT * FROM role WHERE valid_to > CURRENT_DATE',
			when: ['aggregateGroups', 'true'],
		}),
		field('text', 'groupKeyColumn', 'Key_Column', {
			defaultValue: 'role_name',
			when: ['aggregateGroups', 'true'],
		}),
	]),
	section('delta', [
		field('radio', 'deltaMode', 'Delta_Mode', {
			defaultValue: 'none',
			options: [
				['Delta_none', 'none'],
				['Delta_column', 'column'],
				['Delta_table', 'table'],
			],
		}),
		field('text', 'deltaColumn', 'Delta_Column', { when: ['deltaMode', 'column'] }),
		field('number', 'deltaWindow', 'Delta_Window', { defaultValue: '24', when: ['deltaMode', 'column'] }),
		field('text', 'deltaTable', 'Delta_Table', { when: ['deltaMode', 'table'] }),
	]),
]);

const advanced = menu('advanced', [
	section(
		'provisioning',
		[
			field('radio', 'provisionBy', 'Provision_By', {
				defaultValue: 'none',
				options: [
					['Provision_none', 'none'],
					['Provision_procedure', 'procedure'],
					['Provision_statement', 'statement'],
				],
			}),
			field('cardList', 'procedures', 'Procedures', { when: ['provisionBy', 'procedure'] }),
			field('textarea', 'createStatement', 'Create_Statement', { when: ['provisionBy', 'statement'] }),
			field('select', 'onDelete', 'On_Delete', {
				defaultValue: 'disable',
				options: [
					['Delete_remove', 'remove'],
					['Delete_disable', 'disable'],
				],
			}),
			field('boolean', 'commitEach', 'Commit_Each', { defaultValue: 'true' }),
		],
		'permissions',
	),
	section('performance', [
		field('number', 'poolSize', 'Pool_Size', { defaultValue: '8' }),
		field('number', 'idleTimeout', 'Idle_Timeout', { defaultValue: '600' }),
		field('number', 'timeout', 'Timeout', { defaultValue: '120' }),
		field('number', 'pageSize', 'Page_Size', { defaultValue: '1000' }),
		field('select', 'isolation', 'Isolation', {
			defaultValue: 'committed',
			options: [
				['Isolation_committed', 'committed'],
				['Isolation_repeatable', 'repeatable'],
				['Isolation_serializable', 'serializable'],
			],
		}),
		field('textarea', 'validationQuery', 'Validation_Query', { defaultValue: 'SELECT 1' }),
	]),
]);

export const jdbcMenus = [connection, queries, advanced];
