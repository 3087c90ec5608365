/** As package.json has it; a key is written as in `ctrl+k v`. */
export interface Keybinding {
	readonly command: string;
	readonly key?: string;
	readonly mac?: string;
}

/** What a help text is filled in with, in its language. */
export interface HelpFacts {
	/** Of a command, in quotes. */
	readonly titleOf: (id: string) => string;
	/** What a button says, in quotes. @param english what it says in English */
	readonly wordOf: (english: string) => string;
	readonly keybindings: readonly Keybinding[];
	/** The keys of the translation table and what they do; `{0}` stands for Ctrl or Cmd. */
	readonly tableShortcuts: readonly (readonly [keys: string, what: string])[];
	readonly isMac: boolean;
}

/**
 * A help text with what it leaves open: `<command:id>` becomes the title of a command with its first key, such as `"Save to
 * Tenant" (Ctrl+S)`, `<word:Text>` what a button says, and `<table-shortcuts>` a list. Keys stand between backticks, as on
 * Windows and Linux; of the marks, which screen readers would read, only those of headings and lists stay.
 */
export function filledHelp(text: string, facts: HelpFacts): string {
	const control = facts.isMac ? 'Cmd' : 'Ctrl';
	const shortcuts = facts.tableShortcuts.map(
		([keys, what]) => `- ${keys.replaceAll('{0}', control)}: ${what}`,
	);
	return text
		.replace(/`([^`\n]+)`/g, (_, keys: string) => keys.replaceAll('Ctrl', control))
		.replace('<table-shortcuts>', shortcuts.join('\n'))
		.replace(/<word:([^>]+)>/g, (_, english: string) => facts.wordOf(english))
		.replace(/<command:([\w.]+)>/g, (_, id: string) => {
			const binding = facts.keybindings.find(({ command }) => command === id);
			const key = (facts.isMac && binding?.mac) || binding?.key;
			return key === undefined ? facts.titleOf(id) : `${facts.titleOf(id)} (${shownKey(key)})`;
		});
}

function shownKey(key: string): string {
	return key.replace(/\b[a-z]/g, letter => letter.toUpperCase());
}
