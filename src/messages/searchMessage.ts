import * as vscode from 'vscode';
import { fewNames } from './fewNames';
import { userMessage } from './userMessage';
import { UserError, type NameOf } from './userError';
import { PatternError, type Pattern } from '../core/search/pattern';
import type { Search, SearchedTenant } from '../core/search/search';
import type { SearchResults } from '../core/search/searchResults';

/** What is wrong with a pattern, as a sentence. */
export function patternMessage({ problem, detail }: PatternError): string {
	switch (problem) {
		case 'empty':
			return vscode.l10n.t('Enter a search text.');
		case 'too-long':
			return vscode.l10n.t('The search text is too long. Enter a shorter one.');
		case 'several-lines':
			return vscode.l10n.t('The search text cannot contain line breaks.');
		case 'malformed':
			return vscode.l10n.t('Invalid regular expression: {0}.', detail);
		case 'too-slow':
			return vscode.l10n.t(
				'The regular expression takes too long. Avoid repetitions within repetitions, such as (a+)+.',
			);
	}
}

/** The error of a search; one about the pattern with its sentence. */
export function searchError(error: unknown): unknown {
	return error instanceof PatternError ? new UserError(patternMessage(error), { cause: error }) : error;
}

/** What people call the place of a search. */
export function placeName(scope: readonly SearchedTenant[]): string {
	return scope.length > 3 ? vscode.l10n.t('{0} tenants', scope.length) : scope.map(nameInTenant).join(', ');
}

function nameInTenant({ name, connectors }: SearchedTenant): string {
	if (!connectors) {
		return name;
	}
	const [only] = connectors;
	return only && connectors.length === 1
		? `${only.name} (${name})`
		: vscode.l10n.t('{0} connectors of {1}', connectors.length, name);
}

/** What the view says above the results of a search. */
export function searchMessage(search: Search, nameOf: NameOf): string {
	const { pattern, scope, state, results, error } = search;
	const what = patternName(pattern);
	const where = placeName(scope);
	const counts = resultCounts(results);
	switch (state) {
		case 'searching':
			return vscode.l10n.t('Searching {0} for {1}…', where, what) + (results.matches > 0 ? ` ${counts}` : '');
		case 'complete':
			return results.matches > 0
				? vscode.l10n.t('{0} in {1}: {2}', what, where, counts)
				: vscode.l10n.t('No results for {0} in {1}.', what, where) + unreadOf(results);
		case 'limited':
			return vscode.l10n.t('{0} in {1}: {2} More results exist; refine the search.', what, where, counts);
		case 'cancelled':
			return vscode.l10n.t('{0} in {1}: cancelled. {2}', what, where, counts);
		case 'failed':
			return vscode.l10n.t(
				'{0} in {1}: incomplete. {2} {3}',
				what,
				where,
				userMessage(searchError(error), nameOf) ?? '',
				counts,
			);
	}
}

const longestQuote = 60;

function patternName({ text, isRegExp, matchCase, wholeWord }: Pattern): string {
	const switches = [
		matchCase && vscode.l10n.t('match case'),
		wholeWord && vscode.l10n.t('whole word'),
		isRegExp && vscode.l10n.t('regular expression'),
	].filter(Boolean);
	const shown = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
	const quoted = vscode.l10n.t('"{0}"', shown);
	return switches.length > 0 ? `${quoted} (${switches.join(', ')})` : quoted;
}

function resultCounts(results: SearchResults): string {
	const { matches, documents, connectors } = results;
	const found =
		matches > 0
			? vscode.l10n.t(
					'{0} in {1} of {2}.',
					resultCount(matches),
					documents === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', number(documents)),
					connectors === 1
						? vscode.l10n.t('1 connector')
						: vscode.l10n.t('{0} connectors', number(connectors)),
				)
			: vscode.l10n.t('No results.');
	return found + unreadOf(results);
}

/** "1 result", "2 results" */
export function resultCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 result') : vscode.l10n.t('{0} results', number(count));
}

function unreadOf({ unread }: SearchResults): string {
	return unread.length === 0
		? ''
		: vscode.l10n.t(' Cannot read {0}.', fewNames(unread.map(({ name }) => name)));
}

function number(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
