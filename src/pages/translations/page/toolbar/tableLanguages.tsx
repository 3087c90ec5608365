import type { TableWords } from '../../tableWords';
import { constantLocale, type TableFilter } from '../tableFilter';
import type { LocaleName } from '../tableLocales';

interface TableLanguagesProps {
	readonly words: TableWords;
	readonly locales: readonly string[];
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly filter: TableFilter;
	readonly onHide: (locales: readonly string[]) => void;
}

/** Which languages have a column. */
export function TableLanguages({ words, locales, names, filter, onHide }: TableLanguagesProps) {
	const { hiddenLocales } = filter;
	const constant = constantLocale(locales);
	const others = locales.filter(locale => locale !== constant);
	return (
		<fieldset class="languages">
			<legend>{words.languages}</legend>
			<div class="buttons-row">
				<button type="button" class="secondary" onClick={() => onHide([])}>
					{words.showAll}
				</button>
				<button type="button" class="secondary" onClick={() => onHide(others)}>
					{words.hideAll}
				</button>
			</div>
			{locales.map(locale => (
				<label key={locale}>
					<input
						type="checkbox"
						value={locale}
						disabled={locale === constant}
						checked={locale === constant || !hiddenLocales.includes(locale)}
						onChange={({ currentTarget }) =>
							onHide(
								currentTarget.checked
									? hiddenLocales.filter(hidden => hidden !== locale)
									: [...hiddenLocales, locale],
							)
						}
					/>
					<span>{names.get(locale)?.name}</span> <code>{locale}</code>
				</label>
			))}
		</fieldset>
	);
}
