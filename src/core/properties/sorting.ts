import type { TextEdit } from '../text/textEdit';
import { beforeLineEnd, lineEndOf, lineStart, missingEnd, wholeLines } from './layout';
import type { PropertiesDocument, PropertiesEntry } from './parse';

/**
 * Puts the entries into the order of the model's keys, and those that it does not know behind them. What stands above
 * an entry moves with it, but for the head of the document: all down to the last blank line above the first entry.
 */
export function sortedLike(document: PropertiesDocument, model: PropertiesDocument): TextEdit[] {
	const ranks = new Map<string, number>();
	for (const { key } of model.entries) {
		ranks.set(key, ranks.get(key) ?? ranks.size);
	}
	const rankOf = ({ entry }: Block) => ranks.get(entry.key) ?? ranks.size;
	const blocks = blocksOf(document);
	const sorted = blocks.toSorted((one, other) => rankOf(one) - rankOf(other));
	const first = sorted.findIndex((block, index) => block !== blocks[index]);
	const last = sorted.findLastIndex((block, index) => block !== blocks[index]);
	const [firstBlock, lastBlock] = [blocks[first], blocks[last]];
	if (!firstBlock || !lastBlock) {
		return [];
	}
	const moved = sorted.slice(first, last + 1);
	const texts = first === 0 ? withBlankLinesOfTop(moved, firstBlock) : moved.map(({ text }) => text);
	const newText = texts.join('');
	const isOpen = lastBlock.entry.end === document.text.length;
	return [
		{
			start: firstBlock.start,
			end: lastBlock.end,
			newText: isOpen ? newText.slice(0, beforeLineEnd(newText, newText.length)) : newText,
		},
	];
}

/** An entry with what stands above it. */
interface Block {
	readonly entry: PropertiesEntry;
	readonly start: number;
	readonly end: number;
	/** It has a line end, be it in the document or not. */
	readonly text: string;
}

function blocksOf(document: PropertiesDocument): Block[] {
	const { text, entries } = document;
	const blocks: Block[] = [];
	for (const entry of entries) {
		const start = blocks.at(-1)?.end ?? headEnd(text, entry.start);
		const { end } = wholeLines(document, entry);
		const isOpen = entry.end === text.length;
		const added = isOpen ? `${missingEnd(document, entry)}${lineEndOf(text)}` : '';
		blocks.push({ entry, start, end, text: `${text.slice(start, end)}${added}` });
	}
	return blocks;
}

/** Behind the last blank line above the first entry. */
function headEnd(text: string, entryStart: number): number {
	let start = entryStart;
	while (start > 0) {
		const end = beforeLineEnd(text, start);
		const above = lineStart(text, end);
		if (/^[ \t\f]*$/.test(text.slice(above, end))) {
			break;
		}
		start = above;
	}
	return start;
}

/** The block that comes to the top gives its blank lines to the one that was there, which has none. */
function withBlankLinesOfTop(blocks: readonly Block[], wasTop: Block): string[] {
	const blankLines = /^(?:[ \t\f]*(?:\r\n|\r|\n))*/.exec(blocks[0]?.text ?? '')?.[0] ?? '';
	return blocks.map((block, index) => {
		const text = index === 0 ? block.text.slice(blankLines.length) : block.text;
		return block === wasTop ? `${blankLines}${text}` : text;
	});
}
