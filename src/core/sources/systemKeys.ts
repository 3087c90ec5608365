/**
 * Keys of connectorAttributes that the service adds by itself, by what they are for. None is documented as a whole: they were
 * seen in SailPoint's documentation and in answers of tenants.
 */
const systemKeys = {
	'copies of the state of the source': ['healthy', 'since', 'status', 'connectionType', 'connectorName'],
	'state while it runs': [
		'cloudCacheUpdate',
		'slpt-source-diagnostics',
		'sourceConnected',
		'hasFullAggregationCompleted',
		'deltaAggregation',
		'oauth_token_info',
		'acctAggregationStart',
		'acctAggregationEnd',
		'accountDeltaLink',
		'md5',
		'subscribedSkus',
		'accountDeltaToken',
		'groupDeltaToken',
		'groupMembershipDeltaToken',
		'recommendationStatus',
		'invocationId',
		'commandType',
	],
	bookkeeping: [
		'cloudDisplayName',
		'cloudExternalId',
		'templateApplication',
		'formPath',
		'beforeProvisioningRule',
		'deleteThresholdPercentage',
		'cloudOriginalApplicationType',
		'cloudIdentityProfileName',
		'cloudAuthoritativeSourcePrecedence',
		'idnPreviousCorrelationConfig',
		'sourceDescription',
		'managementWorkgroup',
		'managerCorrelationFilter',
		'encrypted',
		'labels',
		'version',
		'deleteEmpty',
	],
	SaaS: [
		'idnProxyType',
		'spConnectorSpecId',
		'spConnectorInstanceId',
		'spConnectorInstanceName',
		'spConnectorSupportsCustomSchemas',
		'spConnEnableStatefulCommands',
		'spConnDebugLoggingEnabled',
	],
	'set elsewhere in the product': [
		'healthCheckTimeout',
		'aggregateTimeout',
		'provisioningTimeout',
		'supportsDeltaAgg',
		'deltaAggregationEnabled',
		'filterString',
		'accountCreateNotification',
	],
} as const;

const names: ReadonlySet<string> = new Set(Object.values(systemKeys).flat());

/** Keys whose ends differ, such as one for each type of object. */
const beginnings: readonly string[] = ['lastAggregationDate_'];

/** @param more keys that people have added */
export function isSystemKey(key: string, more: readonly string[]): boolean {
	return names.has(key) || beginnings.some(each => key.startsWith(each)) || more.includes(key);
}
