import * as vscode from 'vscode';

/** What the page of a translation table says, in the language of the editor; `{0}` stands for a name. */
export type TableWords = ReturnType<typeof tableWords>;

/** For the page, which does not know the language of the editor. */
export function tableWords() {
	return {
		title: vscode.l10n.t('Translations of {0}'),
		loading: vscode.l10n.t('Reading the translations…'),
		tryAgain: vscode.l10n.t('Try Again'),
		dismiss: vscode.l10n.t('Dismiss'),
		mayBeOld: vscode.l10n.t('What is shown may be old.'),
		unwritten: vscode.l10n.t('Not written: “{0}”'),
		editAgain: vscode.l10n.t('Edit Again'),
		cancel: vscode.l10n.t('Cancel'),

		search: vscode.l10n.t('Search keys and texts'),
		onlyMissing: vscode.l10n.t('Only Missing'),
		use: vscode.l10n.t('Use'),
		useAll: vscode.l10n.t('All'),
		useUsed: vscode.l10n.t('Used'),
		useUnused: vscode.l10n.t('Unused'),
		family: vscode.l10n.t('Family'),
		familyAll: vscode.l10n.t('All keys ({0})'),
		familyPlain: vscode.l10n.t('Plain keys ({0})'),
		familyCount: vscode.l10n.t('{0} ({1})'),
		locales: vscode.l10n.t('Locales'),
		localesShown: vscode.l10n.t('{0} of {1} locales'),
		showAll: vscode.l10n.t('Show All'),
		hideAll: vscode.l10n.t('Hide All'),
		count: vscode.l10n.t('{0} of {1} keys, {2} texts missing'),

		undo: vscode.l10n.t('Undo'),
		addLocale: vscode.l10n.t('Add Locale…'),
		addKey: vscode.l10n.t('Add Key…'),
		add: vscode.l10n.t('Add'),
		key: vscode.l10n.t('Key'),
		textIn: vscode.l10n.t('Text in {0}'),
		keyEmpty: vscode.l10n.t('Enter a key.'),
		keyExists: vscode.l10n.t('There is a key {0} already. Enter another one.'),
		textEmpty: vscode.l10n.t('Enter a text other than the key.'),
		noLocale: vscode.l10n.t('The connector has no translation yet. Add a locale first.'),

		gridHelp: vscode.l10n.t(
			'Arrow keys move. Enter edits a text, or shows a key in the form. Control and Enter shows a text in its editor. Delete takes a text away from its locale, or a key from all locales. Control and S saves the translations.',
		),
		unused: vscode.l10n.t('not used'),
		unusedHeading: vscode.l10n.t('Not used by the form ({0})'),
		missing: vscode.l10n.t('missing'),
		missingIn: vscode.l10n.t('in {0}'),
		emptyText: vscode.l10n.t('empty'),
		showInForm: vscode.l10n.t('Show in Form'),
		showInEditor: vscode.l10n.t('Show in Editor'),
		remove: vscode.l10n.t('Remove'),
		removeKey: vscode.l10n.t('Remove Key'),
		removeQuestion: vscode.l10n.t('Remove it from all locales?'),
		editing: vscode.l10n.t('{0}, {1}'),
		noKeys: vscode.l10n.t('This connector has no keys yet.'),
		noMatch: vscode.l10n.t('No key fits what you are looking for.'),
		clearFilters: vscode.l10n.t('Show All Keys'),
	};
}
