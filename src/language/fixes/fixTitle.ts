import * as vscode from 'vscode';
import type { Fix } from '../../core/connector/fixes/fix';
import { languageName } from '../../messages/languageName';

/** What a fix does to a connector's documents, as people read it. */
export function fixTitle(fix: Fix): string {
	switch (fix.code) {
		case 'add-text':
			return vscode.l10n.t('Add {0} Text for {1}…', languageName(fix.locale), fix.key);
		case 'remove-translations':
			return fix.locales.length === 1
				? vscode.l10n.t('Remove {0} from {1}', fix.key, fix.locales.map(languageName).join())
				: vscode.l10n.t('Remove {0} from All {1} Languages', fix.key, fix.locales.length);
		case 'add-missing':
			return fix.count === 1
				? vscode.l10n.t('Add Missing Key from Another Language')
				: vscode.l10n.t('Add {0} Missing Keys from Another Language', fix.count);
		case 'remove-repeated':
			return vscode.l10n.t('Remove Duplicate {0}', fix.key);
		case 'escape-letters':
			return vscode.l10n.t('Escape Non-ASCII Characters of This Entry');
		case 'use-name':
			return vscode.l10n.t('Change to {0}', fix.name);
		case 'add-entry':
			return vscode.l10n.t('Add Entry {0} to source-template', fix.name);
		case 'remove-entry':
			return vscode.l10n.t('Remove Entry {0}', fix.name);
		case 'add-html-tag':
			return vscode.l10n.t('Add {0} at the End', fix.tag);
		case 'remove-html-tag':
			return vscode.l10n.t('Remove {0}', fix.tag);
		case 'set-namespace':
			return vscode.l10n.t('Use Namespace {0}', fix.namespace);
	}
}
