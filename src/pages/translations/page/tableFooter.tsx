import { fill } from '../../panel/page/connect';
import type { DoneInTable } from '../tableMessages';
import type { TableWords } from '../tableWords';
import type { LocaleName } from './tableLocales';

interface TableFooterProps {
	readonly words: TableWords;
	readonly names: ReadonlyMap<string, LocaleName>;
	/** Keys, and the texts that are missing in those that are shown. */
	readonly counts: { readonly shown: number; readonly all: number; readonly missing: number };
	readonly done: DoneInTable | undefined;
	readonly onUndo: () => void;
}

/** How much there is to see, and what people have just done without being asked. */
export function TableFooter({ words, names, counts, done, onUndo }: TableFooterProps) {
	return (
		<footer class={done ? 'has-done' : undefined}>
			<p role="status" class="count">
				{countText(counts, words)}
			</p>
			<p role="status" class="done">
				{done && sentence(done, words, names)}
			</p>
			{done && (
				<button type="button" class="secondary" onClick={onUndo}>
					{words.undo}
				</button>
			)}
		</footer>
	);
}

function countText({ shown, all, missing }: TableFooterProps['counts'], words: TableWords): string {
	const texts = missing === 1 ? words.missingOne : fill(words.missingMany, missing);
	return `${fill(words.count, shown, all)}, ${texts}`;
}

function sentence(done: DoneInTable, words: TableWords, names: TableFooterProps['names']): string {
	switch (done.type) {
		case 'removedKey':
			return fill(words.removedKey, done.key);
		case 'removedText':
			return fill(words.removedText, done.key, names.get(done.locale)?.name ?? done.locale);
		case 'discarded':
			return words.discarded;
	}
}
