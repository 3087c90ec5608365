import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TranslationTable } from '../../../core/connector/translations/translationTable';
import type { FromTablePage, SetText, TableStatus } from '../tableMessages';
import type { TableWords } from '../tableWords';
import { cellAfter, cellAt, placeOf, type Cell } from './grid/tableCell';
import { withRow } from './tableChanges';
import { editedAgain, editedIn } from './grid/tableEdited';
import { everything, missingTexts } from './tableFilter';
import { TableGrid } from './grid/tableGrid';
import type { KeptTable, NewKey } from './tableKept';
import { localeNames } from './tableLocales';
import { TableNotices } from './tableNotices';
import { isInGrid } from './grid/tableDom';
import { TableFooter } from './tableFooter';
import { isInInput, useShortcuts } from './tableShortcuts';
import type { Refusal } from './tableState';
import { useShownPart } from './tableShown';
import { TableToolbar } from './toolbar/tableToolbar';

interface TableViewProps {
	readonly words: TableWords;
	readonly title: string;
	readonly table: TranslationTable;
	readonly status: TableStatus;
	readonly refusals: readonly Refusal[];
	readonly failure: string | undefined;
	readonly kept: KeptTable;
	readonly keep: (change: Partial<KeptTable>) => void;
	readonly send: (message: FromTablePage) => void;
	/** Says why something that people ask for cannot be done. */
	readonly onDenied: (message: string) => void;
	readonly onDismiss: (refusal: Refusal) => void;
	/** People have left a text that was refused, and what they had made of it. */
	readonly onLeft: (refusal: Refusal, text: string) => void;
}

/** A table with all that people can do with it; the extension does it. */
export function TableView(props: TableViewProps) {
	const { words, table, status, kept, keep, send, refusals } = props;
	const { canUndo, canRedo, readOnly } = status;
	const [active, setActive] = useState(kept.active);
	const [edited, setEdited] = useState(() => kept.draft && editedAgain(table, kept.draft));
	const [newKey, setNewKey] = useState(kept.newKey);
	const [awaited, setAwaited] = useState<Cell>();
	const wantsFocus = useRef(false);
	const place = useRef({ row: 0, column: 1 });
	const search = useRef<HTMLInputElement>(null);
	/** What is not in the table yet: people get it back if it is refused. */
	const adding = useRef<NewKey | undefined>(undefined);
	/** Greater than any of this page before it was shown again. */
	const lastEdit = useRef(Math.max(Date.now(), status.seenTo));
	/** Up to here, what was refused has been seen to. */
	const lastRefused = useRef(lastEdit.current);

	const whole = edited ? withRow(table, edited.row, edited.place) : table;
	const { filter, filterBy, stay, rows, columns } = useShownPart(whole, kept, keep);
	const missing = useMemo(() => missingTexts(rows, columns), [rows, columns]);
	const names = useMemo(
		() => localeNames(table.locales, document.documentElement.lang || 'en'),
		[table.locales],
	);
	const unsaved = useMemo(() => unsavedByKey(status.unsaved), [status.unsaved]);
	const shown = { rows, columns };
	place.current = placeOf(active, shown, place.current);

	const activate = (cell: Cell | undefined) => {
		setActive(cell);
		keep({ active: cell });
	};
	const goTo = (cell: Cell | undefined) => {
		wantsFocus.current = true;
		activate(cell);
	};
	const stayHere = () => goTo(cellAt(place.current, shown));
	const change = (work: () => void) => {
		if (readOnly === undefined) {
			work();
		} else {
			props.onDenied(readOnly);
		}
	};
	const setText = (text: Omit<SetText, 'type' | 'number'>) =>
		send({ type: 'setText', number: ++lastEdit.current, ...text });
	const addNewKey = (typed: NewKey | undefined) => {
		setNewKey(typed);
		keep({ newKey: typed });
	};
	const editAgain = ({ key, locale, text }: SetText) => {
		stay(key);
		activate({ key, locale });
		const before = table.rows.find(row => row.key === key)?.texts[table.locales.indexOf(locale)] ?? null;
		const draft = { key, locale, text: text ?? '', before };
		setEdited(editedAgain(table, draft));
		keep({ draft });
	};

	useLayoutEffect(() => {
		if (awaited && table.rows.some(({ key }) => key === awaited.key)) {
			adding.current = undefined;
			setAwaited(undefined);
			stay(awaited.key);
			goTo(awaited);
		}
	}, [awaited, table]);
	useEffect(() => {
		const change = refusals.at(-1)?.change;
		if (refusals.length > 0) {
			setAwaited(undefined);
		}
		if (adding.current && refusals.length > 0 && !change) {
			addNewKey(adding.current);
			adding.current = undefined;
		}
		if (change && change.number > lastRefused.current) {
			lastRefused.current = change.number;
			// Only where people are in the table still: what they type elsewhere is not for this text.
			if (change.text !== null && !edited && readOnly === undefined && isInGrid()) {
				editAgain(change);
			}
		}
	}, [refusals]);
	const undo = () => canUndo && change(() => send({ type: 'undo' }));
	const save = () => {
		stayHere();
		change(() => send({ type: 'save' }));
	};
	const goBack = (type: 'undo' | 'redo', isPossible: boolean) => (event: KeyboardEvent) => {
		if (isInInput(event)) {
			return false;
		}
		if (isPossible) {
			change(() => send({ type }));
		}
		return true;
	};
	useShortcuts({
		f: () => search.current?.select(),
		z: goBack('undo', canUndo),
		y: goBack('redo', canRedo),
		'shift+z': goBack('redo', canRedo),
		s: () => {
			if (edited && document.activeElement instanceof HTMLElement) {
				document.activeElement.blur(); // What is being typed is to be saved, too.
			}
			save();
		},
	});

	const refusalOfEdited =
		edited &&
		refusals.find(({ change }) => change?.key === edited.row.key && change.locale === edited.locale);
	return (
		<>
			<TableToolbar
				{...{ words, table, filter, names, status, search, newKey }}
				title={props.title}
				onFilter={filterBy}
				onNewKey={typed => (typed ? change(() => addNewKey(typed)) : addNewKey(undefined))}
				onAddKey={(key, text) => {
					adding.current = { key, text };
					setAwaited({ key, locale: columns[0]?.locale });
					send({ type: 'addKey', key, text });
				}}
				onAddLanguage={() => change(() => send({ type: 'addLocale' }))}
				onUndo={undo}
				onSave={save}
				onDiscard={() => {
					send({ type: 'discard' });
					stayHere();
				}}
			/>
			<main>
				<TableNotices
					{...{ words, refusals }}
					failure={props.failure}
					edited={refusalOfEdited}
					onEditAgain={refusal => change(() => refusal.change && editAgain(refusal.change))}
					onDismiss={refusal => {
						props.onDismiss(refusal);
						stayHere();
					}}
					onRetry={() => {
						send({ type: 'retry' });
						stayHere();
					}}
				/>
				<TableGrid
					{...{ words, rows, columns, names, edited, wantsFocus }}
					title={props.title}
					unsaved={unsaved}
					hasForm={table.hasForm}
					isReadOnly={readOnly !== undefined}
					place={place.current}
					scroll={kept.scroll}
					onScroll={scroll => keep({ scroll })}
					onActivate={activate}
					onMove={(move, page) => goTo(cellAfter(place.current, move, shown, page))}
					onEdit={(row, locale, overwrite) =>
						change(() => {
							stay(row.key);
							setEdited({ ...editedIn(table, row, locale), overwrite });
						})
					}
					onTyped={text => {
						if (edited) {
							const { row, locale, before } = edited;
							keep({ draft: { key: row.key, locale, text, before } });
						}
					}}
					onEdited={(text, move) => {
						if (refusalOfEdited && move === undefined) {
							if (text !== undefined && text !== refusalOfEdited.change?.text) {
								props.onLeft(refusalOfEdited, text);
							}
						} else if (edited && text !== undefined) {
							const cell = { key: edited.row.key, locale: edited.locale };
							setText({ ...cell, text, before: edited.before });
							if (whole !== table && move === 'stay') {
								setAwaited(cell); // The key has vanished, and comes again with this text.
							}
						}
						setEdited(undefined);
						keep({ draft: undefined }); // Behind the text: if the page vanishes in between, it is kept.
						if (move === 'stay') {
							stayHere();
						} else if (move) {
							goTo(cellAfter(place.current, move, shown, 1));
						}
					}}
					onClear={(row, locale) =>
						change(() => {
							const { before } = editedIn(table, row, locale);
							if (before !== null) {
								stay(row.key);
								setText({ key: row.key, locale, text: null, before });
							}
						})
					}
					onRemove={({ key, texts }) =>
						change(() => {
							const before = table.locales.map((locale, index) => [locale, texts[index] ?? null] as const);
							send({ type: 'removeKey', key, before });
						})
					}
					onReveal={cell => send({ type: 'reveal', ...cell })}
				>
					{rows.length === 0 && (
						<NoRows
							words={words}
							isEmpty={table.rows.length === 0}
							onClear={() => {
								filterBy({ ...everything, hiddenLocales: filter.hiddenLocales });
								wantsFocus.current = true;
							}}
						/>
					)}
				</TableGrid>
			</main>
			<TableFooter
				{...{ words, names }}
				counts={{ shown: rows.length, all: table.rows.length, missing }}
				done={canUndo ? status.done : undefined}
				onUndo={() => {
					undo();
					stayHere();
				}}
			/>
		</>
	);
}

/** The locales in which a key's text is not saved, separated by blanks, by keys. */
function unsavedByKey(unsaved: TableStatus['unsaved']): ReadonlyMap<string, string> {
	const locales = new Map<string, string>();
	for (const [locale, keys] of unsaved) {
		keys.forEach(key => locales.set(key, `${locales.get(key) ?? ''} ${locale}`.trim()));
	}
	return locales;
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
				{words.showAllKeys}
			</button>
		</p>
	);
}
