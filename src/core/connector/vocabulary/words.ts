/** The words that a kind of document is written with, by element. No schema is published: others may be right, too. */
export type Vocabulary = Readonly<Record<string, ElementWords>>;

export interface ElementWords {
	readonly children: readonly string[];
	readonly attributes: Readonly<Record<string, AttributeWords>>;
	readonly isOftenEmpty?: boolean;
	/** It holds a text; these are the known ones. */
	readonly texts?: readonly string[];
}

export interface AttributeWords {
	readonly values?: readonly string[];
	/** Completion writes it with a new element; no check asks for it. */
	readonly inSnippet?: boolean;
	/** The value that it gets then. */
	readonly usual?: string;
	/** Such a value, by the element around the new one. */
	readonly usualIn?: Readonly<Record<string, string>>;
	/** Its values are the same in upper and lower case. */
	readonly ignoresCase?: boolean;
	/** Several values may stand in it, with this between them. */
	readonly separator?: string;
	readonly names?: Named;
	/** Such as an id: completion does not propose what other connectors have there. */
	readonly own?: boolean;
}

export const flag: AttributeWords = { values: ['true', 'false'] };
export const label: AttributeWords = { names: 'label' };
export const own: AttributeWords = { own: true };
/** An element whose Reference says which object it means. */
export const reference: ElementWords = { children: ['Reference'], attributes: {} };
export const script: ElementWords = {
	children: ['Source'],
	attributes: { language: { values: ['beanshell'] } },
};

/** What a value names that stands elsewhere in the connector's documents. */
export type Named =
	/** A key of the translations. */
	| 'label'
	/** A field of the form. */
	| 'field'
	/** A value that the field in `parentKey` may have. */
	| 'parent-value'
	/** A value that the field itself may have. */
	| 'field-value'
	/** A field of the form that the template has no value of yet; in a schema, one of its settings. */
	| 'entry'
	| 'identity-attribute'
	/** An attribute of the account schema. */
	| 'account-attribute'
	/** An attribute of the schema around it. */
	| 'schema-attribute'
	/** The object type of a schema. */
	| 'object-type';
