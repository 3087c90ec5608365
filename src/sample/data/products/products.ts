import { field } from '../builders';
import type { Field, FieldDetails, FieldType } from '../definition';

const details = (
	type: FieldType,
	label: string,
	more: FieldDetails = {},
): { type: FieldType; label: string; more: FieldDetails } => ({ type, label, more });

/** The fields that the simple forms are put together from, by name. */
const fields = {
	url: details('url', 'HostURL', { required: true, placeholder: 'placeHolder_host' }),
	host: details('text', 'Host', { required: true, placeholder: 'placeHolder_host' }),
	port: details('number', 'Port', { defaultValue: '443' }),
	userName: details('text', 'User_Name', { required: true }),
	password: details('secret', 'Password', { required: true }),
	clientId: details('text', 'Client_ID', { required: true }),
	clientSecret: details('secret', 'Client_Secret', { required: true }),
	tokenUrl: details('url', 'Token_URL', { required: true, placeholder: 'placeHolder_tokenUrl' }),
	refreshToken: details('secret', 'Refresh_Token'),
	scopes: details('list', 'Scopes'),
	apiKey: details('secret', 'API_Key', { required: true }),
	accountId: details('text', 'Account_ID', { required: true }),
	tenantId: details('text', 'Tenant_ID', { required: true }),
	roleArn: details('text', 'Role_ARN', { required: true }),
	adminEmail: details('text', 'Admin_Email', { required: true }),
	privateKey: details('secrettextarea', 'Private_Key', { placeholder: 'placeHolder_privateKey' }),
	domainName: details('text', 'Domain_Name', { required: true, placeholder: 'placeHolder_domainName' }),
	clientNumber: details('text', 'Client_Number', { required: true, defaultValue: '100' }),
	systemNumber: details('text', 'System_Number', { required: true, defaultValue: '00' }),
	connectionUrl: details('text', 'Connection_URL', {
		required: true,
		placeholder: 'placeHolder_connectionUrl',
	}),
	databaseName: details('text', 'Database_Name', { required: true }),
	schemaName: details('text', 'Schema_Name', { placeholder: 'placeHolder_schemaName' }),
	accountQuery: details('textarea', 'Account_Query', { defaultValue: 'SELECT * FROM users ORDER BY id' }),
	useTls: details('toggle', 'Use_TLS', { defaultValue: 'true' }),
	useSudo: details('toggle', 'Use_Sudo', { defaultValue: 'false' }),
	baseDn: details('text', 'User_Base_DN', { required: true, placeholder: 'placeHolder_baseDn' }),
	userFilter: details('textarea', 'User_Filter'),
	groupFilter: details('textarea', 'Group_Filter', { when: ['aggregateGroups', 'true'] }),
	aggregateGroups: details('toggle', 'Aggregate_Groups', { defaultValue: 'true' }),
	nestedGroups: details('checkbox', 'Nested_Groups', { when: ['aggregateGroups', 'true'] }),
	includeDisabled: details('checkbox', 'Include_Disabled', { defaultValue: 'true' }),
	excludedAccounts: details('list', 'Excluded_Accounts'),
	resourcePath: details('text', 'Resource_Path', { required: true, defaultValue: '/users' }),
	requestHeaders: details('keyValue', 'Request_Headers', { help: 'help_requestHeaders' }),
	sites: details('list', 'Sites'),
	futureHires: details('number', 'Future_Hires', { defaultValue: '30' }),
	pageSize: details('number', 'Page_Size', { defaultValue: '100' }),
	timeout: details('number', 'Timeout', { defaultValue: '60' }),
	maxRetries: details('number', 'Max_Retries', { defaultValue: '3' }),
	parallelRequests: details('number', 'Parallel_Requests', { defaultValue: '2' }),
	file: details('fileupload', 'Import_File', {
		required: true,
		upload: { maxFiles: 1, maxSize: 51200, extensions: '.csv,.txt' },
	}),
	encoding: details('text', 'Encoding', { defaultValue: 'UTF-8' }),
	hasHeader: details('boolean', 'Has_Header', { defaultValue: 'true' }),
	delimiter: details('select', 'Delimiter', {
		defaultValue: ',',
		options: [
			['Delimiter_comma', ','],
			['Delimiter_semicolon', ';'],
			['Delimiter_tab', 'tab'],
		],
	}),
	environment: details('radio', 'Environment', {
		defaultValue: 'production',
		options: [
			['Environment_production', 'production'],
			['Environment_test', 'test'],
		],
	}),
	region: details('select', 'Region', {
		defaultValue: 'eu',
		options: [
			['Region_eu', 'eu'],
			['Region_us', 'us'],
			['Region_ap', 'ap'],
		],
	}),
};
export type FieldName = keyof typeof fields;

export function catalogueField(name: FieldName): Field {
	const { type, label, more } = fields[name];
	return field(type, name, label, more);
}

/** What accounts of the simple connectors have: type | flags | description. */
const attributes = {
	id: 'string | required | Identifier that never changes',
	userName: 'string | required indexed | Name for logging on',
	displayName: 'string | | Name as other people see it',
	firstName: 'string | | First name',
	lastName: 'string | | Last name',
	email: 'string | indexed | E-mail address',
	employeeNumber: 'string | indexed | Number of the employee in the HR system',
	department: 'string | minable | Department the person works in',
	title: 'string | minable | Job title',
	manager: 'string | | Who the person reports to',
	location: 'string | minable | Place of work',
	costCenter: 'string | | Cost center that pays for the person',
	phone: 'string | | Telephone number at work',
	active: 'boolean | | Whether the account can be used',
	startDate: 'date | | First day of work',
	endDate: 'date | | Last day of work',
	lastLogin: 'date | | Last time the person logged on',
	uid: 'int | required | Number that files know the owner by',
	homeDirectory: 'string | | Where the own files are',
	shell: 'string | | Program that starts at logon',
	badgeNumber: 'string | indexed | Number printed on the badge',
	plan: 'string | | Subscription that the person uses',
	groups: 'string | entitlement managed multi minable schemaObjectType=group | Groups that the account is in',
	roles: 'string | entitlement managed multi minable | Roles that the account holds',
	profile: 'string | entitlement managed minable | Profile that says what the account may do',
	licenses: 'string | entitlement managed multi | Licenses given to the person',
	permissions: 'string | entitlement multi | What the account may do',
};
export type AttributeName = keyof typeof attributes;

export const catalogueAttribute = (name: AttributeName) => `${name} | ${attributes[name]}`;

/** The group schema of every simple connector that has groups. */
export const groupAttributes = `
id | string | required | Identifier that never changes
name | string | required indexed | Name of the group
description | string | | What the group is good for
owner | string | | Who is responsible for the group`;
