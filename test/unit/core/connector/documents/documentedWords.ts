import type { XmlName } from '../../../../../src/core/connector/documentName';

/** What may stand in an element, its attributes, and values of those; each with spaces between them. */
export interface DocumentedWords {
	readonly children?: string;
	readonly attributes?: string;
	readonly values?: Readonly<Record<string, string>>;
}

const features = `AUTHENTICATE COMPOSITE DIRECT_PERMISSIONS DISCOVER_SCHEMA ENABLE MANAGER_LOOKUP NO_RANDOM_ACCESS PROXY
	SEARCH TEMPLATE UNLOCK UNSTRUCTURED_TARGETS SHAREPOINT_TARGET PROVISIONING GROUP_PROVISIONING SYNC_PROVISIONING
	PASSWORD CURRENT_PASSWORD ACCOUNT_ONLY_REQUEST ADDITIONAL_ACCOUNT_REQUEST NO_AGGREGATION GROUPS_HAVE_MEMBERS
	NO_PERMISSIONS_PROVISIONING NO_GROUP_PERMISSIONS_PROVISIONING NO_UNSTRUCTURED_TARGETS_PROVISIONING
	NO_DIRECT_PERMISSIONS_PROVISIONING PREFER_UUID USES_UUID ARM_SECURITY_EXTRACT ARM_UTILIZATION_EXTRACT
	ARM_CHANGELOG_EXTRACT APPLICATION_DISCOVERY DELETE ITERATE`;
const values = 'String Integer Long Boolean List Map Date Set Float DynamicValue Script Filter null';
const script = { children: 'Source' };
const reference = { children: 'Reference' };

/** The words of public specifications and of documents that many people have. */
export const documentedWords: Readonly<Record<XmlName, Readonly<Record<string, DocumentedWords>>>> = {
	'source-config': {
		Form: {
			children: 'BaseConfig Menu',
			attributes: 'xmlns type name connectorName directConnect fileUpload shortDesc status',
			values: { type: 'SourceConfig', status: 'released development demo deprecated' },
		},
		BaseConfig: { children: 'Field' },
		Menu: { children: 'Section', attributes: 'name label' },
		Section: { children: 'Field', attributes: 'name label sectionInfo docLink docLinkLabel' },
		Field: {
			children: 'AllowedValues',
			attributes: `name displayName type required defaultValue hidden value placeholder helpKey parentKey parentValue
				maxFiles maxSize supportedExtensions validateJSON`,
			values: {
				type: `text url secret radio fileupload boolean number textarea secrettextarea checkbox toggle select list keyValue
					cardList password`,
			},
		},
		AllowedValues: { children: 'Option' },
		Option: { attributes: 'label value' },
	},
	'source-template': {
		Application: {
			children: `Attributes Schemas ProvisioningForms Templates ProvisioningConfig AccountCorrelationConfig Owner
				ApplicationScorecard PasswordPolicies CustomizationRule Remediators CorrelationRule CreationRule
				ManagedAttributeCustomizationRule ProxyApplication ManagerCorrelationRule AssignedScope Description`,
			attributes: `name connector type featuresString icon profileClass authoritative id created modified
				significantModified assignedScopePath maintenanceExpiration caseInsensitive disabled cluster proxiedName
				authenticationResource`,
			values: { featuresString: features },
		},
		Attributes: { children: 'Map' },
		Map: { children: 'entry' },
		entry: { children: 'value', attributes: 'key value' },
		value: { children: values },
		List: { children: values },
		Script: script,
		Schemas: { children: 'Schema' },
		Schema: {
			children: 'AttributeDefinition Attributes',
			attributes: `objectType nativeObjectType identityAttribute displayAttribute groupAttribute hierarchyAttribute
				featuresString includePermissions aggregationType descriptionAttribute instanceAttribute
				permissionsRemediationModificationType associationSchemaName cloudAccessType name childHierarchy
				indexPermissions noPermissionPromotion`,
			values: {
				objectType: 'account group',
				aggregationType: 'group',
				featuresString: features,
				permissionsRemediationModificationType: 'None Select Freetext',
				cloudAccessType: 'role group',
			},
		},
		AttributeDefinition: {
			children: 'Description',
			attributes: `name type entitlement group managed multi required schemaObjectType correlationKey minable indexed
				internalName remediationModificationType displayName helpKey objectMapping source correlationKeyAssigned
				defaultValue categoryName multiValued`,
			values: {
				type: 'string boolean int long date integer',
				correlationKey: '1 2',
				remediationModificationType: 'None Select Freetext',
			},
		},
		ProvisioningForms: { children: 'Form' },
		Form: {
			children: 'Attributes Section Description Field',
			attributes: 'name objectType type',
			values: { type: 'Create Update Disable Enable Delete ChangePassword Unlock' },
		},
		Section: { children: 'Field Attributes', attributes: 'name label' },
		Field: {
			children: `AllowedValues Script Attributes AllowedValuesDefinition RuleRef ValidationScript DefaultValue
				OwnerDefinition`,
			attributes: `name displayName type required helpKey reviewRequired section value multi readOnly defaultValue
				filterString dynamic postBack hidden dependencies displayOnly template application`,
			values: { type: 'string secret boolean date ManagedAttribute int long' },
		},
		AllowedValues: { children: 'String' },
		AllowedValuesDefinition: { children: 'Value' },
		ValidationScript: script,
		RuleRef: reference,
		Templates: { children: 'Template' },
		Template: {
			children: 'Field',
			attributes: 'name usage schemaObjectType',
			values: {
				usage: 'Create Update Enable Disable Delete Unlock ChangePassword CreateGroup UpdateGroup EditGroup',
			},
		},
		ProvisioningConfig: {
			children: 'PlanInitializerScript ClusterScript ManagedResource',
			attributes: 'deleteToDisable noPermissions metaUser universalManager optimisticProvisioning',
		},
		PlanInitializerScript: script,
		ClusterScript: script,
		PasswordPolicies: { children: 'PasswordPolicyHolder' },
		PasswordPolicyHolder: { children: 'PolicyRef' },
		PolicyRef: reference,
		AccountCorrelationConfig: reference,
		Owner: reference,
		Remediators: reference,
		ProxyApplication: reference,
		AssignedScope: reference,
		CorrelationRule: reference,
		CreationRule: reference,
		CustomizationRule: reference,
		ManagedAttributeCustomizationRule: reference,
		ManagerCorrelationRule: reference,
		Reference: {
			attributes: 'class id name',
			values: {
				class: `sailpoint.object.CorrelationConfig sailpoint.object.Rule sailpoint.object.Identity
					sailpoint.object.PasswordPolicy sailpoint.object.Application sailpoint.object.Scope`,
			},
		},
	},
	'correlation-config': {
		CorrelationConfig: {
			children: 'AttributeAssignments DirectAssignments Description Owner',
			attributes: 'name id created modified',
		},
		AttributeAssignments: { children: 'Filter CompositeFilter' },
		Filter: {
			children: 'Value CollectionCondition SubqueryFilter',
			attributes: 'operation property value ignoreCase matchMode joinProperty subqueryClass subqueryProperty',
			values: {
				operation: `EQ NE LT GT LE GE IN CONTAINS_ALL LIKE NOTNULL ISNULL ISEMPTY JOIN LEFT_JOIN
					COLLECTION_CONDITION`,
				matchMode: 'ANYWHERE START END EXACT',
			},
		},
		CompositeFilter: {
			children: 'Filter CompositeFilter',
			attributes: 'operation',
			values: { operation: 'AND OR NOT' },
		},
		DirectAssignments: { children: 'DirectAssignment' },
		DirectAssignment: { children: 'Conditions CorrelatedIdentity' },
		Conditions: { children: 'Filter CompositeFilter' },
		CorrelatedIdentity: reference,
		Owner: reference,
	},
};
