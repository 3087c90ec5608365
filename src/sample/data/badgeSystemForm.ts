import { field, menu, section } from './builders';

const connection = menu('connection', [
	section(
		'service',
		[
			field('url', 'serviceUrl', 'HostURL', { required: true, placeholder: 'placeHolder_serviceUrl' }),
			field('select', 'apiVersion', 'API_Version', {
				defaultValue: 'v2',
				options: [
					['API_latest', 'latest'],
					['API_v2', 'v2'],
					['API_v1', 'v1'],
				],
			}),
			field('select', 'payloadFormat', 'Payload_Format', {
				defaultValue: 'json',
				options: [
					['Format_JSON', 'json'],
					['Format_XML', 'xml'],
				],
			}),
			field('keyValue', 'requestHeaders', 'Request_Headers', { help: 'help_requestHeaders' }),
			field('list', 'sites', 'Sites'),
		],
		'guide',
	),
	section(
		'authentication',
		[
			field('radio', 'authenticationType', 'Authentication_Type', {
				required: true,
				defaultValue: 'apiKey',
				options: [
					['Auth_Basic', 'basic'],
					['Auth_OAuth', 'oauth'],
					['Auth_API_Key', 'apiKey'],
					['Auth_JWT', 'jwt'],
				],
			}),
			field('text', 'userName', 'User_Name', { required: true, when: ['authenticationType', 'basic'] }),
			field('secret', 'password', 'Password', { required: true, when: ['authenticationType', 'basic'] }),
			field('url', 'tokenUrl', 'Token_URL', {
				placeholder: 'placeHolder_tokenUrl',
				when: ['authenticationType', 'oauth'],
			}),
			field('text', 'clientId', 'Client_ID', { when: ['authenticationType', 'oauth'] }),
			field('secret', 'clientSecret', 'Client_Secret', { when: ['authenticationType', 'oauth'] }),
			field('list', 'scopes', 'Scopes', { when: ['authenticationType', 'oauth'] }),
			field('text', 'apiKeyHeader', 'API_Key_Header', {
				defaultValue: 'X-Api-Key',
				when: ['authenticationType', 'apiKey'],
			}),
			field('secret', 'apiKey', 'API_Key', { required: true, when: ['authenticationType', 'apiKey'] }),
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
		field('number', 'proxyPort', 'ProxyPort', { defaultValue: '3128', when: ['useProxy', 'true'] }),
		field('fileupload', 'caCertificate', 'CA_Certificate', {
			upload: { maxFiles: 1, maxSize: 64, extensions: '.pem' },
		}),
		field('checkbox', 'verifyHostName', 'Verify_Host_Name', { defaultValue: 'true' }),
	]),
]);

const endpoints = menu('endpoints', [
	section('accountEndpoint', [
		field('text', 'accountPath', 'Resource_Path', { required: true, defaultValue: '/holders' }),
		field('select', 'accountMethod', 'HTTP_Method', {
			defaultValue: 'GET',
			options: [
				['Method_GET', 'GET'],
				['Method_POST', 'POST'],
			],
		}),
		field('textarea', 'accountBody', 'Request_Body', { validateJSON: true, when: ['accountMethod', 'POST'] }),
		field('text', 'accountRoot', 'Root_Path', { defaultValue: '$.holders[*]', help: 'help_rootPath' }),
		field('cardList', 'extraEndpoints', 'Extra_Endpoints'),
	]),
	section('groupEndpoint', [
		field('toggle', 'aggregateGroups', 'Aggregate_Groups', { defaultValue: 'true' }),
		field('text', 'groupPath', 'Resource_Path', {
			defaultValue: '/zones',
			when: ['aggregateGroups', 'true'],
		}),
		field('text', 'groupRoot', 'Root_Path', {
			defaultValue: '$.zones[*]',
			help: 'help_rootPath',
			when: ['aggregateGroups', 'true'],
		}),
	]),
]);

const advanced = menu('advanced', [
	section(
		'provisioning',
		[
			field('toggle', 'allowCreate', 'Allow_Create', { defaultValue: 'true' }),
			field('textarea', 'createBody', 'Request_Body', {
				defaultValue: '{ "holder": "$plan.holderId$", "validTo": null }',
				when: ['allowCreate', 'true'],
			}),
			field('boolean', 'printBadge', 'Print_Badge', { defaultValue: 'false', when: ['allowCreate', 'true'] }),
			field('select', 'badgeLayout', 'Badge_Layout', {
				defaultValue: 'portrait',
				when: ['printBadge', 'true'],
				options: [
					['Layout_portrait', 'portrait'],
					['Layout_landscape', 'landscape'],
				],
			}),
			field('radio', 'onDelete', 'On_Delete', {
				defaultValue: 'disable',
				options: [
					['Delete_remove', 'remove'],
					['Delete_disable', 'disable'],
				],
			}),
		],
		'permissions',
	),
	section('performance', [
		field('radio', 'paging', 'Paging', {
			defaultValue: 'offset',
			options: [
				['Paging_none', 'none'],
				['Paging_offset', 'offset'],
				['Paging_cursor', 'cursor'],
			],
		}),
		field('number', 'pageSize', 'Page_Size', { defaultValue: '100', when: ['paging', 'offset'] }),
		field('text', 'cursorField', 'Cursor_Field', { when: ['paging', 'cursor'] }),
		field('number', 'timeout', 'Timeout', { defaultValue: '30' }),
		field('number', 'maxRetries', 'Max_Retries', { defaultValue: '2' }),
		field('number', 'requestsPerMinute', 'Requests_Per_Minute', { defaultValue: '300' }),
	]),
	section('notifications', [
		field('toggle', 'notify', 'Notify', { defaultValue: 'false' }),
		field('list', 'recipients', 'Recipients', { when: ['notify', 'true'] }),
		field('textarea', 'message', 'Message', { when: ['notify', 'true'] }),
	]),
]);

export const badgeSystemMenus = [connection, endpoints, advanced];
