import { useEffect, useRef } from 'preact/hooks';
import type { TableWords } from '../tableWords';
import { fill } from '../../panel/page/connect';
import { constantLocale, shownColumns, type TableFilter } from './tableFilter';
import type { LocaleName } from './tableLocales';
import { taken } from './tableShortcuts';

interface TableLocaleChooserProps {
	readonly words: TableWords;
	readonly locales: readonly string[];
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly filter: TableFilter;
	readonly onHide: (locales: readonly string[]) => void;
}

/** Which locales have a column. */
export function TableLocaleChooser({ words, locales, names, filter, onHide }: TableLocaleChooserProps) {
	const details = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		const closeOutside = ({ target }: Event) => {
			if (details.current?.open && target instanceof Node && !details.current.contains(target)) {
				details.current.open = false;
			}
		};
		document.addEventListener('focusin', closeOutside);
		document.addEventListener('pointerdown', closeOutside);
		return () => {
			document.removeEventListener('focusin', closeOutside);
			document.removeEventListener('pointerdown', closeOutside);
		};
	}, []);
	const { hiddenLocales } = filter;
	const constant = constantLocale(locales);
	const others = locales.filter(locale => locale !== constant);
	return (
		<details
			ref={details}
			class="locales"
			onKeyDown={event => {
				if (event.key === 'Escape' && event.currentTarget.open) {
					taken(event);
					event.currentTarget.open = false;
					event.currentTarget.querySelector('summary')?.focus();
				}
			}}
		>
			<summary>
				{fill(words.localesShown, shownColumns(locales, hiddenLocales).length, locales.length)}
			</summary>
			<div class="menu" role="group" aria-label={words.locales}>
				<div class="menu-buttons">
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
			</div>
		</details>
	);
}
