import type { FormEvent, FormToggle, FormView } from './formView';
import { useForm } from './formContext';
import { MarkedLabel } from './formLabel';
import { FormSourceChoice } from './source/formSourceChoice';
import { localeNames } from '../../translations/page/tableLocales';

/** What form it is, in which language, and how it is shown. */
export function FormToolbar({
	view,
	dispatch,
	chooseLocale,
	copySourceBody,
	askSources,
	chooseSource,
}: {
	readonly view: FormView;
	readonly dispatch: (event: FormEvent) => void;
	readonly chooseLocale: (locale: string) => void;
	readonly copySourceBody: () => void;
	readonly askSources: () => void;
	readonly chooseSource: (id: string | undefined) => void;
}) {
	const { words } = useForm();
	const { picture, sources } = view;
	const names = localeNames(
		picture ? [...picture.locales, picture.locale] : [],
		document.documentElement.lang,
	);
	const toggles: readonly [FormToggle, string, string][] = [
		['showKeys', words.keys, words.keysTitle],
		['showHidden', words.hiddenFields, words.hiddenFieldsTitle],
		['showJson', words.json, words.jsonTitle],
	];
	return (
		<header class="toolbar" aria-label={words.toolbar}>
			<div class="form-name">
				<h1 title={view.name}>{picture?.name || view.name}</h1>
				{picture?.description && (
					<p class="form-description">
						<MarkedLabel label={picture.description} />
					</p>
				)}
			</div>
			{picture && (
				<div class="tools">
					<label class="choice">
						<span>{words.language}</span>
						<select
							class="select"
							name="locale"
							value={picture.locale}
							onChange={event => chooseLocale(event.currentTarget.value)}
						>
							{[...names].map(([locale, { name }]) => (
								<option key={locale} value={locale}>
									{name === locale ? locale : `${name} (${locale})`}
								</option>
							))}
						</select>
					</label>
					{sources && (
						<FormSourceChoice list={sources} chosen={view.source} ask={askSources} choose={chooseSource} />
					)}
					<div class="toggles">
						{toggles.map(([toggle, label, title]) => (
							<button
								type="button"
								class="toggle-button"
								key={toggle}
								data-toggle={toggle}
								title={title}
								aria-pressed={view[toggle]}
								onClick={() => dispatch({ type: 'toggle', toggle })}
							>
								{label}
							</button>
						))}
					</div>
					<button
						type="button"
						class="button secondary copy-source-body"
						title={words.copySourceBodyTitle}
						onClick={copySourceBody}
					>
						{words.copySourceBody}
					</button>
					<button type="button" class="button secondary clear" onClick={() => dispatch({ type: 'clear' })}>
						{words.clear}
					</button>
				</div>
			)}
		</header>
	);
}
