import { moved, type CellPlace, type Move } from '../tableKeys';
import type { TableColumn } from '../tableFilter';
import type { TranslationRow } from '../../../../core/connector/translations/translationTable';

/** A cell of the table: the text of a key in a locale, or the key itself. */
export interface Cell {
	readonly key: string;
	readonly locale: string | undefined;
}

/** The rows and columns that are shown. */
export interface ShownCells {
	readonly rows: readonly TranslationRow[];
	readonly columns: readonly TableColumn[];
}

/** Where a cell is; the nearest place to the one it had, if it is shown no more. */
export function placeOf(cell: Cell | undefined, { rows, columns }: ShownCells, before: CellPlace): CellPlace {
	const row = cell ? rows.findIndex(({ key }) => key === cell.key) : -1;
	const column = columns.findIndex(({ locale }) => locale === cell?.locale) + 1;
	return {
		row: row >= 0 ? row : Math.min(before.row, rows.length - 1),
		column: cell ? column : Math.min(before.column, columns.length),
	};
}

/** The cell at a place; undefined where there are no rows. */
export function cellAt({ row, column }: CellPlace, { rows, columns }: ShownCells): Cell | undefined {
	const key = rows[row]?.key;
	return key === undefined ? undefined : { key, locale: columns[column - 1]?.locale };
}

/** The cell to which a move leads. */
export function cellAfter(place: CellPlace, move: Move, shown: ShownCells, page: number): Cell | undefined {
	const { rows, columns } = shown;
	return cellAt(moved(place, move, { rows: rows.length, columns: columns.length + 1, page }), shown);
}
