import * as vscode from 'vscode';
import type { XmlFix } from '../../core/xml/fixes/fix';
import { shortened } from '../words/oneLine';

/** What a fix does to the XML, as people read it. */
export function xmlFixTitle({ code, what }: XmlFix): string {
	const shown = shortened(what.replace(/\s+/g, ' '), 40);
	switch (code) {
		case 'insert':
			return vscode.l10n.t('Insert {0}', shown);
		case 'replace':
			return vscode.l10n.t('Change to {0}', shown);
		case 'remove':
			return isVisible(shown) ? vscode.l10n.t('Remove {0}', shown) : vscode.l10n.t('Remove Character');
		case 'wrap':
			return vscode.l10n.t('Wrap Text of <{0}> in CDATA', shown);
		case 'insert-space':
			return vscode.l10n.t('Insert Space');
		case 'remove-space':
			return vscode.l10n.t('Remove Space');
	}
}

function isVisible(text: string): boolean {
	return !/^[\p{C}\p{Z}]*$/u.test(text);
}
