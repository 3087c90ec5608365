import type { SampleConnector } from '../service/model';

export type { SampleConnector };
export type Locale = keyof SampleConnector['translations'];

/** The types a field of a form may have. */
export type FieldType =
	| 'text'
	| 'url'
	| 'secret'
	| 'radio'
	| 'fileupload'
	| 'boolean'
	| 'number'
	| 'textarea'
	| 'secrettextarea'
	| 'checkbox'
	| 'toggle'
	| 'select'
	| 'list'
	| 'keyValue'
	| 'cardList';

export interface FieldDetails {
	readonly required?: boolean;
	readonly hidden?: boolean;
	readonly defaultValue?: string;
	/** A fixed value, for fields that nobody fills in. */
	readonly value?: string;
	/** Vocabulary keys. */
	readonly placeholder?: string;
	readonly help?: string;
	/** The field is shown only while this other field has this value. */
	readonly when?: readonly [field: string, value: string];
	readonly options?: readonly (readonly [label: string, value: string])[];
	readonly upload?: { readonly maxFiles: number; readonly maxSize: number; readonly extensions: string };
	readonly validateJSON?: boolean;
}

export interface Field extends FieldDetails {
	readonly type: FieldType;
	readonly name: string;
	readonly label?: string;
}

export interface Section {
	/** The last part of its vocabulary keys: `sectionLabel_…`, `sectionInfo_…`. */
	readonly id: string;
	readonly fields: readonly Field[];
	/** The last part of its `docLinkLabel_…`. */
	readonly docLink?: string;
}

export interface Menu {
	readonly id: string;
	readonly sections: readonly Section[];
}

/** What an entry of an Application's attributes may hold. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

export interface Schema {
	readonly objectType: 'account' | 'group';
	readonly nativeObjectType: string;
	readonly identityAttribute: string;
	readonly displayAttribute: string;
	/** What else the Schema element says of itself, such as `hierarchyAttribute`. */
	readonly more?: Readonly<Record<string, string>>;
	/** One attribute a line: name | type | flags | description. A flag is `multi` or, with its value, `minable=false`. */
	readonly attributes: string;
}

export type Filter =
	| {
			readonly operation: string;
			readonly property: string;
			readonly value?: string;
			readonly ignoreCase?: boolean;
			readonly matchMode?: 'ANYWHERE' | 'START' | 'END' | 'EXACT';
	  }
	| { readonly operation: 'AND' | 'OR' | 'NOT'; readonly filters: readonly Filter[] };

export interface Correlation {
	readonly filters: readonly Filter[];
	/** Accounts that belong to a certain identity, whatever the filters say. */
	readonly direct?: readonly { readonly conditions: readonly Filter[]; readonly identity: string }[];
}

/** How a text is laid out; people's editors differ. */
export interface Layout {
	readonly indent: string;
	readonly lineEnd: string;
	readonly byteOrderMark: boolean;
}

export interface Translation {
	readonly locale: Locale;
	readonly separator?: '=' | ' = ' | ': ' | ' ';
	/** Everything beyond ASCII as `\uXXXX`. */
	readonly escaped?: boolean;
	/** Long values go on in the next line. */
	readonly wrapped?: boolean;
	/** Keys that nobody has translated yet. */
	readonly without?: readonly string[];
}

/** All there is to know about a connector; its documents are written from it. */
export interface Definition {
	readonly name: string;
	readonly scriptName: string;
	readonly type: string;
	readonly className: string | null;
	readonly features: readonly string[] | null;
	readonly directConnect: boolean;
	readonly fileUpload: boolean;
	readonly status: SampleConnector['status'];
	readonly custom: boolean;
	readonly category: string;
	readonly labels: readonly string[];
	readonly platform: 'ccg' | 'saas';
	/** The vocabulary key of its one-sentence description. */
	readonly shortDesc: string;
	readonly base: readonly Field[];
	readonly menus: readonly Menu[];
	/** What a source starts with, by field name; a field not named here starts with its default. */
	readonly attributes: Readonly<Record<string, Value>>;
	readonly schemas: readonly Schema[];
	/** The account attributes that are asked for when an account is created. */
	readonly asked: readonly string[];
	readonly correlation: Correlation;
	readonly layout: Layout;
	readonly translations: readonly Translation[];
}
