import { all, any, equal, fixed, not, plain } from './builders';
import type { Definition } from './definition';
import { jdbcMenus } from './jdbcForm';

const account = `
login | string | required indexed correlationKey=1 | Logon name, the key of the table
person_id | int | required | Number that the database gives
first_name | string | | First name
last_name | string | | Last name
full_name | string | | First and last name
email | string | indexed | E-mail address
employee_no | string | indexed | Number of the employee in the HR system
department | string | minable | Department the person works in
job_code | string | minable | Code of the job
cost_center | string | | Cost center that pays for the access
site | string | | Place of work
phone | string | | Telephone number at work
manager_login | string | | Logon name of the manager
language | string | | Language of menus and messages
status | string | | A for active, L for locked, X for left
failed_logins | int | | Wrong passwords since the last right one
valid_from | date | | First day of access
valid_to | date | | Last day of access
last_login | date | | Last time the person logged on
role_name | string | entitlement managed multi minable schemaObjectType=group | Roles that the person holds`;

const group = `
role_name | string | required indexed | Name of the role, the key of the table
role_id | int | required | Number that the database gives
title | string | | Name as people read it
description | string | | What the role is good for
owner_login | string | | Logon name of the person responsible
module | string | minable | Part of the application that the role opens
risk_level | string | | Low, medium or high
parent_role | string | schemaObjectType=group | Role that this role extends
permissions | string | multi entitlement | What the role allows, one permission a row
excluded_roles | string | multi | Roles that nobody may hold at the same time
max_members | int | | How many people may hold the role
member_count | int | | How many people hold the role
requires_training | boolean | | Whether a training comes first
is_technical | boolean | | Whether only programs hold the role
status | string | | A for active, R for retired
valid_from | date | | First day on which the role can be given
valid_to | date | | Last day on which the role can be given
created_by | string | | Who made the role
created_on | date | | When the role was made
changed_on | date | | When the role was last changed`;

/** A database behind queries that people write themselves; its XML documents begin with a byte order mark. */
export const jdbc: Definition = {
	name: 'JDBC',
	scriptName: 'jdbc-angularsc',
	type: 'JDBC',
	className: 'sailpoint.connector.JDBCConnector',
	features: ['PROVISIONING', 'ENABLE', 'SEARCH', 'DISCOVER_SCHEMA', 'DIRECT_PERMISSIONS'],
	directConnect: true,
	fileUpload: false,
	status: 'RELEASED',
	custom: false,
	category: 'database',
	labels: ['database', 'generic', 'on-premises'],
	platform: 'ccg',
	shortDesc: 'ShortDesc_database',
	base: [fixed('formVersion', '2')],
	menus: jdbcMenus,
	attributes: {
		driverClass: 'org.postgresql.Driver',
		connectionUrl: 'jdbc:postgresql://db.example.com:5432/people?ssl=true&sslmode=verify-full',
		connectionProperties: { ApplicationName: 'identity', loginTimeout: 10, tcpKeepAlive: true },
		multiValueColumns: ['role_name'],
		procedures: [
			{ name: 'grant_role', parameters: ['login', 'role_name'], returnsRow: false },
			{ name: 'lock_person', parameters: ['login'], returnsRow: true },
		],
	},
	schemas: [
		{
			objectType: 'account',
			nativeObjectType: 'person',
			identityAttribute: 'login',
			displayAttribute: 'full_name',
			more: { groupAttribute: 'role_name', includePermissions: 'true' },
			attributes: account,
		},
		{
			objectType: 'group',
			nativeObjectType: 'role',
			identityAttribute: 'role_name',
			displayAttribute: 'title',
			more: { hierarchyAttribute: 'parent_role', featuresString: '', aggregationType: 'group' },
			attributes: group,
		},
	],
	asked: ['login', 'first_name', 'last_name', 'email', 'valid_from'],
	correlation: {
		filters: [
			equal('employeeNumber', 'employee_no'),
			all(
				any(equal('email', 'email', { ignoreCase: true }), {
					operation: 'LIKE',
					property: 'displayName',
					value: 'full_name',
					ignoreCase: true,
					matchMode: 'EXACT',
				}),
				not({ operation: 'ISNULL', property: 'costCenter' }),
			),
		],
		direct: [
			{
				conditions: [{ operation: 'EQ', property: 'job_code', value: 'BATCH' }],
				identity: 'batch.operations',
			},
		],
	},
	layout: { ...plain, byteOrderMark: true },
	translations: [
		{ locale: 'en', wrapped: true },
		{ locale: 'de' },
		{
			locale: 'es',
			separator: ' = ',
			escaped: true,
			without: [
				'sectionInfo_delta',
				'help_accountQuery',
				'Isolation',
				'Isolation_committed',
				'Isolation_repeatable',
				'Isolation_serializable',
				'Idle_Timeout',
				'Validation_Query',
				'Merge_Rows',
				'Trust_file',
			],
		},
		{ locale: 'ja' },
	],
};
