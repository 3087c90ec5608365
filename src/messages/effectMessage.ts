import * as vscode from 'vscode';
import type { Effect } from '../core/sources/effects';
import { fewNames } from './fewNames';
import { safeText } from './safeText';

/** What a change of a form does to sources, in a sentence with the names of some of them. */
export function effectSentence(effect: Effect): string {
	return vscode.l10n.t('{0}: {1}.', effectTitle(effect), fewNames(effect.sources.map(({ name }) => name)));
}

/** What happens to the field, in the order in which it matters. */
export function effectTitle({ effect, field, to = '', value = '' }: Effect): string {
	const name = safeText(field);
	switch (effect) {
		case 'orphaned':
			return vscode.l10n.t('Deletes {0}, which sources use', name);
		case 'removed':
			return vscode.l10n.t('Removes "{0}", which is set', name);
		case 'renamed':
			return vscode.l10n.t('Renames "{0}" to "{1}", which leaves values behind', name, safeText(to));
		case 'type':
			return vscode.l10n.t('Changes the type of "{0}", which no longer fits', name);
		case 'option':
			return vscode.l10n.t('Removes the option "{0}" of "{1}", which is chosen', safeText(value), name);
		case 'hidden':
			return vscode.l10n.t('Hides "{0}", which is set', name);
		case 'required':
			return vscode.l10n.t('Requires "{0}", which is not set', name);
	}
}

/** At most three lines, the gravest first; the last one says how many others there are. */
export function effectLines(effects: readonly Effect[]): string {
	const shown = effects.length > most ? effects.slice(0, most - 1) : effects;
	const others = effects.length - shown.length;
	return [
		...shown.map(effectSentence),
		...(others > 0 ? [vscode.l10n.t('{0} other effects.', others.toLocaleString(vscode.env.language))] : []),
	].join('\n');
}

const most = 3;
