import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { TranslationRow } from '../../../../core/connector/translations/translationTable';
import type { TableWords } from '../../tableWords';
import { fill } from '../../../panel/page/connect';
import type { Cell } from './tableCell';
import { cellOf, isCell, useCopy, useGridFocus } from './tableDom';
import type { EditedText } from './tableEdited';
import { TableEditor, type AfterEdit } from './tableEditor';
import type { TableColumn } from '../tableFilter';
import type { TableScroll } from '../tableKept';
import { cellAction, type CellPlace, type Move } from '../tableKeys';
import { firstRowIndex, useLines } from '../tableLines';
import type { LocaleName } from '../tableLocales';
import { TableRow, type CellButton } from './tableRow';
import { taken } from '../tableShortcuts';

interface TableGridProps {
	readonly words: TableWords;
	readonly title: string;
	readonly rows: readonly TranslationRow[];
	readonly columns: readonly TableColumn[];
	readonly names: ReadonlyMap<string, LocaleName>;
	/** The locales in which a key's text is not saved, separated by blanks, by keys. */
	readonly unsaved: ReadonlyMap<string, string>;
	readonly hasForm: boolean;
	readonly isReadOnly: boolean;
	readonly place: CellPlace;
	readonly edited: EditedText | undefined;
	/** Whether the active cell is to have the focus as soon as it is there. */
	readonly wantsFocus: { current: boolean };
	readonly scroll: TableScroll;
	readonly onScroll: (scroll: TableScroll) => void;
	readonly onActivate: (cell: Cell) => void;
	/** `page`: how many rows are in sight. */
	readonly onMove: (move: Move, page: number) => void;
	readonly onEdit: (row: TranslationRow, locale: string, overwrite: boolean) => void;
	readonly onTyped: (text: string) => void;
	readonly onEdited: (text: string | undefined, after: AfterEdit) => void;
	readonly onRemove: (row: TranslationRow) => void;
	readonly onClear: (row: TranslationRow, locale: string) => void;
	readonly onReveal: (cell: Cell) => void;
	/** What is shown below the rows. */
	readonly children: ComponentChildren;
}

const unusedHeading = 'unused';

/** The keys and their texts. Cells know nothing of events: the grid finds out which one an event is about. */
export function TableGrid(props: TableGridProps) {
	const { words, rows, columns, names, hasForm, place, edited } = props;
	const pressedActive = useRef(false);
	const [isQuiet, setQuiet] = useState(false);
	const editor = useRef<HTMLDivElement>(null);

	const firstUnused = hasForm ? rows.findIndex(({ isUsed }) => !isUsed) : -1;
	const lines = useMemo(() => {
		const keys = rows.map(({ key }) => `key ${key}`);
		return firstUnused < 0 ? keys : keys.toSpliced(firstUnused, 0, unusedHeading);
	}, [rows, firstUnused]);
	const lineOf = (row: number) => (firstUnused >= 0 && row >= firstUnused ? row + 1 : row);
	const rowOf = (line: number) => (firstUnused >= 0 && line > firstUnused ? line - 1 : line);

	const editedRow = edited ? rows.findIndex(({ key }) => key === edited.row.key) : -1;
	const kept = [place.row, editedRow].map(lineOf);
	const { scroller, runs, heightFrom, scrolled, settle, page } = useLines(
		lines,
		kept,
		props.scroll,
		props.onScroll,
	);
	const editedCell = edited && { key: edited.row.key, locale: edited.locale };
	useGridFocus({ scroller, editor, edited: editedCell, wantsFocus: props.wantsFocus, settle });

	const rowAt = ({ key }: Cell) => rows.find(each => each.key === key);
	const edit = (cell: Cell, overwrite: boolean) => {
		const row = rowAt(cell);
		if (row && cell.locale !== undefined) {
			props.onEdit(row, cell.locale, overwrite);
		}
	};
	const act = (cell: Cell, button: CellButton) => {
		const row = rowAt(cell);
		if (button === 'reveal') {
			props.onReveal(cell);
		} else if (row) {
			props.wantsFocus.current = true;
			props.onRemove(row);
		}
	};
	const clear = (cell: Cell) => {
		const row = rowAt(cell);
		if (row && cell.locale !== undefined) {
			props.onClear(row, cell.locale);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const cell = cellOf(event);
		if (!cell || !isCell(event.target)) {
			return;
		}
		if (event.key === 'Escape') {
			setQuiet(true); // The buttons lie over the text of the cell.
		}
		const action = cellAction(event, cell.locale === undefined);
		if (!action) {
			return;
		}
		if (action.type === 'edit') {
			// Before this key does what it does, the editor has the focus: what is typed arrives there.
			event.stopPropagation();
			if (!action.overwrite) {
				event.preventDefault();
			}
			edit(cell, action.overwrite);
			return;
		}
		taken(event);
		if (action.type === 'move') {
			props.onMove(action.to, page());
		} else if (action.type === 'clear') {
			clear(cell);
		} else {
			act(cell, action.type);
		}
	};
	const onClick = (event: MouseEvent) => {
		const cell = cellOf(event);
		const button = event.target instanceof HTMLElement ? event.target.dataset['button'] : undefined;
		if (cell && button !== undefined) {
			act(cell, button as CellButton);
		} else if (cell && pressedActive.current && (event.detail === 2 || !isTextSelected())) {
			// What a double click has selected is nothing that people wanted to copy.
			edit(cell, false);
		}
	};

	useCopy(cell => {
		const column = columns.find(({ locale }) => locale === cell.locale);
		const row = rowAt(cell);
		return column ? row?.texts[column.index] : row?.key;
	});

	const label = names.get(edited?.locale ?? '')?.name ?? '';
	return (
		<div class="scroller" ref={scroller} onScroll={scrolled} style={{ '--locales': String(columns.length) }}>
			<div
				role="grid"
				class={isQuiet ? 'is-quiet' : undefined}
				aria-label={props.title}
				aria-describedby="grid-help"
				aria-readonly={props.isReadOnly}
				aria-rowcount={lines.length + 1}
				aria-colcount={columns.length + 1}
				onKeyDown={onKeyDown}
				onClick={onClick}
				onMouseDown={event => {
					const { activeElement } = document;
					pressedActive.current =
						isCell(activeElement) && event.target instanceof Node && activeElement.contains(event.target);
				}}
				onMouseOver={() => setQuiet(false)}
				onFocusIn={event => {
					setQuiet(false);
					const cell = cellOf(event);
					if (cell) {
						props.onActivate(cell);
					}
				}}
			>
				<Headers {...{ words, columns, names }} />
				<div role="rowgroup">
					{runs.flatMap(({ gap, from, to }, run) => [
						<div key={`gap ${run}`} role="presentation" style={{ height: `${gap}px` }} />,
						...lines.slice(from, to).map((line, index) => {
							const row = line === unusedHeading ? undefined : rows[rowOf(from + index)];
							const rowIndex = from + index + firstRowIndex;
							return row ? (
								<TableRow
									key={line}
									{...{ words, row, rowIndex, columns, names, hasForm }}
									active={rows[place.row] === row ? place.column : undefined}
									unsaved={props.unsaved.get(row.key) ?? ''}
								/>
							) : (
								<UnusedHeading
									key={line}
									{...{ words, rowIndex }}
									count={rows.length - firstUnused}
									columns={columns.length + 1}
								/>
							);
						}),
					])}
					<div role="presentation" style={{ height: `${heightFrom(runs.at(-1)?.to ?? 0)}px` }} />
				</div>
			</div>
			{props.children}
			{edited && (
				<TableEditor
					key={`${edited.locale} ${edited.row.key}`}
					place={editor}
					label={fill(words.editing, edited.row.key, label)}
					lang={names.get(edited.locale)?.tag}
					text={edited.before ?? ''}
					typed={edited.typed}
					overwrite={edited.overwrite}
					onTyped={props.onTyped}
					onDone={props.onEdited}
				/>
			)}
		</div>
	);
}

function isTextSelected(): boolean {
	return getSelection()?.isCollapsed === false;
}

function Headers({ words, columns, names }: Pick<TableGridProps, 'words' | 'columns' | 'names'>) {
	return (
		<div role="rowgroup" class="headers">
			<div role="row" class="row" aria-rowindex={1}>
				<div role="columnheader" class="cell key">
					{words.key}
				</div>
				{columns.map(({ locale }) => {
					const name = names.get(locale)?.name;
					return (
						<div key={locale} role="columnheader" class="cell" data-header={locale}>
							{name !== locale && `${name ?? ''} `}
							<code>{locale}</code>
						</div>
					);
				})}
			</div>
		</div>
	);
}

interface UnusedHeadingProps {
	readonly words: TableWords;
	readonly rowIndex: number;
	readonly count: number;
	readonly columns: number;
}

function UnusedHeading({ words, rowIndex, count, columns }: UnusedHeadingProps) {
	return (
		<div role="row" class="row heading" aria-rowindex={rowIndex}>
			<div role="rowheader" class="cell" aria-colspan={columns}>
				<span>{fill(words.unusedHeading, count)}</span>
			</div>
		</div>
	);
}
