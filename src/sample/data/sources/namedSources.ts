import type { SampleSource } from '../../service/sources/sampleSource';
import { idFor, type NewSource } from './buildSource';

const badges = '6f2c1b7e-93d4-4a58-8e0b-2d7f5c9a1e36';

/** The sources that are built in. */
export const namedSources: readonly NewSource[] = [
	{
		name: 'Corporate Directory',
		connector: 'active-directory-angularsc',
		description: 'Everybody at headquarters',
	},
	{
		name: 'Branch Directory',
		connector: 'active-directory-angularsc',
		values: { directoryUrl: 'ldaps://dc07.branches.example.com:636', domainName: 'branches.example.com' },
		change: source => {
			addAttribute(source, 'extensionAttribute7', 'Cost center of the branch');
		},
	},
	{ name: 'Directory Test Forest', connector: 'active-directory-angularsc', change: turnAround },
	{
		name: 'Legacy Directory',
		connector: 'active-directory-angularsc',
		description: 'Made with the first version of the form',
		values: {
			ldapHost: 'dc01.legacy.example.com',
			'ssl/enabled': 'yes',
			directoryUrl: undefined,
			searchDepth: 'children',
			pageSize: 'five hundred',
			domainControllers: 'dc01.legacy.example.com',
			useAgent: 1,
			onDelete: 'archive',
		},
	},
	{ name: 'Payroll Database', connector: 'jdbc-angularsc', isAuthoritative: true },
	{
		name: 'Warehouse Database',
		connector: 'jdbc-angularsc',
		values: { connectionUrl: 'jdbc:sqlserver://wh.example.com:1433;databaseName=stock' },
		change: source => {
			ignoreCase(source, 0);
		},
	},
	{ name: 'Learning Database', connector: 'jdbc-angularsc', change: withoutEncrypted },
	{ name: 'ServiceNow Production', connector: 'servicenow-saas' },
	{ name: 'ServiceNow Test', connector: 'servicenow-saas', change: asLive },
	{ name: 'ServiceNow Training', connector: 'servicenow-saas', change: withoutCorrelation },
	{ name: 'Badges Lyon', connector: badges },
	{ name: 'Badges Sevilla', connector: badges },
	{ name: 'Badges Würzburg', connector: badges },
	{ name: 'Badges Old Campus', connector: badges, values: { apiVersion: 'v0', badgeColour: 'blue' } },
	{ name: 'Contractors', connector: 'delimited-file', description: 'A file from the agency, every Monday' },
	{ name: 'Board Members', connector: 'delimited-file' },
	{ name: 'Pensioners', connector: 'delimited-file-angularsc' },
	{ name: 'Intranet Profiles', connector: 'web-services-angularsc' },
	{ name: 'Travel Portal', connector: 'web-services-angularsc' },
	{ name: 'Staff Directory', connector: 'ldap-angularsc' },
	{
		name: 'Research Directory',
		connector: 'ldap-angularsc',
		change: source => {
			addAttribute(source, 'orcid', 'Number of the researcher');
			ignoreCase(source, 1);
		},
	},
	{ name: 'Workday', connector: 'workday', isAuthoritative: true, change: withRules },
	{ name: 'Salesforce Europe', connector: 'salesforce-saas' },
	{ name: 'Salesforce Sandbox', connector: 'salesforce-saas' },
	{ name: 'Okta', connector: 'okta-saas', change: withPartialMatches },
	{ name: 'Entra ID', connector: 'Microsoft-Entra' },
	{
		name: 'Executive Directory',
		connector: 'ldap-angularsc',
		change: source => {
			source.isRefused = true;
		},
	},
	{ name: 'Parking North', connector: 'northwind-parking-8842' },
	{ name: 'Parking South', connector: 'northwind-parking-8842' },
	{
		name: 'Old Mainframe',
		connector: 'retired-mainframe-7781',
		values: { host: 'mvs1.example.com', port: 23 },
	},
];

/** The service itself, which nobody owns. */
export const internalSource: NewSource = {
	name: 'IdentityNow',
	connector: 'identitynow',
	change: source => {
		source.isInternal = true;
		source.fields.owner = null;
		source.correlation = null;
	},
};

function addAttribute(source: SampleSource, name: string, description: string): void {
	const [account, ...others] = source.schemas;
	const added = { name, nativeName: null, type: 'STRING', schema: null, description };
	source.schemas = [
		{
			...account,
			attributes: [
				...(account?.attributes ?? []),
				{ ...added, isMulti: false, isEntitlement: false, isGroup: false },
			],
			modified: source.fields.modified ?? null,
		},
		...others,
	];
}

type Assignments = NonNullable<NonNullable<SampleSource['correlation']>['attributeAssignments']>;

function changeAssignments(source: SampleSource, change: (assignments: Assignments) => Assignments): void {
	source.correlation = {
		...source.correlation,
		attributeAssignments: change(source.correlation?.attributeAssignments ?? []),
	};
}

function ignoreCase(source: SampleSource, index: number): void {
	changeAssignments(source, assignments =>
		assignments.map((each, at) => (at === index ? { ...each, ignoreCase: each.ignoreCase !== true } : each)),
	);
}

function turnAround(source: SampleSource): void {
	changeAssignments(source, assignments => [...assignments].reverse());
}

/** In the shape that live tenants answer, which the specification does not know. */
function asLive(source: SampleSource): void {
	changeAssignments(source, assignments =>
		assignments.map((each, at) => ({ ...each, matchMode: null, filterString: null, sequence: at + 1 })),
	);
}

function withoutCorrelation(source: SampleSource): void {
	source.correlation = null;
}

function withoutEncrypted(source: SampleSource): void {
	delete source.attributes?.['encrypted'];
}

/** With all that most sources do not have. */
function withRules({ fields }: SampleSource): void {
	const reference = (type: string, name: string) => ({ type, id: idFor(name), name });
	fields.accountCorrelationRule = reference('RULE', 'Correlate Workers by Contract');
	fields.managerCorrelationMapping = { accountAttributeName: 'manager', identityAttributeName: 'uid' };
	fields.managerCorrelationRule = reference('RULE', 'Find Managers of Workers');
	fields.beforeProvisioningRule = reference('RULE', 'Never Write to Workday');
	fields.managementWorkgroup = reference('GOVERNANCE_GROUP', 'HR Systems');
	fields.passwordPolicies = [reference('PASSWORD_POLICY', 'Corporate Password Policy')];
	fields.category = 'CredentialProvider';
}

/** With comparisons that no correlation-config of a connector has. */
function withPartialMatches(source: SampleSource): void {
	changeAssignments(source, assignments => [
		...assignments,
		{ property: 'displayName', value: 'userName', operation: 'EQ', complex: false, matchMode: 'START' },
		{
			property: 'department',
			value: 'department',
			operation: 'EQ',
			complex: true,
			ignoreCase: true,
			filterString: 'department == "Sales"',
		},
	]);
}
