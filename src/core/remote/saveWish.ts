import type { AccessMode } from '../api/tenant';

/** Whose wish it is that a text is saved, as far as VS Code shows. */
export type SavedBy =
	/** A person's: they chose Save, or a command of this extension. */
	| 'person'
	/** VS Code's, which saves what was typed (`files.autoSave`). */
	| 'auto-save'
	/** VS Code's, which saves what a rename or a quick fix changed in several documents (`files.refactoring.autoSave`). */
	| 'refactoring'
	/** Nobody announced it, and a person has typed the text: "Save without Formatting". */
	| 'unformatted'
	/** Nobody announced it, and a program has changed the text in the editor: an agent's edit, or its undo. */
	| 'agent'
	/** Another extension's, with `workspace.fs.writeFile`. */
	| 'program';

/** Whether VS Code announces such a save (`onWillSaveTextDocument`). */
export function isAnnounced(by: SavedBy): boolean {
	return by === 'person' || by === 'auto-save' || by === 'refactoring';
}

/** What people have set for saves. */
export interface SaveSettings {
	readonly automatic: boolean;
	readonly byPrograms: 'ask' | 'refuse' | 'send';
	readonly withoutFormatting: 'ask' | 'send';
}

export type Verdict = 'send' | 'ask' | 'refuse';

/** Whether a text is sent, refused, or sent if a person says so. Only a person's own save is sent without more ado. */
export function verdict(by: SavedBy, access: AccessMode, settings: SaveSettings): Verdict {
	if (access === 'read-only') {
		return 'refuse';
	}
	const byAccess = access === 'ask' ? 'ask' : 'send';
	switch (by) {
		case 'person':
			return byAccess;
		case 'auto-save':
			return settings.automatic ? byAccess : 'refuse';
		case 'refactoring':
			return 'ask';
		case 'unformatted':
			return settings.withoutFormatting === 'send' ? byAccess : 'ask';
		case 'agent':
			return settings.byPrograms === 'refuse' ? 'refuse' : 'ask';
		case 'program':
			return settings.byPrograms === 'send' ? byAccess : settings.byPrograms;
	}
}

/**
 * The same for a text that nothing sends unasked: an agent proposed it, and no person has looked at the changes; or a program
 * writes it to a document of which an editor has unsaved text.
 */
export function verdictOnUnseen(by: SavedBy, access: AccessMode, settings: SaveSettings): Verdict {
	const usual = verdict(by, access, settings);
	return usual !== 'send' ? usual : by === 'auto-save' ? 'refuse' : 'ask';
}
