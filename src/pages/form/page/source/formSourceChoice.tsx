import type { FormSourceList } from '../../formMessages';
import { useForm } from '../formContext';

/** Whose values the form shows. */
export function FormSourceChoice({
	list: { names },
	chosen,
	ask,
	choose,
}: {
	readonly list: FormSourceList;
	readonly chosen: string | undefined;
	/** The list is about to be seen. */
	readonly ask: () => void;
	readonly choose: (id: string | undefined) => void;
}) {
	const { words } = useForm();
	const isMissing = chosen !== undefined && !names?.some(({ id }) => id === chosen);
	return (
		<label class="choice" title={words.valuesTitle}>
			<span>{words.values}</span>
			<select
				class="select"
				name="source"
				value={chosen ?? ''}
				onFocus={ask}
				onChange={({ currentTarget }) => choose(currentTarget.value || undefined)}
			>
				<option value="">{words.noSource}</option>
				{isMissing && <option value={chosen}>{words.loading}</option>}
				{names?.map(({ id, name }) => (
					<option key={id} value={id}>
						{name}
					</option>
				))}
				{!isMissing && !names?.length && <option disabled>{names ? words.noSources : words.loading}</option>}
			</select>
		</label>
	);
}
