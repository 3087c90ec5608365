import type { FieldControl } from '../model/fieldTypes';

/** What an administrator sees of a source-config, in one locale: plain data, which a page can be sent. */
export interface FormPicture {
	/** The form's own; empty if it has none. */
	readonly name: string;
	readonly description: Label | undefined;
	readonly locale: string;
	/** Those that the connector has translations for, `en` first. */
	readonly locales: readonly string[];
	/** The fields of the BaseConfig are the first step; the others are the menus. */
	readonly steps: readonly FormStep[];
}

/** A step, section or field, and where its element stands in the source-config. */
export interface FormPart {
	/** Unique in the picture, and the same in the next one as long as its name is. */
	readonly id: string;
	/** Where the element begins and ends in the text, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** All of them have to hold: the element's own, and those of what is around it. */
	readonly conditions: readonly ShownWhile[];
}

/** Something is shown only while the field of that name has the value; any value, if none is said. */
export interface ShownWhile {
	readonly name: string;
	readonly value: string | undefined;
}

/** A text that people read, and the key that the source-config has in its place. */
export interface Label {
	readonly key: string;
	readonly text: string;
	/**
	 * `locale`: the text is the locale's own; `en`: the English one stands in for it; `key`: no text is known, and the key
	 * shows itself; `text`: the source-config has the text itself.
	 */
	readonly origin: 'locale' | 'en' | 'key' | 'text';
}

export interface FormStep extends FormPart {
	readonly kind: 'base' | 'menu';
	readonly label: Label | undefined;
	/** What stands in a step without a section is in one of its own, which has neither a label nor an information text. */
	readonly sections: readonly FormSection[];
}

export interface FormSection extends FormPart {
	readonly label: Label | undefined;
	/** May hold HTML. */
	readonly info: Label | undefined;
	readonly link: { readonly address: string; readonly label: Label | undefined } | undefined;
	readonly fields: readonly PictureField[];
}

export interface PictureField extends FormPart {
	/** The key of its value among a source's connectorAttributes; empty while it has none. */
	readonly name: string;
	/** As it is written; empty if nothing is. */
	readonly type: string;
	readonly control: FieldControl;
	readonly label: Label | undefined;
	readonly placeholder: Label | undefined;
	readonly help: Label | undefined;
	readonly isRequired: boolean;
	readonly isHidden: boolean;
	/** What a new source starts with. */
	readonly initial: InitialValue | undefined;
	readonly options: readonly PictureOption[];
	readonly upload: UploadLimits | undefined;
	/** What a card of a `cardList` holds; empty if it says nothing. */
	readonly fields: readonly PictureField[];
}

export interface PictureOption {
	readonly label: Label;
	readonly value: string;
}

/** As they are written. */
export interface UploadLimits {
	readonly maxFiles: string | undefined;
	/** In KB. */
	readonly maxSize: string | undefined;
	readonly extensions: string | undefined;
}

export interface InitialValue {
	readonly value: FieldValue;
	readonly origin: 'value' | 'source-template' | 'defaultValue';
}

/** What a field holds: a text, whether a switch is on, the texts of a list, the pairs of a keyValue, the cards of a cardList. */
export type FieldValue =
	| string
	| boolean
	| readonly string[]
	| { readonly pairs: readonly (readonly [key: string, value: string])[] }
	| { readonly cards: readonly Readonly<Record<string, FieldValue>>[] };
