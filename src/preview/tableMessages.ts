import type { TranslationTable } from '../connector/translationTable';
import type { TableWords } from './tableWords';

/** From the extension to the page of a translation table. */
export type ToTablePage =
	/** Comes first. The page keeps `folder`, the connector's, in its state; `name` tells people which connector it is. */
	| { readonly type: 'start'; readonly words: TableWords; readonly folder: string; readonly name: string }
	| { readonly type: 'show'; readonly table: TranslationTable; readonly canUndo: boolean }
	/** An edit was not made, and why; the table is as it was. */
	| { readonly type: 'refused'; readonly message: string }
	/** There is nothing to show, and why. */
	| { readonly type: 'failed'; readonly message: string };

/** From the page of a translation table to the extension. */
export type FromTablePage =
	| { readonly type: 'ready' }
	/** Give a key another text in a locale, which need not have the key yet. */
	| { readonly type: 'setText'; readonly key: string; readonly locale: string; readonly text: string }
	/** Add the key to every locale that lacks it, with this text. */
	| { readonly type: 'addKey'; readonly key: string; readonly text: string }
	/** Take the key away from every locale. */
	| { readonly type: 'removeKey'; readonly key: string }
	/** Take back the last of the edits above. */
	| { readonly type: 'undo' }
	/** Show the key in its editor: in the translation of a locale, or where the form uses it first. */
	| { readonly type: 'reveal'; readonly key: string; readonly locale: string | undefined }
	| { readonly type: 'addLocale' }
	| { readonly type: 'retry' }
	/** Something in the page threw; goes to the log. */
	| { readonly type: 'error'; readonly message: string };
