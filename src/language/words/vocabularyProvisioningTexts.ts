import * as vscode from 'vscode';
import type { WordTexts } from './wordTexts';
import { scriptTexts } from './vocabularyValueTexts';

const changes: WordTexts = {
	Create: () => vscode.l10n.t('An account or another object is created.'),
	Update: () => vscode.l10n.t('An object is changed.'),
	Enable: () => vscode.l10n.t('An account is enabled.'),
	Disable: () => vscode.l10n.t('An account is disabled.'),
	Delete: () => vscode.l10n.t('An object is deleted.'),
	Unlock: () => vscode.l10n.t('An account is unlocked.'),
	ChangePassword: () => vscode.l10n.t('A password is changed.'),
	CreateGroup: () => vscode.l10n.t('A group is created.'),
	UpdateGroup: () => vscode.l10n.t('A group is changed.'),
	EditGroup: () => vscode.l10n.t('A group is edited.'),
};

const changesOf = (attribute: string): WordTexts =>
	Object.fromEntries(Object.entries(changes).map(([name, text]) => [`${attribute}=${name}`, text]));

/** What the words of provisioning forms mean. */
export const provisioningTexts: WordTexts = {
	ProvisioningForms: () => vscode.l10n.t('What is needed to create and change accounts and groups.'),
	Form: () => vscode.l10n.t('The attributes that are set for one kind of change.'),
	'Form@name': () => vscode.l10n.t('The name of the form.'),
	'Form@objectType': () => vscode.l10n.t('What kind of object is changed.'),
	'Form@type': () => vscode.l10n.t('The kind of change.'),
	...changesOf('Form@type'),
	Section: () => vscode.l10n.t('A group of fields under a heading.'),
	'Section@name': () => vscode.l10n.t('The name of the section, not shown to people.'),
	'Section@label': () => vscode.l10n.t('The heading: a message key, or plain words.'),
	Field: () => vscode.l10n.t('An attribute that is set.'),
	'Field@name': () => vscode.l10n.t('The name of the attribute in the schema.'),
	'Field@displayName': () => vscode.l10n.t('What people see as its name: a message key, or plain words.'),
	'Field@type': () => vscode.l10n.t('What the field holds.'),
	'Field@type=string': () => vscode.l10n.t('A text.'),
	'Field@type=secret': () => vscode.l10n.t('A text that is hidden, such as a password.'),
	'Field@type=boolean': () => vscode.l10n.t('True or false.'),
	'Field@type=date': () => vscode.l10n.t('A date.'),
	'Field@type=ManagedAttribute': () => vscode.l10n.t('An entitlement, such as a group.'),
	'Field@type=int': () => vscode.l10n.t('A whole number.'),
	'Field@type=long': () => vscode.l10n.t('A whole number, however large.'),
	'Field@required': () => vscode.l10n.t('Whether there must be a value.'),
	'Field@helpKey': () =>
		vscode.l10n.t('The text that helps to fill in the field: a message key, or plain words.'),
	'Field@reviewRequired': () => vscode.l10n.t('Whether somebody must review the value even if it is known.'),
	'Field@section': () => vscode.l10n.t('The section that the field belongs to.'),
	'Field@value': () => vscode.l10n.t('The value of the field.'),
	'Field@defaultValue': () => vscode.l10n.t('The value until somebody enters another one.'),
	'Field@multi': () => vscode.l10n.t('Whether the field may hold several values.'),
	'Field@readOnly': () => vscode.l10n.t('Whether the value can be seen but not changed.'),
	'Field@hidden': () => vscode.l10n.t('Whether the field is not shown to people.'),
	'Field@displayOnly': () =>
		vscode.l10n.t('Whether the field is only shown, and not sent to the application.'),
	'Field@dynamic': () => vscode.l10n.t('Whether the allowed values are calculated when they are needed.'),
	'Field@postBack': () => vscode.l10n.t('Whether the form is calculated again when the value changes.'),
	'Field@filterString': () => vscode.l10n.t('A filter for the objects that can be chosen.'),
	'Field@dependencies': () => vscode.l10n.t('The fields that this one depends on, separated by commas.'),
	'Field@template': () => vscode.l10n.t('The template that the field belongs to.'),
	'Field@application': () => vscode.l10n.t('The application that the field belongs to.'),
	AllowedValues: () => vscode.l10n.t('The values that can be chosen.'),
	AllowedValuesDefinition: () =>
		vscode.l10n.t('The values that can be chosen: written down, or calculated by a script or a rule.'),
	DefaultValue: () => vscode.l10n.t('The value until somebody enters another one.'),
	ValidationScript: () => vscode.l10n.t('A script that checks what was entered.'),
	...scriptTexts('ValidationScript'),
	OwnerDefinition: () => vscode.l10n.t('Who fills in the field.'),
	Templates: () => vscode.l10n.t('Older forms for creating and changing accounts and groups.'),
	Template: () => vscode.l10n.t('The attributes that are set for one kind of change.'),
	'Template@name': () => vscode.l10n.t('The name of the template.'),
	'Template@usage': () => vscode.l10n.t('The kind of change.'),
	...changesOf('Template@usage'),
	'Template@schemaObjectType': () => vscode.l10n.t('The schema of the objects that are changed.'),
	ProvisioningConfig: () => vscode.l10n.t('How changes are made.'),
	'ProvisioningConfig@deleteToDisable': () =>
		vscode.l10n.t('Whether accounts are disabled instead of deleted.'),
	'ProvisioningConfig@noPermissions': () => vscode.l10n.t('Whether permissions cannot be changed.'),
	'ProvisioningConfig@metaUser': () =>
		vscode.l10n.t('Whether one user of the connected system stands for several accounts.'),
	'ProvisioningConfig@universalManager': () =>
		vscode.l10n.t('Whether all other applications are provisioned by this one, too.'),
	'ProvisioningConfig@optimisticProvisioning': () =>
		vscode.l10n.t('Whether a change counts as made before the application confirms it.'),
	PlanInitializerScript: () => vscode.l10n.t('A script that prepares a plan of changes.'),
	...scriptTexts('PlanInitializerScript'),
	ClusterScript: () => vscode.l10n.t('A script that chooses the cluster that makes the changes.'),
	...scriptTexts('ClusterScript'),
	ManagedResource: () => vscode.l10n.t('Another application whose changes are made by this one.'),
};
