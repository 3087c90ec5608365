import { field, menu, section } from './builders';

const connection = menu('connection', [
	section(
		'instance',
		[
			field('url', 'instanceUrl', 'HostURL', { required: true, placeholder: 'placeHolder_instanceUrl' }),
			field('select', 'apiVersion', 'API_Version', {
				defaultValue: 'latest',
				options: [
					['API_latest', 'latest'],
					['API_v2', 'v2'],
					['API_v1', 'v1'],
				],
			}),
			field('toggle', 'sandbox', 'Sandbox', { defaultValue: 'false' }),
			field('text', 'sandboxName', 'Sandbox_Name', { required: true, when: ['sandbox', 'true'] }),
		],
		'guide',
	),
	section(
		'authentication',
		[
			field('radio', 'authenticationType', 'Authentication_Type', {
				required: true,
				defaultValue: 'oauth',
				options: [
					['Auth_Basic', 'basic'],
					['Auth_OAuth', 'oauth'],
					['Auth_JWT', 'jwt'],
				],
			}),
			field('text', 'userName', 'User_Name', { required: true, when: ['authenticationType', 'basic'] }),
			field('secret', 'password', 'Password', { required: true, when: ['authenticationType', 'basic'] }),
			field('url', 'tokenUrl', 'Token_URL', {
				placeholder: 'placeHolder_tokenUrl',
				when: ['authenticationType', 'oauth'],
			}),
			field('select', 'grantType', 'Grant_Type', {
				defaultValue: 'client_credentials',
				when: ['authenticationType', 'oauth'],
				options: [
					['Grant_client', 'client_credentials'],
					['Grant_refresh', 'refresh_token'],
				],
			}),
			field('text', 'clientId', 'Client_ID', { when: ['authenticationType', 'oauth'] }),
			field('secret', 'clientSecret', 'Client_Secret', { when: ['authenticationType', 'oauth'] }),
			field('secret', 'refreshToken', 'Refresh_Token', { when: ['grantType', 'refresh_token'] }),
			field('text', 'keyId', 'Key_ID', { when: ['authenticationType', 'jwt'] }),
			field('secrettextarea', 'privateKey', 'Private_Key', {
				placeholder: 'placeHolder_privateKey',
				when: ['authenticationType', 'jwt'],
			}),
		],
		'authentication',
	),
	section('network', [
		field('toggle', 'useProxy', 'Use_Proxy', { defaultValue: 'false' }),
		field('text', 'proxyHost', 'ProxyHost', {
			placeholder: 'placeHolder_proxyHost',
			when: ['useProxy', 'true'],
		}),
		field('number', 'proxyPort', 'ProxyPort', { defaultValue: '8080', when: ['useProxy', 'true'] }),
		field('fileupload', 'caCertificate', 'CA_Certificate', {
			upload: { maxFiles: 3, maxSize: 64, extensions: '.pem,.crt,.cer' },
		}),
		field('keyValue', 'requestHeaders', 'Request_Headers', { help: 'help_requestHeaders' }),
	]),
]);

const objects = menu('objects', [
	section('users', [
		field('text', 'userTable', 'User_Table', { defaultValue: 'sys_user' }),
		field('textarea', 'userFilter', 'User_Filter', {
			defaultValue: 'active=true^ORactive=false',
			help: 'help_encodedQuery',
		}),
		field('list', 'userColumns', 'User_Columns'),
		field('checkbox', 'includeDisabled', 'Include_Disabled', { defaultValue: 'true' }),
		field('cardList', 'extraTables', 'Extra_Tables'),
	]),
	section('groups', [
		field('toggle', 'aggregateGroups', 'Aggregate_Groups', { defaultValue: 'true' }),
		field('text', 'groupTable', 'Group_Table', {
			defaultValue: 'sys_user_group',
			when: ['aggregateGroups', 'true'],
		}),
		field('textarea', 'groupFilter', 'Group_Filter', { when: ['aggregateGroups', 'true'] }),
		field('boolean', 'nestedGroups', 'Nested_Groups', { when: ['aggregateGroups', 'true'] }),
		field('toggle', 'aggregateRoles', 'Aggregate_Roles', { defaultValue: 'true' }),
		field('list', 'excludedRoles', 'Excluded_Roles', { when: ['aggregateRoles', 'true'] }),
	]),
	section('tickets', [
		field('toggle', 'createTickets', 'Create_Tickets', { defaultValue: 'false' }),
		field('radio', 'ticketType', 'Ticket_Type', {
			defaultValue: 'request',
			when: ['createTickets', 'true'],
			options: [
				['Ticket_incident', 'incident'],
				['Ticket_request', 'request'],
				['Ticket_change', 'change'],
			],
		}),
		field('text', 'assignmentGroup', 'Assignment_Group', { when: ['createTickets', 'true'] }),
		field('select', 'ticketPriority', 'Ticket_Priority', {
			defaultValue: '3',
			when: ['ticketType', 'incident'],
			options: [
				['Priority_high', '1'],
				['Priority_medium', '2'],
				['Priority_low', '3'],
			],
		}),
		field('textarea', 'ticketTemplate', 'Ticket_Template', {
			defaultValue: '{\n  "short_description": "Access for $user"\n}',
			validateJSON: true,
			when: ['createTickets', 'true'],
		}),
	]),
]);

const advanced = menu('advanced', [
	section(
		'provisioning',
		[
			field('keyValue', 'defaultAttributes', 'Default_Attributes', { help: 'help_defaultAttributes' }),
			field('select', 'onDelete', 'On_Delete', {
				defaultValue: 'disable',
				options: [
					['Delete_remove', 'remove'],
					['Delete_disable', 'disable'],
				],
			}),
			field('checkbox', 'mustChangePassword', 'Must_Change_Password', { defaultValue: 'true' }),
			field('boolean', 'waitForApproval', 'Wait_For_Approval', { defaultValue: 'false' }),
		],
		'permissions',
	),
	section('performance', [
		field('number', 'pageSize', 'Page_Size', { defaultValue: '200' }),
		field('number', 'timeout', 'Timeout', { defaultValue: '90' }),
		field('number', 'maxRetries', 'Max_Retries', { defaultValue: '3' }),
		field('number', 'parallelRequests', 'Parallel_Requests', { defaultValue: '4' }),
	]),
]);

export const serviceNowMenus = [connection, objects, advanced];
