/** A `Field` of a source-config: its attributes in the order in which they are written, and what can be chosen. */
interface FieldRow {
	readonly displayName: string;
	readonly type: string;
	readonly required?: true;
	readonly defaultValue?: string;
	readonly placeholder?: string;
	readonly helpKey?: string;
	readonly parentKey?: string;
	readonly parentValue?: string;
	readonly maxFiles?: number;
	readonly maxSize?: number;
	readonly supportedExtensions?: string;
	readonly options?: readonly (readonly [label: string, value: string])[];
}

const rows = {
	url: { displayName: 'HostURL', type: 'url', required: true, placeholder: 'placeHolder_host' },
	host: { displayName: 'Host', type: 'text', required: true, placeholder: 'placeHolder_host' },
	port: { displayName: 'Port', type: 'number', defaultValue: '443' },
	userName: { displayName: 'User_Name', type: 'text', required: true },
	password: { displayName: 'Password', type: 'secret', required: true },
	clientId: { displayName: 'Client_ID', type: 'text', required: true },
	clientSecret: { displayName: 'Client_Secret', type: 'secret', required: true },
	tokenUrl: { displayName: 'Token_URL', type: 'url', required: true, placeholder: 'placeHolder_tokenUrl' },
	refreshToken: { displayName: 'Refresh_Token', type: 'secret' },
	scopes: { displayName: 'Scopes', type: 'list' },
	apiKey: { displayName: 'API_Key', type: 'secret', required: true },
	accountId: { displayName: 'Account_ID', type: 'text', required: true },
	tenantId: { displayName: 'Tenant_ID', type: 'text', required: true },
	roleArn: { displayName: 'Role_ARN', type: 'text', required: true },
	adminEmail: { displayName: 'Admin_Email', type: 'text', required: true },
	privateKey: { displayName: 'Private_Key', type: 'secrettextarea', placeholder: 'placeHolder_privateKey' },
	domainName: {
		displayName: 'Domain_Name',
		type: 'text',
		required: true,
		placeholder: 'placeHolder_domainName',
	},
	clientNumber: { displayName: 'Client_Number', type: 'text', required: true, defaultValue: '100' },
	systemNumber: { displayName: 'System_Number', type: 'text', required: true, defaultValue: '00' },
	connectionUrl: {
		displayName: 'Connection_URL',
		type: 'text',
		required: true,
		placeholder: 'placeHolder_connectionUrl',
	},
	databaseName: { displayName: 'Database_Name', type: 'text', required: true },
	schemaName: { displayName: 'Schema_Name', type: 'text', placeholder: 'placeHolder_schemaName' },
	accountQuery: {
		displayName: 'Account_Query',
		type: 'textarea',
		defaultValue: 'SELECT * FROM users ORDER BY id',
	},
	useTls: { displayName: 'Use_TLS', type: 'toggle', defaultValue: 'true' },
	useSudo: { displayName: 'Use_Sudo', type: 'toggle', defaultValue: 'false' },
	baseDn: { displayName: 'User_Base_DN', type: 'text', required: true, placeholder: 'placeHolder_baseDn' },
	userFilter: { displayName: 'User_Filter', type: 'textarea' },
	groupFilter: {
		displayName: 'Group_Filter',
		type: 'textarea',
		parentKey: 'aggregateGroups',
		parentValue: 'true',
	},
	aggregateGroups: { displayName: 'Aggregate_Groups', type: 'toggle', defaultValue: 'true' },
	nestedGroups: {
		displayName: 'Nested_Groups',
		type: 'checkbox',
		parentKey: 'aggregateGroups',
		parentValue: 'true',
	},
	includeDisabled: { displayName: 'Include_Disabled', type: 'checkbox', defaultValue: 'true' },
	excludedAccounts: { displayName: 'Excluded_Accounts', type: 'list' },
	resourcePath: { displayName: 'Resource_Path', type: 'text', required: true, defaultValue: '/users' },
	requestHeaders: { displayName: 'Request_Headers', type: 'keyValue', helpKey: 'help_requestHeaders' },
	sites: { displayName: 'Sites', type: 'list' },
	futureHires: { displayName: 'Future_Hires', type: 'number', defaultValue: '30' },
	pageSize: { displayName: 'Page_Size', type: 'number', defaultValue: '100' },
	timeout: { displayName: 'Timeout', type: 'number', defaultValue: '60' },
	maxRetries: { displayName: 'Max_Retries', type: 'number', defaultValue: '3' },
	parallelRequests: { displayName: 'Parallel_Requests', type: 'number', defaultValue: '2' },
	file: {
		displayName: 'Import_File',
		type: 'fileupload',
		required: true,
		maxFiles: 1,
		maxSize: 51200,
		supportedExtensions: '.csv,.txt',
	},
	encoding: { displayName: 'Encoding', type: 'text', defaultValue: 'UTF-8' },
	hasHeader: { displayName: 'Has_Header', type: 'boolean', defaultValue: 'true' },
	delimiter: {
		displayName: 'Delimiter',
		type: 'select',
		defaultValue: ',',
		options: [
			['Delimiter_comma', ','],
			['Delimiter_semicolon', ';'],
			['Delimiter_tab', 'tab'],
		],
	},
	environment: {
		displayName: 'Environment',
		type: 'radio',
		defaultValue: 'production',
		options: [
			['Environment_production', 'production'],
			['Environment_test', 'test'],
		],
	},
	region: {
		displayName: 'Region',
		type: 'select',
		defaultValue: 'eu',
		options: [
			['Region_eu', 'eu'],
			['Region_us', 'us'],
			['Region_ap', 'ap'],
		],
	},
} satisfies Record<string, FieldRow>;

export type FieldName = keyof typeof rows;

/** The fields that the forms of the products are put together from. */
export const fieldTable: Readonly<Record<FieldName, FieldRow>> = rows;
