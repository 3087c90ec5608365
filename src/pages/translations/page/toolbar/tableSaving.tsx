import { fill } from '../../../panel/page/connect';
import type { TableStatus } from '../../tableMessages';
import type { TableWords } from '../../tableWords';
import type { LocaleName } from '../tableLocales';

interface TableSavingProps {
	readonly words: TableWords;
	readonly unsaved: TableStatus['unsaved'];
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly isReadOnly: boolean;
	readonly onSave: () => void;
	readonly onDiscard: () => void;
}

/** What is done about unsaved changes, while there are any. */
export function TableSaving({ words, unsaved, names, isReadOnly, ...does }: TableSavingProps) {
	if (unsaved.length === 0) {
		return null;
	}
	const count = unsaved.reduce((sum, [, keys]) => sum + keys.length, 0);
	// A comment or the order of the keys may be all that has changed.
	const label = (other: string, one: string, many: string) =>
		count === 0 ? other : count === 1 ? one : fill(many, count);
	const title = unsaved
		.map(([locale, keys]) => fill(words.changesIn, names.get(locale)?.name ?? locale, keys.length))
		.join('\n');
	return (
		<span class="saving">
			<button type="button" title={title} aria-disabled={isReadOnly} onClick={does.onSave}>
				{label(words.saveOther, words.saveOne, words.saveMany)}
			</button>
			<button type="button" class="secondary" title={title} onClick={does.onDiscard}>
				{label(words.discardOther, words.discardOne, words.discardMany)}
			</button>
		</span>
	);
}
