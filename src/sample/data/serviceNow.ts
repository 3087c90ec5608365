import { all, any, equal, fixed, not, windows } from './builders';
import type { Definition } from './definition';
import { serviceNowMenus } from './serviceNowForm';

const account = `
sys_id | string | required | Identifier of the record
user_name | string | required indexed correlationKey=1 | User ID for logging on
name | string | | Full name
first_name | string | | First name
middle_name | string | | Middle name
last_name | string | | Last name
email | string | indexed | E-mail address
employee_number | string | indexed | Number of the employee in the HR system
title | string | minable | Job title
department | string | minable | Department, by its name
company | string | | Company, by its name
location | string | | Place of work
manager | string | | User ID of the manager
phone | string | | Business phone
mobile_phone | string | | Mobile phone
time_zone | string | | Time zone that the person works in
active | boolean | | Whether the person can log on
locked_out | boolean | | Whether too many wrong passwords have locked the account
last_login_time | date | | Last time the person logged on
groups | string | entitlement managed multi minable schemaObjectType=group | Groups that the person is a member of
roles | string | entitlement managed multi minable | Roles held directly, not through a group`;

const group = `
sys_id | string | required | Identifier of the record
name | string | required indexed | Name of the group
description | string | | What the group is good for
email | string | | Address that reaches the group
active | boolean | | Whether the group can be used
type | string | multi | What kinds of work are assigned to the group
parent | string | schemaObjectType=group | Group that this group is part of
manager | string | | User ID of the person responsible
cost_center | string | | Cost center that pays for the work
default_assignee | string | | User ID of the person who gets work first
exclude_manager | boolean | | Whether the manager gets no mail meant for the group
include_members | boolean | | Whether members get mail meant for the group
roles | string | entitlement managed multi | Roles that all members hold
source | string | | System that the group came from
vendors | string | multi | Vendors that work through the group
sys_domain | string | | Domain in an instance that several companies share
sys_created_on | date | | When the record was made
sys_created_by | string | | Who made the record
sys_updated_on | date | | When the record was last changed
sys_mod_count | int | | How often the record has been changed`;

/** A service desk in the cloud; all of its texts have Windows line ends. */
export const serviceNow: Definition = {
	name: 'ServiceNow',
	scriptName: 'servicenow-saas',
	type: 'ServiceNow SaaS',
	className: null,
	features: ['PROVISIONING', 'SYNC_PROVISIONING', 'ENABLE', 'GROUP_PROVISIONING', 'DISCOVER_SCHEMA'],
	directConnect: true,
	fileUpload: false,
	status: 'RELEASED',
	custom: false,
	category: 'itsm',
	labels: ['cloud', 'itsm', 'ticketing'],
	platform: 'saas',
	shortDesc: 'ShortDesc_itsm',
	base: [fixed('formVersion', '7'), fixed('userAgent', 'Connector/2.4')],
	menus: serviceNowMenus,
	attributes: {
		tokenUrl: 'https://acme.example.com/oauth_token.do',
		userColumns: ['sys_id', 'user_name', 'first_name', 'last_name', 'email', 'active'],
		requestHeaders: { 'X-Requested-By': 'identity-team', 'Cache-Control': 'no-cache' },
		extraTables: [{ table: 'u_contractor', key: 'sys_id', columns: ['u_vendor', 'u_end_date'], read: true }],
		excludedRoles: ['snc_internal', 'snc_external'],
		defaultAttributes: { time_zone: 'Europe/Berlin', internal: true, daily_limit: 40 },
	},
	schemas: [
		{
			objectType: 'account',
			nativeObjectType: 'sys_user',
			identityAttribute: 'sys_id',
			displayAttribute: 'user_name',
			more: { groupAttribute: 'groups', includePermissions: 'false' },
			attributes: account,
		},
		{
			objectType: 'group',
			nativeObjectType: 'sys_user_group',
			identityAttribute: 'sys_id',
			displayAttribute: 'name',
			more: { hierarchyAttribute: 'parent', featuresString: 'PROVISIONING', aggregationType: 'group' },
			attributes: group,
		},
	],
	asked: ['user_name', 'first_name', 'last_name', 'email', 'department', 'manager'],
	correlation: {
		filters: [
			any(equal('employeeNumber', 'employee_number'), equal('email', 'email', { ignoreCase: true })),
			all(
				equal('displayName', 'name', { ignoreCase: true }),
				not({ operation: 'NE', property: 'department', value: 'department' }),
			),
		],
		direct: [
			{
				conditions: [
					any(
						{ operation: 'EQ', property: 'user_name', value: 'mid.server' },
						{ operation: 'EQ', property: 'user_name', value: 'discovery' },
					),
				],
				identity: 'it.operations',
			},
		],
	},
	layout: windows,
	translations: [
		{ locale: 'en', separator: ' = ' },
		{ locale: 'de', escaped: true },
		{ locale: 'fr', separator: ': ' },
		{
			locale: 'es',
			wrapped: true,
			without: [
				'sectionInfo_tickets',
				'help_encodedQuery',
				'Ticket_Template',
				'Ticket_Priority',
				'Priority_high',
				'Priority_medium',
				'Priority_low',
				'Wait_For_Approval',
				'Parallel_Requests',
				'Extra_Tables',
			],
		},
	],
};
