import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { isTranslated } from '../../../../core/connector/translations/translation';
import type { TableStatus } from '../../tableMessages';
import { TableAddKey } from './tableAddKey';
import { constantLocale } from '../tableFilter';
import type { NewKey } from '../tableKept';
import { useMedia } from '../tableMedia';
import { taken } from '../tableShortcuts';
import { OnlyMissing, TableFilters, type TableFiltersProps } from './tableFilters';
import { TableHelp } from './tableHelp';
import { closePopover, TablePopover } from './tablePopover';
import { TableSaving } from './tableSaving';

interface TableToolbarProps extends TableFiltersProps {
	readonly title: string;
	readonly status: TableStatus;
	/** Undefined if no key is about to be added. */
	readonly newKey: NewKey | undefined;
	readonly search: RefObject<HTMLInputElement | null>;
	readonly onNewKey: (newKey: NewKey | undefined) => void;
	readonly onAddKey: (key: string, text: string) => void;
	readonly onAddLanguage: () => void;
	readonly onUndo: () => void;
	readonly onSave: () => void;
	readonly onDiscard: () => void;
}

/** What is above the table: one line, of which a narrow page has less important things behind buttons. */
export function TableToolbar(props: TableToolbarProps) {
	const { words, table, filter, names, status, newKey, onFilter, onNewKey } = props;
	const isReadOnly = status.readOnly !== undefined;
	const isNarrow = useMedia('(width < 900px)');
	const constant = constantLocale(table.locales);
	const addButton = useRef<HTMLButtonElement>(null);
	const addKey = (
		<button
			ref={addButton}
			type="button"
			class="secondary"
			aria-expanded={newKey !== undefined}
			aria-disabled={isReadOnly}
			onClick={({ currentTarget }) => {
				closePopover(currentTarget);
				onNewKey(newKey ? undefined : { key: '', text: '' });
			}}
		>
			{words.addKey}
		</button>
	);
	const undo = (
		// It keeps the focus when there is nothing more to undo.
		<button
			type="button"
			class="secondary"
			aria-disabled={!status.canUndo || isReadOnly}
			onClick={props.onUndo}
		>
			{words.undo}
		</button>
	);
	return (
		<header>
			<h1 class="unseen">{props.title}</h1>
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
				{!isNarrow && <OnlyMissing {...{ words, filter, onFilter }} />}
				<TableFilters {...{ words, table, filter, names, onFilter }} holdsOnlyMissing={isNarrow} />
				<span class="actions">
					{!isNarrow && addKey}
					{!isNarrow && undo}
					<TablePopover id="more" label={words.more} face="⋯" isIcon>
						<div class="buttons-column">
							{isNarrow && addKey}
							<button
								type="button"
								class="secondary"
								aria-disabled={isReadOnly}
								onClick={({ currentTarget }) => {
									closePopover(currentTarget);
									props.onAddLanguage();
								}}
							>
								{words.addLanguage}
							</button>
							{isNarrow && undo}
						</div>
					</TablePopover>
					<TableHelp words={words} />
				</span>
				<TableSaving
					{...{ words, names, isReadOnly }}
					unsaved={status.unsaved}
					onSave={props.onSave}
					onDiscard={props.onDiscard}
				/>
			</div>
			{newKey && (
				<TableAddKey
					words={words}
					locale={constant === undefined ? undefined : names.get(constant)}
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
		</header>
	);
}
