import type { XmlCursor } from '../../xml/cursor';
import type { XmlDocument } from '../../xml/tree';
import type { ConnectorDocuments } from '../connectorDocuments';
import type { XmlName } from '../documentName';
import type { Usage } from '../vocabulary/vocabularyUsage';

/** Where something is typed, and what is known around it. */
export interface CompletionPlace {
	readonly kind: XmlName;
	readonly document: XmlDocument;
	readonly offset: number;
	/** What is known of the connector's documents. */
	readonly connector: ConnectorDocuments;
	/** Other connectors, whose words are proposed. */
	readonly neighbours: readonly ConnectorDocuments[];
}

/** A place, and what all connectors around it are written with. */
export interface Completing extends CompletionPlace {
	readonly usage: Usage;
}

/** Something that can be put where a cursor stands; the first of several is the likeliest. */
export interface Completion {
	readonly kind: 'element' | 'end-tag' | 'attribute' | 'value' | 'name' | 'label';
	readonly label: string;
	readonly newText: string;
	/** `newText` has stops for the cursor in it. */
	readonly isSnippet: boolean;
	/** How many connectors have it; undefined where that says nothing. */
	readonly connectors?: number;
	/** The word of the vocabulary that it is. */
	readonly word?: { readonly element: string; readonly attribute?: string; readonly value?: string };
	/** What people read for it. */
	readonly text?: string;
	/** Values can be proposed for it in turn. */
	readonly goesOn?: boolean;
}

/** What can take the place of a range. */
export interface Completions {
	readonly cursor: XmlCursor;
	readonly start: number;
	readonly end: number;
	readonly items: readonly Completion[];
	/** How many connectors were looked at: those that memory holds. */
	readonly connectors: number;
}

/** How many values of other connectors are proposed at most. */
export const mostLearned = 200;
