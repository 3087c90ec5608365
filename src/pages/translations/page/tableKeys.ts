/** A key that was pressed, as in a KeyboardEvent. */
export interface KeyPress {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
}

/** What a key asks for in a cell. */
export type CellAction =
	| { readonly type: 'move'; readonly to: Move }
	/** `overwrite`: what is typed next takes the place of the text. */
	| { readonly type: 'edit'; readonly overwrite: boolean }
	| { readonly type: 'reveal' }
	/** Take a key away from all locales. */
	| { readonly type: 'remove' }
	/** Take a text away from its locale. */
	| { readonly type: 'clear' };

export type Move =
	| 'left'
	| 'right'
	| 'up'
	| 'down'
	| 'pageUp'
	| 'pageDown'
	| 'rowStart'
	| 'rowEnd'
	| 'start'
	| 'end'
	| 'next'
	| 'previous';

const moves: Readonly<Record<string, Move>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down',
	PageUp: 'pageUp',
	PageDown: 'pageDown',
	Home: 'rowStart',
	End: 'rowEnd',
};
const movesWithControl: Readonly<Record<string, Move>> = { Home: 'start', End: 'end' };

/** Keys that begin a character which takes more than one. */
const composing = ['Dead', 'Process'];

/** What a key that is pressed in a cell asks for; undefined if it is for others. */
export function cellAction(press: KeyPress, isKeyCell: boolean): CellAction | undefined {
	const { key, altKey } = press;
	const isControl = press.ctrlKey || press.metaKey;
	if (!altKey || isControl) {
		const to = (isControl ? movesWithControl : moves)[key];
		if (to && !press.shiftKey && !altKey) {
			return { type: 'move', to };
		}
	}
	if (isControl && !altKey) {
		if (key === 'Enter') {
			return { type: 'reveal' };
		}
		return key.toLowerCase() === 'v' && !isKeyCell ? { type: 'edit', overwrite: true } : undefined;
	}
	if (isKeyCell) {
		return keyCellActions[key];
	}
	if (key === 'Enter' || key === 'F2') {
		return { type: 'edit', overwrite: false };
	}
	if (key === 'Delete') {
		return { type: 'clear' };
	}
	// With AltGr, which counts as Control and Alt, people type characters, too; a stray space takes no text away.
	const isTyped = (key.length === 1 && key !== ' ' && altKey === press.ctrlKey) || composing.includes(key);
	return isTyped ? { type: 'edit', overwrite: true } : undefined;
}

const keyCellActions: Readonly<Record<string, CellAction>> = {
	Enter: { type: 'reveal' },
	Delete: { type: 'remove' },
};

/** A cell by its place among those that are shown; column 0 has the keys. */
export interface CellPlace {
	readonly row: number;
	readonly column: number;
}

/** Where a move leads; `page` is how many rows are in sight. */
export function moved(
	{ row, column }: CellPlace,
	move: Move,
	{ rows, columns, page }: { readonly rows: number; readonly columns: number; readonly page: number },
): CellPlace {
	const lastRow = rows - 1;
	const lastColumn = columns - 1;
	switch (move) {
		case 'left':
			return { row, column: Math.max(column - 1, 0) };
		case 'right':
			return { row, column: Math.min(column + 1, lastColumn) };
		case 'up':
			return { row: Math.max(row - 1, 0), column };
		case 'down':
			return { row: Math.min(row + 1, lastRow), column };
		case 'pageUp':
			return { row: Math.max(row - page, 0), column };
		case 'pageDown':
			return { row: Math.min(row + page, lastRow), column };
		case 'rowStart':
			return { row, column: 0 };
		case 'rowEnd':
			return { row, column: lastColumn };
		case 'start':
			return { row: 0, column: 0 };
		case 'end':
			return { row: lastRow, column: lastColumn };
		// From text to text, passing over the keys.
		case 'next':
			return column < lastColumn
				? { row, column: column + 1 }
				: row < lastRow
					? { row: row + 1, column: 1 }
					: { row, column };
		case 'previous':
			return column > 1
				? { row, column: column - 1 }
				: row > 0
					? { row: row - 1, column: lastColumn }
					: { row, column };
	}
}
