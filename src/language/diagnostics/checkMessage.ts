import * as vscode from 'vscode';
import type { ConnectorProblem } from '../../core/connector/problem';
import type { UnknownName } from '../../core/connector/vocabulary/vocabularyUnknown';
import type { HtmlProblem } from '../../core/text/html/htmlProblems';
import { languageLabel } from '../../messages/languageName';

/** A sentence on what does not fit together, and what to do where that is not plain. */
export function checkMessage(problem: ConnectorProblem): string {
	switch (problem.code) {
		case 'label-untranslated':
			return problem.hasEnglish
				? vscode.l10n.t('The key {0} has no English text; the form shows the key itself.', problem.key)
				: vscode.l10n.t(
						'The key {0} has no text in any language; the form shows the key itself.',
						problem.key,
					);
		case 'translation-unused':
			return vscode.l10n.t('The form does not use the key {0}.', problem.key);
		case 'locale-incomplete':
			return incompleteMessage(problem.locale, problem.missing);
		case 'key-repeated':
			return vscode.l10n.t('Duplicate key {0}. Only the last text counts.', problem.key);
		case 'letter-unescaped':
			return vscode.l10n.t('"{0}" is not escaped, unlike other characters of this file.', problem.letters);
		case 'html-broken':
			return htmlMessage(problem.html);
		case 'placeholder-differs':
			return problem.isMissing
				? vscode.l10n.t('The placeholder {0} of the English text is missing.', problem.placeholder)
				: vscode.l10n.t('The English text has no placeholder {0}.', problem.placeholder);
		case 'parent-key-unknown':
			return problem.name === undefined
				? vscode.l10n.t('parentValue has no effect without parentKey.')
				: vscode.l10n.t('Unknown field {0}; this is never shown.', problem.name);
		case 'parent-value-unknown':
			return vscode.l10n.t('The field {0} cannot have the value {1}.', problem.name, problem.value);
		case 'field-name-repeated':
			return vscode.l10n.t('Another field has the name {0}, so both share one value.', problem.name);
		case 'field-without-entry':
			return vscode.l10n.t(
				'The source-template has no entry {0}, so a new source starts without it.',
				problem.name,
			);
		case 'entry-without-field':
			return vscode.l10n.t('The form has no field {0}.', problem.name);
		case 'xsd-version':
			return problem.namespace === undefined
				? vscode.l10n.t('The service rejects a form without a namespace.')
				: vscode.l10n.t('The service rejects a form with the namespace {0}.', problem.namespace);
		case 'correlation-attribute-unknown':
			return vscode.l10n.t('The account schema has no attribute {0}.', problem.name);
		case 'correlation-name-differs':
			return vscode.l10n.t('The correlation-config has the name {0}. Use the same name.', problem.ownName);
		case 'schema-attribute-unknown':
			return vscode.l10n.t(
				'The schema {0} has no attribute {1}, but names it as its {2}.',
				problem.objectType,
				problem.name,
				problem.role,
			);
		case 'schema-object-type-unknown':
			return vscode.l10n.t('Unknown object type {0}; there is no schema for it.', problem.name);
	}
}

/** A name that is neither known nor used elsewhere may be right all the same. */
export function unknownMessage({ what, name, suggested }: UnknownName): string {
	switch (what) {
		case 'element':
			return suggested === undefined
				? vscode.l10n.t('Unknown element <{0}>.', name)
				: vscode.l10n.t('Unknown element <{0}>. Did you mean <{1}>?', name, suggested);
		case 'attribute':
			return suggested === undefined
				? vscode.l10n.t('Unknown attribute {0}.', name)
				: vscode.l10n.t('Unknown attribute {0}. Did you mean {1}?', name, suggested);
		case 'value':
			return suggested === undefined
				? vscode.l10n.t('Unknown value {0}.', name)
				: vscode.l10n.t('Unknown value {0}. Did you mean {1}?', name, suggested);
		case 'text':
			return suggested === undefined
				? vscode.l10n.t('Unexpected text between elements.')
				: vscode.l10n.t('Unexpected text between elements. Did you mean <{0}>?', suggested);
	}
}

/** How many keys a message names. */
const mostNamed = 5;

function incompleteMessage(locale: string, missing: readonly string[]): string {
	const language = languageLabel(locale);
	const named = missing.slice(0, mostNamed).join(', ');
	const more = missing.length - mostNamed;
	if (missing.length === 1) {
		return vscode.l10n.t('{0} is missing the key {1}.', language, named);
	}
	return more > 0
		? vscode.l10n.t('{0} is missing {1} keys: {2}, and {3} more.', language, missing.length, named, more)
		: vscode.l10n.t('{0} is missing {1} keys: {2}.', language, missing.length, named);
}

function htmlMessage(problem: HtmlProblem): string {
	switch (problem.code) {
		case 'html-tag-not-closed':
			return vscode.l10n.t('The HTML tag <{0}> is never closed.', problem.tag);
		case 'html-end-tag-stray':
			return vscode.l10n.t('The HTML tag </{0}> has no start tag.', problem.tag);
		case 'html-tag-unfinished':
			return vscode.l10n.t('The > of the HTML tag {0} is missing.', problem.tag);
		case 'html-quote-missing':
			return vscode.l10n.t('The closing quote in the HTML tag {0} is missing.', problem.tag);
		case 'html-comment-unterminated':
			return vscode.l10n.t('The HTML comment is never closed, so it hides the rest of the text.');
		case 'html-tag-mismatch':
			return vscode.l10n.t('The HTML tag </{0}> does not match <{1}>.', problem.close, problem.open);
		case 'html-entity-unfinished':
			return vscode.l10n.t('The ; after &{0} is missing.', problem.entity);
	}
}
