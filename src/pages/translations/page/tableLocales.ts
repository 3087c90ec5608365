/** A locale as people read it, and as browsers and screen readers know it. */
export interface LocaleName {
	/** The code itself where no better name is known. */
	readonly name: string;
	/** For an attribute `lang`; undefined if the locale is no language that is known. */
	readonly tag: string | undefined;
}

/** The names of locales in the language that people read. */
export function localeNames(locales: readonly string[], reader: string): ReadonlyMap<string, LocaleName> {
	const names = new Intl.DisplayNames([reader, 'en'], { type: 'language', fallback: 'none' });
	return new Map(locales.map(locale => [locale, nameOf(locale, names)]));
}

function nameOf(locale: string, names: Intl.DisplayNames): LocaleName {
	try {
		const tag = new Intl.Locale(locale.replaceAll('_', '-')).toString();
		const name = names.of(tag);
		return name === undefined ? { name: locale, tag: undefined } : { name, tag };
	} catch {
		return { name: locale, tag: undefined }; // It is not made like the code of a language.
	}
}
