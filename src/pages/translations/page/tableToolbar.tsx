import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { isTranslated } from '../../../core/connector/translations/translation';
import type { TranslationTable } from '../../../core/connector/translations/translationTable';
import type { TableWords } from '../tableWords';
import { fill } from '../../panel/page/connect';
import { TableAddKey } from './tableAddKey';
import { constantLocale, familiesOf, type TableFilter } from './tableFilter';
import type { NewKey } from './tableKept';
import type { LocaleName } from './tableLocales';
import { TableLocaleChooser } from './tableLocaleChooser';
import { taken } from './tableShortcuts';

interface TableToolbarProps {
	readonly words: TableWords;
	readonly title: string;
	readonly table: TranslationTable;
	readonly filter: TableFilter;
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly shown: number;
	readonly missing: number;
	readonly canUndo: boolean;
	readonly isReadOnly: boolean;
	/** Undefined if no key is about to be added. */
	readonly newKey: NewKey | undefined;
	readonly search: RefObject<HTMLInputElement | null>;
	readonly onFilter: (change: Partial<TableFilter>) => void;
	readonly onNewKey: (newKey: NewKey | undefined) => void;
	readonly onAddKey: (key: string, text: string) => void;
	readonly onAddLocale: () => void;
	readonly onUndo: () => void;
}

/** What is above the table: its title, what to see of it, and what can be done to the whole. */
export function TableToolbar(props: TableToolbarProps) {
	const { words, table, filter, newKey, isReadOnly, onFilter, onNewKey } = props;
	const constant = constantLocale(table.locales);
	const addButton = useRef<HTMLButtonElement>(null);
	return (
		<header>
			<h1>{props.title}</h1>
			<div class="table-tools">
				<input
					ref={props.search}
					type="search"
					value={filter.search}
					placeholder={words.search}
					aria-label={words.search}
					onInput={event => onFilter({ search: event.currentTarget.value })}
					onKeyDown={event => {
						if (event.key === 'Escape' && filter.search !== '') {
							taken(event);
							onFilter({ search: '' });
						}
					}}
				/>
				<button
					type="button"
					class="secondary"
					aria-pressed={filter.onlyMissing}
					onClick={() => onFilter({ onlyMissing: !filter.onlyMissing })}
				>
					{words.onlyMissing}
				</button>
				{table.hasForm && <UseChooser {...{ words, filter, onFilter }} />}
				<FamilyChooser {...{ words, table, filter, onFilter }} />
				<TableLocaleChooser
					{...{ words, filter }}
					locales={table.locales}
					names={props.names}
					onHide={hiddenLocales => onFilter({ hiddenLocales })}
				/>
				<span class="actions">
					<button
						ref={addButton}
						type="button"
						aria-expanded={newKey !== undefined}
						aria-disabled={isReadOnly}
						onClick={() => onNewKey(newKey ? undefined : { key: '', text: '' })}
					>
						{words.addKey}
					</button>
					<button type="button" class="secondary" aria-disabled={isReadOnly} onClick={props.onAddLocale}>
						{words.addLocale}
					</button>
					{/* It keeps the focus when there is nothing more to undo. */}
					<button
						type="button"
						class="secondary"
						aria-disabled={!props.canUndo || isReadOnly}
						onClick={props.onUndo}
					>
						{words.undo}
					</button>
				</span>
			</div>
			{newKey && (
				<TableAddKey
					words={words}
					locale={constant === undefined ? undefined : props.names.get(constant)}
					begun={newKey}
					isThere={key => table.rows.some(row => row.key === key && isTranslated(key, row.texts[0]))}
					onTyped={onNewKey}
					onAdd={props.onAddKey}
					onClose={() => {
						onNewKey(undefined);
						addButton.current?.focus();
					}}
				/>
			)}
			<p role="status" class="count">
				{fill(words.count, props.shown, table.rows.length, props.missing)}
			</p>
		</header>
	);
}

type ChooserProps = Pick<TableToolbarProps, 'words' | 'filter' | 'onFilter'>;

const uses = ['all', 'used', 'unused'] as const;

function UseChooser({ words, filter, onFilter }: ChooserProps) {
	const names = { all: words.useAll, used: words.useUsed, unused: words.useUnused };
	return (
		<label>
			{words.use}{' '}
			<select
				value={filter.use}
				onChange={({ currentTarget }) =>
					onFilter({ use: uses.find(use => use === currentTarget.value) ?? 'all' })
				}
			>
				{uses.map(use => (
					<option key={use} value={use}>
						{names[use]}
					</option>
				))}
			</select>
		</label>
	);
}

function FamilyChooser({ words, table, filter, onFilter }: ChooserProps & { table: TranslationTable }) {
	const families = familiesOf(table.rows);
	const chosen = families.findIndex(([family]) => family === filter.family);
	return (
		<label>
			{words.family}{' '}
			<select
				value={String(chosen)}
				onChange={({ currentTarget }) => onFilter({ family: families[Number(currentTarget.value)]?.[0] })}
			>
				<option value="-1">{fill(words.familyAll, table.rows.length)}</option>
				{families.map(([family, count], index) => (
					<option key={family} value={String(index)}>
						{family === '' ? fill(words.familyPlain, count) : fill(words.familyCount, family, count)}
					</option>
				))}
			</select>
		</label>
	);
}
