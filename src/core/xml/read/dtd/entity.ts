import type { XmlRange } from '../../tree';

/** A declared entity. Its range is that of its declared text, or of what brought it in. */
export interface Entity extends XmlRange {
	readonly name: string;
	/** `unknown`: something that is not read here may have declared it before. */
	readonly kind: 'internal' | 'external' | 'unparsed' | 'unknown';
	/** What an internal entity stands for. */
	readonly text: string;
}
