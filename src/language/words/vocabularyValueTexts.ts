import * as vscode from 'vscode';
import type { WordTexts } from './wordTexts';

/** What the attributes of a script mean. */
export function scriptTexts(element: string): WordTexts {
	return {
		[`${element}@language`]: () => vscode.l10n.t('The language of the script.'),
		[`${element}@language=beanshell`]: () => vscode.l10n.t('BeanShell, which is much like Java.'),
	};
}

/** What the words of values, rules and references mean. */
export const valueTexts: WordTexts = {
	Attributes: () =>
		vscode.l10n.t(
			'Below Application, the values that a new source starts with; elsewhere, settings of the element around it.',
		),
	Map: () => vscode.l10n.t('Values by their keys.'),
	entry: () => vscode.l10n.t('A key with its value.'),
	'entry@key': () =>
		vscode.l10n.t('The key; among the attributes of a source it is the name of a field of the form.'),
	'entry@key=groupMemberAttribute': () =>
		vscode.l10n.t('In a Schema: the attribute of a group that names its members.'),
	'entry@key=memberAttribute': () =>
		vscode.l10n.t('In a Schema: the attribute whose values stand for members.'),
	'entry@key=memberPrefix': () => vscode.l10n.t('In a Schema: what stands before the name of a member.'),
	'entry@key=memberSuffix': () => vscode.l10n.t('In a Schema: what stands after the name of a member.'),
	'entry@value': () => vscode.l10n.t('The value, if it is a text.'),
	value: () => vscode.l10n.t('The value, if it is more than a text.'),
	Value: () => vscode.l10n.t('A value, or several in a List.'),
	List: () => vscode.l10n.t('Several values.'),
	Set: () => vscode.l10n.t('Several values, each of them once.'),
	String: () => vscode.l10n.t('A text.'),
	Integer: () => vscode.l10n.t('A whole number.'),
	Long: () => vscode.l10n.t('A whole number, however large.'),
	Float: () => vscode.l10n.t('A number with decimals.'),
	Date: () => vscode.l10n.t('A date.'),
	Boolean: () => vscode.l10n.t('True or false.'),
	null: () => vscode.l10n.t('No value.'),
	DynamicValue: () => vscode.l10n.t('A value that a script or a rule calculates.'),
	Script: () => vscode.l10n.t('A script that calculates the value.'),
	...scriptTexts('Script'),
	Source: () => vscode.l10n.t('The text of the script.'),
	RuleRef: () => vscode.l10n.t('A rule that calculates the value.'),
	Reference: () => vscode.l10n.t('Another object, by its class and its name or id.'),
	'Reference@class': () => vscode.l10n.t('The class of the object.'),
	'Reference@class=sailpoint.object.CorrelationConfig': () => vscode.l10n.t('A correlation-config.'),
	'Reference@class=sailpoint.object.Rule': () => vscode.l10n.t('A rule.'),
	'Reference@class=sailpoint.object.Identity': () => vscode.l10n.t('An identity.'),
	'Reference@class=sailpoint.object.PasswordPolicy': () => vscode.l10n.t('A password policy.'),
	'Reference@class=sailpoint.object.Application': () => vscode.l10n.t('Another application.'),
	'Reference@class=sailpoint.object.Scope': () => vscode.l10n.t('A scope.'),
	'Reference@id': () => vscode.l10n.t('The id of the object.'),
	'Reference@name': () => vscode.l10n.t('The name of the object.'),
	Description: () => vscode.l10n.t('Explains the element around it, in words for people.'),
	Owner: () => vscode.l10n.t('The identity that is responsible for the object.'),
};
