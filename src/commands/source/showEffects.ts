import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import type { Effect } from '../../core/sources/effects';
import { effectTitle } from '../../messages/effectMessage';
import { showSources, type ShowingSources } from './showSources';

/** Lists the sources that effects are on, under what each does. */
export function showEffects(
	studio: ShowingSources,
	tenant: Tenant,
	effects: readonly Effect[],
	title: string,
): Promise<void> {
	const groups = effects.map(effect => ({ label: effectTitle(effect), sources: effect.sources }));
	return showSources(studio, tenant, groups, { title, prompt: vscode.l10n.t('Sources that are affected') });
}
