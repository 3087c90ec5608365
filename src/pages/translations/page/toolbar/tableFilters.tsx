import type { TranslationTable } from '../../../../core/connector/translations/translationTable';
import { fill } from '../../../panel/page/connect';
import type { TableWords } from '../../tableWords';
import { familiesOf, type TableFilter } from '../tableFilter';
import type { LocaleName } from '../tableLocales';
import { TableLanguages } from './tableLanguages';
import { TablePopover } from './tablePopover';

export interface TableFiltersProps {
	readonly words: TableWords;
	readonly table: TranslationTable;
	readonly filter: TableFilter;
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly onFilter: (change: Partial<TableFilter>) => void;
}

/** Which keys and languages to see. */
export function TableFilters(props: TableFiltersProps & { readonly holdsOnlyMissing: boolean }) {
	const { words, table, filter, names, onFilter } = props;
	return (
		<TablePopover id="filters" label={words.filters} face={words.filters}>
			{props.holdsOnlyMissing && <OnlyMissing {...{ words, filter, onFilter }} />}
			{table.hasForm && <UsageChooser {...{ words, filter, onFilter }} />}
			<KeyTypeChooser {...{ words, table, filter, onFilter }} />
			<TableLanguages
				{...{ words, filter, names }}
				locales={table.locales}
				onHide={hiddenLocales => onFilter({ hiddenLocales })}
			/>
		</TablePopover>
	);
}

type ChooserProps = Pick<TableFiltersProps, 'words' | 'filter' | 'onFilter'>;

export function OnlyMissing({ words, filter, onFilter }: ChooserProps) {
	return (
		<button
			type="button"
			class="secondary"
			aria-pressed={filter.onlyMissing}
			onClick={() => onFilter({ onlyMissing: !filter.onlyMissing })}
		>
			{words.onlyMissing}
		</button>
	);
}

const uses = ['all', 'used', 'unused'] as const;

function UsageChooser({ words, filter, onFilter }: ChooserProps) {
	const names = { all: words.usageAll, used: words.usageUsed, unused: words.usageUnused };
	return (
		<label>
			<span>{words.usage}</span>
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

function KeyTypeChooser({ words, table, filter, onFilter }: ChooserProps & { table: TranslationTable }) {
	const families = familiesOf(table.rows);
	const chosen = families.findIndex(([family]) => family === filter.family);
	return (
		<label>
			<span>{words.keyType}</span>
			<select
				value={String(chosen)}
				onChange={({ currentTarget }) => onFilter({ family: families[Number(currentTarget.value)]?.[0] })}
			>
				<option value="-1">{fill(words.keyTypeAll, table.rows.length)}</option>
				{families.map(([family, count], index) => (
					<option key={family} value={String(index)}>
						{family === '' ? fill(words.keyTypeOther, count) : fill(words.keyTypeCount, family, count)}
					</option>
				))}
			</select>
		</label>
	);
}
