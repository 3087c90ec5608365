import * as vscode from 'vscode';
import { toUri } from '../../documents/documentUri';
import type { Tenant } from '../../core/api/tenant';
import { UserError } from '../../messages/userError';
import type { Pattern } from '../../core/search/pattern';
import type { SearchedTenant } from '../../core/search/search';
import type { SearchResults } from '../../core/search/searchResults';
import type { Options } from '../ask/options';

/** What a program wants to search for, and where. @throws UserError */
export function questionOfProgram(
	options: Options,
	tenantOf: (id: string) => Tenant | undefined,
): { readonly pattern: Pattern; readonly scope: readonly SearchedTenant[] } {
	const { tenant: id, text } = options;
	if (typeof id !== 'string') {
		throw new UserError(vscode.l10n.t('"{0}" must be a string.', 'tenant'));
	}
	const tenant = tenantOf(id);
	if (!tenant) {
		throw new UserError(vscode.l10n.t('Unknown tenant {0}. Add it in the ISC Connectors view.', id));
	}
	if (typeof text !== 'string') {
		throw new UserError(vscode.l10n.t('"{0}" must be a string.', 'text'));
	}
	const isOn = (key: string) => {
		const value = options[key] ?? false;
		if (typeof value !== 'boolean') {
			throw new UserError(vscode.l10n.t('"{0}" must be true or false.', key));
		}
		return value;
	};
	const scriptNames = scriptNamesOf(options);
	const connectors = scriptNames?.map(scriptName => ({ scriptName, name: scriptName }));
	return {
		pattern: {
			text,
			isRegExp: isOn('isRegExp'),
			matchCase: isOn('matchCase'),
			wholeWord: isOn('wholeWord'),
		},
		scope: [{ id: tenant.id, name: tenant.name, ...(connectors && { connectors }) }],
	};
}

function scriptNamesOf({ scriptNames }: Options): readonly string[] | undefined {
	if (scriptNames === undefined) {
		return undefined;
	}
	const all: readonly unknown[] = Array.isArray(scriptNames) ? scriptNames : [];
	const names = all.filter((name): name is string => typeof name === 'string' && name !== '');
	if (names.length === 0 || names.length < all.length) {
		throw new UserError(vscode.l10n.t('"{0}" must be a list of script names.', 'scriptNames'));
	}
	return [...new Set(names)];
}

/** A match, for programs; line and column count from 0. */
export interface FoundPlace {
	readonly uri: string;
	readonly line: number;
	readonly column: number;
	/** The line, or the part around the match if it is very long. */
	readonly text: string;
}

export function placesOf({ tenants }: SearchResults): readonly FoundPlace[] {
	return tenants
		.flatMap(({ rows }) => rows)
		.flatMap(row => (row.kind === 'connector' ? row.documents : []))
		.flatMap(({ id, matches }) => {
			const uri = toUri(id).toString();
			return matches.map(({ line, start, text }) => ({ uri, line, column: start, text }));
		});
}
