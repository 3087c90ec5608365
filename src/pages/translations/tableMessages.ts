import type { TranslationRow, TranslationTable } from '../../core/connector/translations/translationTable';
import type { TableWords } from './tableWords';

/** From the extension to the page of a translation table. */
export type ToTablePage =
	/** Comes first. The page keeps `folder`, the connector's, in its state; people see `name`. */
	| { readonly type: 'start'; readonly words: TableWords; readonly folder: string; readonly name: string }
	| ({ readonly type: 'show'; readonly table: TranslationTable } & TableStatus)
	/** Only these rows of the table are others than before. */
	| ({ readonly type: 'rows'; readonly rows: readonly TranslationRow[] } & TableStatus)
	/** An edit was not made, and why; the table is as it was. `change` is the text that was not written, if it was about one. */
	| { readonly type: 'refused'; readonly message: string; readonly change: SetText | undefined }
	/** The texts cannot be read, and why; what is shown may be old. */
	| { readonly type: 'failed'; readonly message: string };

/** What can be done with a table. */
export interface TableStatus {
	readonly canUndo: boolean;
	readonly canRedo: boolean;
	/** Why nothing can be changed; undefined if it can. */
	readonly readOnly: string | undefined;
	/** The number of the last `setText` that was written or refused. */
	readonly seenTo: number;
	/** The translations that are not saved, by locales, with the keys whose texts are others than the saved ones. */
	readonly unsaved: readonly (readonly [locale: string, keys: readonly string[]])[];
	/** What people may not have meant, and can undo: the last thing that they did. */
	readonly done: DoneInTable | undefined;
}

export type DoneInTable =
	| { readonly type: 'removedKey'; readonly key: string }
	| { readonly type: 'removedText'; readonly key: string; readonly locale: string }
	| { readonly type: 'discarded' };

/** From the page of a translation table to the extension. */
export type FromTablePage =
	| { readonly type: 'ready' }
	| SetText
	/** Add the key with its text in `en`, or in the first locale where there is no `en`. */
	| { readonly type: 'addKey'; readonly key: string; readonly text: string }
	/** Take the key away from every locale; `before` is what the page showed of it, by locales. */
	| {
			readonly type: 'removeKey';
			readonly key: string;
			readonly before: readonly (readonly [locale: string, text: string | null])[];
	  }
	/** Take back the last of the edits above, or make it again. */
	| { readonly type: 'undo' }
	| { readonly type: 'redo' }
	/** Save the connector's translations. */
	| { readonly type: 'save' }
	/** Take back what is not saved in the connector's translations. */
	| { readonly type: 'discard' }
	/** Show the key in its editor: in the translation of a locale, or where the form uses it first. */
	| { readonly type: 'reveal'; readonly key: string; readonly locale: string | undefined }
	| { readonly type: 'addLocale' }
	| { readonly type: 'retry' }
	/** Something in the page threw; goes to the log. */
	| { readonly type: 'error'; readonly message: string };

/** Give a key another text in a locale, which need not have the key yet, or take it away there. */
export interface SetText {
	readonly type: 'setText';
	/** Grows from one to the next. */
	readonly number: number;
	readonly key: string;
	readonly locale: string;
	/** Null takes the key away from the locale. */
	readonly text: string | null;
	/** What the page showed when people began to edit it; null if the locale lacked the key. */
	readonly before: string | null;
}
