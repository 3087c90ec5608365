import * as vscode from 'vscode';
import { filterTexts } from './vocabularyCorrelationTexts';
import { featureTexts } from './vocabularyFeatureTexts';
import { provisioningTexts } from './vocabularyProvisioningTexts';
import type { WordTexts } from './wordTexts';
import { valueTexts } from './vocabularyValueTexts';

const modifications = (attribute: string): WordTexts => ({
	[`${attribute}=None`]: () => vscode.l10n.t('Not at all.'),
	[`${attribute}=Select`]: () => vscode.l10n.t('By choosing another value.'),
	[`${attribute}=Freetext`]: () => vscode.l10n.t('By typing another value.'),
});

/** What the words of a source-template mean. */
export const applicationTexts: WordTexts = {
	Application: () => vscode.l10n.t('What a source of this connector starts from.'),
	'Application@name': () => vscode.l10n.t('The name of the template.'),
	'Application@connector': () => vscode.l10n.t("The Java class that does the connector's work."),
	'Application@type': () => vscode.l10n.t('The type of the connector.'),
	'Application@featuresString': () => vscode.l10n.t('What the connector can do, separated by commas.'),
	...featureTexts('Application@featuresString'),
	'Application@icon': () => vscode.l10n.t('The icon of the connector.'),
	'Application@profileClass': () => vscode.l10n.t('A Java class that completes the definition.'),
	'Application@authoritative': () =>
		vscode.l10n.t('Whether identities are created from the accounts of the source.'),
	'Application@caseInsensitive': () => vscode.l10n.t('Whether account names ignore case.'),
	'Application@disabled': () => vscode.l10n.t('Whether the source is disabled.'),
	'Application@cluster': () => vscode.l10n.t('The cluster of virtual appliances that runs the connector.'),
	'Application@proxiedName': () =>
		vscode.l10n.t('What a proxy calls the application, if another one stands in for it.'),
	'Application@authenticationResource': () =>
		vscode.l10n.t('Whether people can sign in with their password in the application.'),
	'Application@id': () => vscode.l10n.t('The id of the object. A new source gets a new id.'),
	'Application@created': () => vscode.l10n.t('When the object was created, in milliseconds since 1970.'),
	'Application@modified': () =>
		vscode.l10n.t('When the object was last changed, in milliseconds since 1970.'),
	'Application@significantModified': () =>
		vscode.l10n.t('When the object was last changed in a way that matters, in milliseconds since 1970.'),
	'Application@assignedScopePath': () => vscode.l10n.t('The path of the scope that the object belongs to.'),
	'Application@maintenanceExpiration': () =>
		vscode.l10n.t('When the maintenance of the source ends, in milliseconds since 1970.'),
	...valueTexts,
	...filterTexts,
	...provisioningTexts,
	Schemas: () => vscode.l10n.t('What the connector reads: accounts, and groups perhaps.'),
	Schema: () => vscode.l10n.t('The attributes of one kind of object that the connector reads.'),
	'Schema@objectType': () => vscode.l10n.t('What the objects are to Identity Security Cloud.'),
	'Schema@objectType=account': () => vscode.l10n.t('Accounts, which are matched to identities.'),
	'Schema@objectType=group': () => vscode.l10n.t('Groups, which accounts are members of.'),
	'Schema@nativeObjectType': () => vscode.l10n.t('What the application itself calls the objects.'),
	'Schema@identityAttribute': () => vscode.l10n.t('The attribute that tells one object from all others.'),
	'Schema@displayAttribute': () => vscode.l10n.t('The attribute by which people know an object.'),
	'Schema@groupAttribute': () => vscode.l10n.t('The attribute that names the groups of an account.'),
	'Schema@hierarchyAttribute': () => vscode.l10n.t('The attribute that names the group above a group.'),
	'Schema@featuresString': () =>
		vscode.l10n.t('What the connector can do with these objects, separated by commas.'),
	...featureTexts('Schema@featuresString'),
	'Schema@descriptionAttribute': () => vscode.l10n.t('The attribute that describes an object.'),
	'Schema@instanceAttribute': () =>
		vscode.l10n.t('The attribute that names the instance of the application, where there are several.'),
	'Schema@associationSchemaName': () => vscode.l10n.t('The schema of the objects that these belong to.'),
	'Schema@cloudAccessType': () => vscode.l10n.t('What kind of cloud access the objects are.'),
	'Schema@cloudAccessType=role': () => vscode.l10n.t('Roles.'),
	'Schema@cloudAccessType=group': () => vscode.l10n.t('Groups.'),
	'Schema@permissionsRemediationModificationType': () =>
		vscode.l10n.t('How permissions may be changed when access is removed.'),
	...modifications('Schema@permissionsRemediationModificationType'),
	'Schema@name': () => vscode.l10n.t('The name of the schema.'),
	'Schema@childHierarchy': () =>
		vscode.l10n.t('Whether the hierarchyAttribute names the objects below, not those above.'),
	'Schema@indexPermissions': () => vscode.l10n.t('Whether permissions can be searched quickly.'),
	'Schema@noPermissionPromotion': () => vscode.l10n.t('Whether permissions are not kept as entitlements.'),
	'Schema@id': () => vscode.l10n.t('The id of the schema.'),
	'Schema@created': () => vscode.l10n.t('When the schema was created, in milliseconds since 1970.'),
	'Schema@modified': () => vscode.l10n.t('When the schema was last changed, in milliseconds since 1970.'),
	'Schema@includePermissions': () => vscode.l10n.t('Whether permissions are read with the objects.'),
	'Schema@aggregationType': () => vscode.l10n.t('How the objects are read.'),
	'Schema@aggregationType=group': () => vscode.l10n.t('As groups, whatever their object type is called.'),
	AttributeDefinition: () => vscode.l10n.t('An attribute that the connector reads.'),
	'AttributeDefinition@name': () => vscode.l10n.t('The name of the attribute.'),
	'AttributeDefinition@type': () => vscode.l10n.t('What the attribute holds.'),
	'AttributeDefinition@type=string': () => vscode.l10n.t('A text.'),
	'AttributeDefinition@type=int': () => vscode.l10n.t('A whole number.'),
	'AttributeDefinition@type=boolean': () => vscode.l10n.t('True or false.'),
	'AttributeDefinition@type=date': () => vscode.l10n.t('A date.'),
	'AttributeDefinition@type=long': () => vscode.l10n.t('A whole number, however large.'),
	'AttributeDefinition@type=integer': () => vscode.l10n.t('A whole number. The service calls it int.'),
	'AttributeDefinition@displayName': () => vscode.l10n.t('What people see as the name of the attribute.'),
	'AttributeDefinition@required': () => vscode.l10n.t('Whether every object has it.'),
	'AttributeDefinition@multi': () => vscode.l10n.t('Whether it may hold several values.'),
	'AttributeDefinition@multiValued': () => vscode.l10n.t('Whether it may hold several values.'),
	'AttributeDefinition@entitlement': () =>
		vscode.l10n.t('Whether its values are access that can be requested and reviewed.'),
	'AttributeDefinition@group': () => vscode.l10n.t('Whether its values are groups.'),
	'AttributeDefinition@managed': () =>
		vscode.l10n.t('Whether its values are kept as entitlements with descriptions and owners.'),
	'AttributeDefinition@minable': () => vscode.l10n.t('Whether patterns of access may be looked for in it.'),
	'AttributeDefinition@indexed': () => vscode.l10n.t('Whether it can be searched quickly.'),
	'AttributeDefinition@schemaObjectType': () =>
		vscode.l10n.t('The schema of the objects that its values name.'),
	'AttributeDefinition@correlationKey': () =>
		vscode.l10n.t('Its place among the attributes that match an account.'),
	'AttributeDefinition@correlationKey=1': () => vscode.l10n.t('The first one.'),
	'AttributeDefinition@correlationKey=2': () => vscode.l10n.t('The second one.'),
	'AttributeDefinition@correlationKeyAssigned': () =>
		vscode.l10n.t('Whether a place among the attributes that match an account was assigned.'),
	'AttributeDefinition@objectMapping': () => vscode.l10n.t('What the attribute is mapped to.'),
	'AttributeDefinition@source': () => vscode.l10n.t('Where the attribute comes from.'),
	'AttributeDefinition@defaultValue': () => vscode.l10n.t('The value of an object that has none.'),
	'AttributeDefinition@categoryName': () => vscode.l10n.t('The group of attributes that it is shown in.'),
	'AttributeDefinition@helpKey': () =>
		vscode.l10n.t('The text that explains the attribute: a message key, or plain words.'),
	'AttributeDefinition@internalName': () => vscode.l10n.t('What the application itself calls the attribute.'),
	'AttributeDefinition@remediationModificationType': () =>
		vscode.l10n.t('How its values may be changed when access is removed.'),
	...modifications('AttributeDefinition@remediationModificationType'),
	AccountCorrelationConfig: () => vscode.l10n.t('Which correlation-config matches accounts to identities.'),
	CorrelationRule: () => vscode.l10n.t('The rule that matches accounts to identities.'),
	ManagerCorrelationRule: () => vscode.l10n.t('The rule that finds the manager of an identity.'),
	CreationRule: () => vscode.l10n.t('The rule that runs when an identity is created from an account.'),
	CustomizationRule: () => vscode.l10n.t('The rule that changes accounts after they were read.'),
	ManagedAttributeCustomizationRule: () =>
		vscode.l10n.t('The rule that changes entitlements after they were read.'),
	Remediators: () => vscode.l10n.t('The identities that remove access where the connector cannot.'),
	ProxyApplication: () => vscode.l10n.t("The application whose connector stands in for this one's."),
	AssignedScope: () => vscode.l10n.t('The scope that the object belongs to.'),
	ApplicationScorecard: () => vscode.l10n.t('The risk scores of the application; a template needs none.'),
	'ApplicationScorecard@id': () => vscode.l10n.t('The id of the scorecard.'),
	'ApplicationScorecard@created': () =>
		vscode.l10n.t('When the scorecard was created, in milliseconds since 1970.'),
	'ApplicationScorecard@modified': () =>
		vscode.l10n.t('When the scorecard was last changed, in milliseconds since 1970.'),
	'ApplicationScorecard@compositeScore': () => vscode.l10n.t('The total of the scores.'),
	'ApplicationScorecard@incomplete': () => vscode.l10n.t('Whether scores are missing.'),
	PasswordPolicies: () => vscode.l10n.t('The password policies of the application.'),
	PasswordPolicyHolder: () => vscode.l10n.t('A password policy, and whom it applies to.'),
	PolicyRef: () => vscode.l10n.t('The password policy itself.'),
};
