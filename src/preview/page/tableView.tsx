import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TranslationTable } from '../../connector/translationTable';
import type { FromTablePage } from '../tableMessages';
import type { TableWords } from '../tableWords';
import { cellAfter, cellAt, placeOf, type Cell } from './tableCell';
import { withRow } from './tableChanges';
import { everything, missingTexts, shownColumns, shownRows, type TableFilter } from './tableFilter';
import { TableGrid, type EditedText } from './tableGrid';
import type { KeptTable } from './tableKept';
import { localeNames } from './tableLocales';
import { TableRefusal } from './tableRefusal';
import { isInInput, useShortcuts } from './tableShortcuts';
import { TableToolbar } from './tableToolbar';

interface TableViewProps {
	readonly words: TableWords;
	readonly title: string;
	readonly table: TranslationTable;
	readonly canUndo: boolean;
	readonly refusal: string | undefined;
	readonly kept: KeptTable;
	readonly keep: (change: Partial<KeptTable>) => void;
	readonly tell: (message: FromTablePage) => void;
	readonly onDismiss: () => void;
}

/** A table with all that people can do with it; the extension does what is told it. */
export function TableView(props: TableViewProps) {
	const { words, table, kept, keep, tell, canUndo, refusal } = props;
	const [filter, setFilter] = useState(kept.filter);
	const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
	const [active, setActive] = useState(kept.active);
	const [edited, setEdited] = useState<EditedText>();
	const [awaited, setAwaited] = useState<Cell>();
	const wantsFocus = useRef(false);
	const place = useRef({ row: 0, column: 0 });
	const search = useRef<HTMLInputElement>(null);

	const whole = edited ? withRow(table, edited.row, edited.place) : table;
	const rows = useMemo(() => shownRows(whole, filter, staying), [whole, filter, staying]);
	const columns = useMemo(
		() => shownColumns(table.locales, filter.hiddenLocales),
		[table.locales, filter.hiddenLocales],
	);
	const missing = useMemo(() => missingTexts(rows, columns), [rows, columns]);
	const names = useMemo(
		() => localeNames(table.locales, document.documentElement.lang || 'en'),
		[table.locales],
	);
	const shown = { rows, columns };
	place.current = placeOf(active, shown, place.current);

	const filterBy = (change: Partial<TableFilter>) => {
		const next = { ...filter, ...change };
		setFilter(next);
		setStaying(new Set());
		keep({ filter: next });
	};
	const activate = (cell: Cell | undefined) => {
		setActive(cell);
		keep({ active: cell });
	};
	const goTo = (cell: Cell | undefined) => {
		wantsFocus.current = true;
		activate(cell);
	};
	/** Whatever the filter, people go on seeing what they have changed. */
	const stay = (key: string) => setStaying(before => new Set(before).add(key));

	useLayoutEffect(() => {
		if (awaited && table.rows.some(({ key }) => key === awaited.key)) {
			setAwaited(undefined);
			stay(awaited.key);
			goTo(awaited);
		}
	}, [awaited, table]);
	useEffect(() => {
		if (refusal !== undefined) {
			setAwaited(undefined);
		}
	}, [refusal]);
	useShortcuts({
		f: () => search.current?.select(),
		z: event => {
			if (isInInput(event)) {
				return false;
			}
			if (canUndo) {
				tell({ type: 'undo' });
			}
			return true;
		},
	});

	return (
		<>
			<TableToolbar
				{...{ words, table, filter, names, canUndo, search, missing }}
				title={props.title}
				shown={rows.length}
				onFilter={filterBy}
				onAddKey={(key, text) => {
					setAwaited({ key, locale: 'en' });
					tell({ type: 'addKey', key, text });
				}}
				onAddLocale={() => tell({ type: 'addLocale' })}
				onUndo={() => tell({ type: 'undo' })}
			/>
			<main>
				<TableRefusal words={words} message={refusal} onDismiss={props.onDismiss} />
				<TableGrid
					{...{ words, rows, columns, names, edited, wantsFocus }}
					title={props.title}
					hasForm={table.hasForm}
					place={place.current}
					scroll={kept.scroll}
					onScroll={scroll => keep({ scroll })}
					onActivate={activate}
					onMove={(move, page) => goTo(cellAfter(place.current, move, shown, page))}
					onEdit={(row, locale, overwrite) => {
						stay(row.key);
						const text = row.texts[table.locales.indexOf(locale)] ?? '';
						setEdited({ row, locale, text, overwrite, place: table.rows.indexOf(row) });
					}}
					onEdited={(text, move) => {
						if (edited && text !== undefined) {
							const cell = { key: edited.row.key, locale: edited.locale };
							tell({ type: 'setText', ...cell, text });
							if (whole !== table && move === 'stay') {
								setAwaited(cell); // The key has vanished, and comes again with this text.
							}
						}
						setEdited(undefined);
						if (move === 'stay') {
							goTo(cellAt(place.current, shown));
						} else if (move) {
							goTo(cellAfter(place.current, move, shown, 1));
						}
					}}
					onRemove={key => tell({ type: 'removeKey', key })}
					onReveal={cell => tell({ type: 'reveal', ...cell })}
				>
					{rows.length === 0 && (
						<NoRows
							words={words}
							isEmpty={table.rows.length === 0}
							onClear={() => filterBy({ ...everything, hiddenLocales: filter.hiddenLocales })}
						/>
					)}
				</TableGrid>
			</main>
		</>
	);
}

interface NoRowsProps {
	readonly words: TableWords;
	/** Whether it is not for the filter that there are none. */
	readonly isEmpty: boolean;
	readonly onClear: () => void;
}

function NoRows({ words, isEmpty, onClear }: NoRowsProps) {
	return isEmpty ? (
		<p class="nothing">{words.noKeys}</p>
	) : (
		<p class="nothing">
			{words.noMatch}{' '}
			<button type="button" class="secondary" onClick={onClear}>
				{words.clearFilters}
			</button>
		</p>
	);
}
