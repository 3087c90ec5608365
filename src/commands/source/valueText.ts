import * as vscode from 'vscode';
import { isObject } from '../../core/api/errors';
import { secretValue } from '../../core/api/source';
import { oneLine } from '../../language/words/oneLine';

/** How much of a value is shown, in UTF-16 units. */
const longest = 200;

/** A value of a source in a line; of a secret one, and of cards, which may hold secrets, not what they are. */
export function valueText(value: unknown): string {
	if (value === secretValue) {
		return vscode.l10n.t('set');
	}
	if (Array.isArray(value) && value.some(each => typeof each === 'object')) {
		return value.length === 1 ? vscode.l10n.t('1 card') : vscode.l10n.t('{0} cards', value.length);
	}
	if (Array.isArray(value)) {
		return oneLine(value.map(String).join(', '), longest);
	}
	return oneLine(isObject(value) ? JSON.stringify(value) : String(value), longest);
}
