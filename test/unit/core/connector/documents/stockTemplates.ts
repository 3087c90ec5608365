import {
	application,
	attributeDefinitions,
	attributes,
	directoryAttributes,
	reference,
	schema,
	script,
} from './templateParts';

const account = (definitions: string, tag = '') =>
	schema(
		`displayAttribute="displayName" identityAttribute="uid" nativeObjectType="person" objectType="account" ${tag}`,
		definitions,
	);
const person = account(
	attributeDefinitions(directoryAttributes),
	'instanceAttribute="" includePermissions="false"',
);
const group = schema(
	`aggregationType="group" descriptionAttribute="description" displayAttribute="cn" featuresString="PROVISIONING, NO_GROUP_PERMISSIONS_PROVISIONING"
		hierarchyAttribute="memberOf" identityAttribute="dn" instanceAttribute="" nativeObjectType="Group" objectType="group"
		permissionsRemediationModificationType="None"`,
	attributeDefinitions(
		'dn\ncn\ndescription\nmember: string multi\nmemberOf: string multi schemaObjectType=group',
	),
	attributes({
		groupMemberAttribute: 'member',
		memberAttribute: 'dn',
		memberPrefix: 'uid=',
		memberSuffix: '',
	}),
);

/** By what is particular about each. */
export const stockTemplates: Readonly<Record<string, string>> = {
	'a directory': application(
		`connector="sailpoint.connector.LDAPConnector" featuresString="AUTHENTICATE, SEARCH, MANAGER_LOOKUP, UNLOCK, ENABLE, SYNC_PROVISIONING, PROVISIONING, PASSWORD, GROUP_PROVISIONING, CURRENT_PASSWORD" icon="directoryIcon" name="Staff Directory" profileClass="" type="Directory"`,
		attributes({
			host: 'ldap.%%DOMAIN%%',
			port: '636',
			useSSL: '<Boolean>true</Boolean>',
			searchDNs:
				'<List>\n<Map>\n<entry key="searchDN" value="ou=people"/>\n<entry key="groupMembershipSearchDN"/>\n</Map>\n</List>',
			pageSize: '',
		}),
		`<Schemas>\n${person}\n${group}\n</Schemas>`,
		reference('AccountCorrelationConfig', 'CorrelationConfig', 'Staff Directory'),
		'<ApplicationScorecard created="1488" id="2c91" incomplete="true"/>',
	),
	'a directory of old, with Templates': application(
		`authoritative="false" connector="sailpoint.connector.LDAPConnector" featuresString="PROVISIONING, DIRECT_PERMISSIONS, USES_UUID, PREFER_UUID" name="Old Directory" type="LDAP"`,
		reference('Owner', 'Identity', 'spadmin'),
		`<Schemas>\n${person}\n${group}\n</Schemas>`,
		`<Templates>
<Template name="account" schemaObjectType="account" usage="Create">
<Field displayName="con_prov_policy_ldap_dn" helpKey="help_con_prov_policy_ldap_dn" name="dn" required="true" section="main" type="string"/>
<Field displayName="con_prov_policy_ldap_password" name="password" reviewRequired="true" type="secret" value="%%INITIAL%%"/>
</Template>
<Template name="group create" schemaObjectType="group" usage="CreateGroup">
<Field displayName="Name" name="cn" type="string"/>
</Template>
<Template name="group edit" schemaObjectType="group" usage="EditGroup"><Field displayName="Name" name="cn"/></Template>
</Templates>`,
	),
	'a database': application(
		`connector="sailpoint.connector.JDBCConnector" featuresString="DISCOVER_SCHEMA, PROVISIONING, SYNC_PROVISIONING, DIRECT_PERMISSIONS, SEARCH, ENABLE, UNLOCK" name="Badge Database" type="JDBC" id="ff80" created="1388" modified="1399" significantModified="1400"`,
		attributes({
			url: 'jdbc:mysql://%%HOST%%:3306/badges',
			SQL: 'select *&#13;&#10;from badges&#xD;&#xA;where active = 1',
			'account.mergeRows': '<Boolean>false</Boolean>',
			timeouts: '<List>\n<Integer>10</Integer>\n<Long>600000</Long>\n<Float>0.5</Float>\n<null/>\n</List>',
			since: '<Date>1388534400000</Date>',
			columns: '<Set>\n<String>LOGIN</String>\n<String>MAIL</String>\n</Set>',
		}),
		`<Schemas>\n${account(
			attributeDefinitions(
				'uid\ndisplayName\nBADGE NO: long required\nMAIL \nROOM/FLOOR\nROLES: string multi entitlement managed minable\nHIRED: date',
				false,
			),
		)}\n</Schemas>`,
	),
	'a delimited file': application(
		`authenticationResource="false" caseInsensitive="true" connector="sailpoint.connector.DelimitedFileConnector" featuresString="DIRECT_PERMISSIONS, NO_RANDOM_ACCESS, DISCOVER_SCHEMA" name="Payroll File" type="DelimitedFile"`,
		attributes({
			file: '',
			delimiter: ',',
			hasHeader: '<Boolean>true</Boolean>',
			transform: script('Script', 'return column.trim();'),
		}),
		`<Schemas>\n${account(
			attributeDefinitions(
				'uid\ndisplayName\nid: integer\nname\nsalary band: string displayName=Band categoryName=Pay source=file\nteam: string multiValued objectMapping=team correlationKeyAssigned',
			),
		)}\n</Schemas>`,
		`<CustomizationRule>\n<Reference class="sailpoint.object.Rule" name="Trim All"/>\n</CustomizationRule>`,
	),
	'a mainframe with a proxy': application(
		`connector="sailpoint.connector.ADIRECT" featuresString="PROXY, PASSWORD, COMPOSITE, NO_PERMISSIONS_PROVISIONING, NO_DIRECT_PERMISSIONS_PROVISIONING, NO_UNSTRUCTURED_TARGETS_PROVISIONING" proxiedName="MF01" cluster="none" name="Mainframe" type="Mainframe" disabled="false" assignedScopePath="a:b" maintenanceExpiration="0"`,
		reference('ProxyApplication', 'Application', 'Gateway'),
		reference('AssignedScope', 'Scope', 'EMEA'),
		`<Remediators>\n<Reference class="sailpoint.object.Identity" name="Operators"/>\n<Reference class="sailpoint.object.Identity" name="Desk"/>\n</Remediators>`,
		`<Schemas>\n${schema(
			'childHierarchy="true" displayAttribute="User ID" identityAttribute="USER_ID" indexPermissions="true" name="users" nativeObjectType="USER" noPermissionPromotion="true" objectType="account"',
			attributeDefinitions(
				'USER_ID\nOWNER\nSPECIAL: boolean remediationModificationType=Freetext\nGROUPS: string multi remediationModificationType=Select',
			),
		)}\n</Schemas>`,
	),
	'web services': application(
		`connector="sailpoint.connector.webservices.WebServicesConnector" featuresString="PROVISIONING, SYNC_PROVISIONING, ENABLE, ACCOUNT_ONLY_REQUEST, ADDITIONAL_ACCOUNT_REQUEST" name="Tickets" type="Web Services"`,
		attributes({
			genericWebServiceBaseUrl: 'https://tickets.example.com',
			connectionParameters: `<List>
<Map>
<entry key="uniqueNameForEndPoint" value="Get Accounts"/>
<entry key="rootPath" value="$.users"/>
<entry key="body"><value><Map><entry key="jsonBody" value="{&quot;a&quot;:1}"/><entry key="bodyFormat" value="raw"/></Map></value></entry>
<entry key="resMappingObj"/>
<entry key="pagingSteps"/>
</Map>
</List>`,
		}),
		`<Schemas>\n${account(attributeDefinitions('uid\ndisplayName\nroles: string multi entitlement managed schemaObjectType=role'))}\n${schema(
			'associationSchemaName="account" cloudAccessType="role" aggregationType="group" displayAttribute="name" identityAttribute="id" nativeObjectType="role" objectType="role"',
			attributeDefinitions('id\nname'),
		)}\n</Schemas>`,
	),
	'an application that others extract from': application(
		`featuresString="ARM_SECURITY_EXTRACT, ARM_UTILIZATION_EXTRACT, ARM_CHANGELOG_EXTRACT, APPLICATION_DISCOVERY, DELETE, GROUPS_HAVE_MEMBERS, NO_AGGREGATION, TEMPLATE, UNSTRUCTURED_TARGETS, SHAREPOINT_TARGET" connector="sailpoint.connector.OpenConnectorAdapter" name="Finance" type="Finance - Direct"`,
		'<Description>What finance works with</Description>',
		...['CorrelationRule', 'ManagerCorrelationRule', 'CreationRule', 'ManagedAttributeCustomizationRule'].map(
			rule => reference(rule, 'Rule', `Finance ${rule}`),
		),
		`<PasswordPolicies>\n<PasswordPolicyHolder>\n${reference('PolicyRef', 'PasswordPolicy', 'Twelve Letters')}\n</PasswordPolicyHolder>\n</PasswordPolicies>`,
	),
	'everything on one line, without a final line end': `<?xml version='1.0' encoding='UTF-8' standalone="no"?><!-- ours --><!DOCTYPE Application PUBLIC 'sailpoint.dtd' 'sailpoint.dtd'><Application name='One' connector='a.B' type='One' featuresString='ITERATE'><Schemas>${account(attributeDefinitions('uid\ndisplayName'))}</Schemas></Application>`,
};
