import * as vscode from 'vscode';

/** Each takes about a millisecond to be made. */
let names: Intl.DisplayNames | undefined;

/** What people call the language of a locale, in the language of VS Code: `German`. */
export function languageName(locale: string): string {
	try {
		names ??= new Intl.DisplayNames(vscode.env.language, { type: 'language' });
		return names.of(locale.replaceAll('_', '-')) ?? locale;
	} catch {
		return locale; // A file of an exported connector may have any name.
	}
}

/** The same with the locale: `German (de)`. */
export function languageLabel(locale: string): string {
	const name = languageName(locale);
	return name === locale ? locale : `${name} (${locale})`;
}
