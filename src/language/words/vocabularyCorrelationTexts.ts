import * as vscode from 'vscode';
import type { WordTexts } from './wordTexts';
import { valueTexts } from './vocabularyValueTexts';

/** What the words of filters mean, in a correlation-config and in values. */
export const filterTexts: WordTexts = {
	Filter: () => vscode.l10n.t('A comparison of an attribute with a value.'),
	'Filter@operation': () => vscode.l10n.t('How the two are compared.'),
	'Filter@operation=EQ': () => vscode.l10n.t('They are equal.'),
	'Filter@operation=NE': () => vscode.l10n.t('They differ.'),
	'Filter@operation=LT': () => vscode.l10n.t('The attribute is less.'),
	'Filter@operation=GT': () => vscode.l10n.t('The attribute is greater.'),
	'Filter@operation=LE': () => vscode.l10n.t('The attribute is less or equal.'),
	'Filter@operation=GE': () => vscode.l10n.t('The attribute is greater or equal.'),
	'Filter@operation=IN': () => vscode.l10n.t('The attribute is one of several values.'),
	'Filter@operation=CONTAINS_ALL': () => vscode.l10n.t('The attribute has all of several values.'),
	'Filter@operation=LIKE': () =>
		vscode.l10n.t('The attribute contains the value, at the place that matchMode names.'),
	'Filter@operation=NOTNULL': () => vscode.l10n.t('The attribute has a value. The filter needs no value.'),
	'Filter@operation=ISNULL': () => vscode.l10n.t('The attribute has no value. The filter needs no value.'),
	'Filter@operation=ISEMPTY': () =>
		vscode.l10n.t('The attribute could have several values and has none. The filter needs no value.'),
	'Filter@operation=JOIN': () => vscode.l10n.t('The attribute equals one of another object.'),
	'Filter@operation=LEFT_JOIN': () =>
		vscode.l10n.t('The attribute equals one of another object, or there is no such object.'),
	'Filter@operation=COLLECTION_CONDITION': () =>
		vscode.l10n.t("One of the attribute's values meets the conditions."),
	'Filter@property': () => vscode.l10n.t('The identity attribute; below Conditions, the account attribute.'),
	'Filter@value': () =>
		vscode.l10n.t('The account attribute it is compared with; below Conditions, the value itself.'),
	'Filter@ignoreCase': () => vscode.l10n.t('Whether case is ignored.'),
	'Filter@matchMode': () =>
		vscode.l10n.t('Where the value must be found, for LIKE. A source in ISC has ANYWHERE, START or END.'),
	'Filter@matchMode=ANYWHERE': () => vscode.l10n.t('Anywhere.'),
	'Filter@matchMode=START': () => vscode.l10n.t('At the start.'),
	'Filter@matchMode=END': () => vscode.l10n.t('At the end.'),
	'Filter@matchMode=EXACT': () => vscode.l10n.t('From start to end.'),
	CompositeFilter: () => vscode.l10n.t('Several filters together.'),
	'CompositeFilter@operation': () => vscode.l10n.t('How they go together.'),
	'CompositeFilter@operation=AND': () => vscode.l10n.t('All of them are true.'),
	'CompositeFilter@operation=OR': () => vscode.l10n.t('At least one of them is true.'),
	'CompositeFilter@operation=NOT': () => vscode.l10n.t('The condition in it is not true.'),
	'Filter@joinProperty': () =>
		vscode.l10n.t('For JOIN and LEFT_JOIN: the attribute of the other object, with its class.'),
	'Filter@subqueryClass': () => vscode.l10n.t('The class of the objects that a subquery looks at.'),
	'Filter@subqueryProperty': () =>
		vscode.l10n.t('The attribute of those objects with which this one is compared.'),
	CollectionCondition: () => vscode.l10n.t("The conditions that one of the attribute's values must meet."),
	SubqueryFilter: () => vscode.l10n.t('The conditions on the objects that a subquery looks at.'),
};

/** What the words of a correlation-config mean. */
export const correlationTexts: WordTexts = {
	CorrelationConfig: () => vscode.l10n.t('How an account is matched to an identity.'),
	'CorrelationConfig@name': () => vscode.l10n.t('The name by which the source-template refers to it.'),
	'CorrelationConfig@id': () => vscode.l10n.t('The id of the object.'),
	'CorrelationConfig@created': () =>
		vscode.l10n.t('When the object was created, in milliseconds since 1970.'),
	'CorrelationConfig@modified': () =>
		vscode.l10n.t('When the object was last changed, in milliseconds since 1970.'),
	AttributeAssignments: () =>
		vscode.l10n.t(
			'Comparisons of identity attributes with account attributes; the first that finds somebody counts.',
		),
	...filterTexts,
	...valueTexts,
	DirectAssignments: () =>
		vscode.l10n.t('Accounts that belong to certain identities, whatever the filters say.'),
	DirectAssignment: () => vscode.l10n.t('An identity, and the accounts that belong to it.'),
	Conditions: () => vscode.l10n.t('Which accounts these are.'),
	CorrelatedIdentity: () => vscode.l10n.t('The identity that the accounts belong to.'),
};
