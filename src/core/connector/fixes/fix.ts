import type { TextEdit } from '../../text/textEdit';
import type { DocumentName } from '../documentName';

/** Edits that do not overlap, by document. */
export type DocumentEdits = ReadonlyMap<DocumentName, readonly TextEdit[]>;

/** A way out of a problem: what it does, the names that a title needs, and its edits. */
export type Fix = {
	/** Empty if people are asked for a text first. */
	readonly edits: DocumentEdits;
	/** Whether it is most likely what people want. */
	readonly isPreferred: boolean;
} &
	/** The key gets a text in a locale, for which a person is asked. */
	(
		| { readonly code: 'add-text'; readonly key: string; readonly locale: string }
		/** A translation is taken away from every locale. */
		| { readonly code: 'remove-translations'; readonly key: string; readonly locales: readonly string[] }
		/** What a locale lacks is added with the texts of another one. */
		| { readonly code: 'add-missing'; readonly locale: string; readonly count: number }
		/** The entry that has no effect is taken away. */
		| { readonly code: 'remove-repeated'; readonly key: string }
		/** Letters of an entry are written as `\uXXXX`. */
		| { readonly code: 'escape-letters' }
		/** Another name is written in the place of the one that nothing has. */
		| { readonly code: 'use-name'; readonly name: string }
		/** An entry of the template is taken away. */
		| { readonly code: 'remove-entry'; readonly name: string }
		/** A tag of HTML is put at the end of a text, or taken out of it. */
		| { readonly code: 'add-html-tag' | 'remove-html-tag'; readonly tag: string }
		/** The template gets an entry with the field's default. */
		| { readonly code: 'add-entry'; readonly name: string }
		| { readonly code: 'set-namespace'; readonly namespace: string }
	);
