import * as vscode from 'vscode';
import { safeText } from './safeText';

/** How many names a message has at most. */
const most = 3;

/** The first few of many names: "a, b, c, 17 more". */
export function fewNames(names: readonly string[]): string {
	const more = (names.length - most).toLocaleString(vscode.env.language);
	return [
		...names.slice(0, most).map(safeText),
		...(names.length > most ? [vscode.l10n.t('{0} more', more)] : []),
	].join(', ');
}
