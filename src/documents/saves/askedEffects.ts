import { losesSomething, type Effect } from '../../core/sources/effects';
import { effectLines } from '../../messages/effectMessage';
import { setting } from '../../util/settings';

/** Whether people are asked about effects before they come about. */
export function isAskedAbout(effects: readonly Effect[]): boolean {
	return setting('sources.beforeSaving') === 'ask' && effects.some(losesSomething);
}

/** In one line what people were not asked about; undefined if there is nothing. */
export function untoldEffects(effects: readonly Effect[] = []): string | undefined {
	return effects.length === 0 || isAskedAbout(effects)
		? undefined
		: effectLines(effects).replaceAll('\n', ' ');
}
