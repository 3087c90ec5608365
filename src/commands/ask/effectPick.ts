import * as vscode from 'vscode';
import type { Effect } from '../../core/sources/effects';
import { effectTitle } from '../../messages/effectMessage';
import { showSources } from './sourcePick';

/** Lists the sources that effects are on, under what each does. */
export function showEffects(effects: readonly Effect[], title: string): Promise<void> {
	const groups = effects.map(effect => ({ label: effectTitle(effect), sources: effect.sources }));
	return showSources(groups, { title, prompt: vscode.l10n.t('Sources that are affected') });
}
