import type { Entered } from '../../core/connector/form/entered';
import type { ShownValues } from '../../core/sources/shownValues';
import type { FormWords } from './formWords';
import type { SentPicture } from './sentPicture';

/** Why the picture is not what the text says. */
export interface UnreadableText {
	readonly message: string;
	/** Counts from 1. */
	readonly line: number;
}

export interface FormStart {
	readonly type: 'start';
	readonly words: FormWords;
	/** The connector's, which the page keeps in its state. */
	readonly folder: string;
	/** By which people know the connector. */
	readonly name: string;
	/** What the page before this one gave to hold. */
	readonly held: Entered | undefined;
}

/** The sources of the connector. */
export interface FormSourceList {
	/** Undefined until they are asked for. */
	readonly names: readonly { readonly id: string; readonly name: string }[] | undefined;
	/** A sentence: why they, or the values of one, cannot be read. */
	readonly message: string | undefined;
}

/** A source whose values the form shows; they are undefined while they are read. */
export interface ChosenSource {
	readonly id: string;
	readonly values: ShownValues | undefined;
}

/** From the extension to the page of a form preview. */
export type ToFormPage =
	/** Comes first. */
	| FormStart
	| {
			readonly type: 'show';
			readonly picture: SentPicture;
			readonly problem: UnreadableText | undefined;
			/** The text is broken, and the picture is of the text before. */
			readonly isStale: boolean;
			/** A sentence: what could not be read, so that the picture lacks it. `retry` tries again. */
			readonly notice: string | undefined;
			readonly source?: ChosenSource | undefined;
	  }
	/** Comes for a connector in a tenant only. */
	| { readonly type: 'sources'; readonly list: FormSourceList }
	/** The text is broken: the picture before stays. */
	| { readonly type: 'broken'; readonly problem: UnreadableText }
	/** The cursor is in this step, section or field, or in none. */
	| { readonly type: 'mark'; readonly id: string | undefined }
	/** The page is to send the attributes that are entered. */
	| { readonly type: 'giveAttributes' }
	/** A label has not got the text that people wanted, and why. */
	| { readonly type: 'refused'; readonly message: string; readonly text: string }
	/** There is nothing to show, and why. */
	| { readonly type: 'failed'; readonly message: string };

/** Another text for a label in a language, as an unsaved edit of its translation. */
export interface LabelEdit {
	readonly key: string;
	readonly locale: string;
	readonly text: string;
	/** What the page showed; null if the language lacked the key. */
	readonly before: string | null;
}

/** The connectorAttributes of a source. */
export type EnteredAttributes = Readonly<Record<string, unknown>>;

/** From the page of a form preview to the extension. */
export type FromFormPage =
	/** It listens; `locale` is the one that it showed before, `source` the id of that whose values it showed. */
	| { readonly type: 'ready'; readonly locale: string | undefined; readonly source: string | undefined }
	/** People are about to choose one. */
	| { readonly type: 'askSources' }
	/** Show the values of the source with this id; of none, if undefined. */
	| { readonly type: 'chooseSource'; readonly id: string | undefined }
	/** Show this step, section or field in the editor. */
	| { readonly type: 'reveal'; readonly id: string }
	/** Put the cursor there, if an editor that people see shows it; they stay in the page. */
	| { readonly type: 'select'; readonly id: string }
	| { readonly type: 'revealProblem' }
	| ({ readonly type: 'editText' } & LabelEdit)
	| { readonly type: 'chooseLocale'; readonly locale: string }
	| { readonly type: 'retry' }
	| { readonly type: 'copy'; readonly text: string }
	| { readonly type: 'copySourceBody' }
	/** What is entered, with names in the place of secrets; undefined while no form is shown. */
	| { readonly type: 'attributes'; readonly attributes: EnteredAttributes | undefined }
	/** What has been entered, if there are secrets in it: for the next page of the panel, and for no disk. */
	| { readonly type: 'hold'; readonly entered: Entered | undefined }
	/** Something in the page threw; goes to the log. */
	| { readonly type: 'error'; readonly message: string };
