import { isObject } from '../../api/errors';
import type { DocumentId } from '../../remote/documentPath';
import type { SaveAction } from '../../history/historyEntry';

/** Why several texts went to a tenant together. */
export type TransferKind = Extract<SaveAction, 'import' | 'promotion' | 'copy'>;

/** One document that a transfer has changed. */
export interface TransferChange {
	readonly document: DocumentId;
	/** The id of the history entry that has what was there before. */
	readonly point: string;
	/** The tenant had no such document before. */
	readonly isNew: boolean;
	/** The `contentHash` of what the tenant had after it. */
	readonly made: string;
}

/** A connector that a transfer has created. */
export interface CreatedConnector {
	readonly scriptName: string;
	readonly name: string;
}

/** What a transfer has done and nobody has undone, so that it can be undone as a whole. */
export interface TransferRecord {
	/** Made of the time by `idAt`. */
	readonly id: string;
	readonly kind: TransferKind;
	readonly tenant: string;
	/** What came from where, as people know it. */
	readonly title: string;
	readonly created: readonly CreatedConnector[];
	readonly changes: readonly TransferChange[];
}

export function transferText(record: TransferRecord): string {
	return `${JSON.stringify(record, undefined, '\t')}\n`;
}

/** Reads what `transferText` wrote; undefined for what cannot be undone, since part of it is missing. */
export function parseTransfer(text: string): TransferRecord | undefined {
	try {
		const record: unknown = JSON.parse(text);
		const isWhole =
			isObject(record) &&
			areTexts(record, 'id', 'kind', 'tenant', 'title') &&
			isListOf(record['created'], each => areTexts(each, 'scriptName', 'name')) &&
			isListOf(record['changes'], isChange);
		return isWhole ? (record as unknown as TransferRecord) : undefined;
	} catch {
		return undefined; // A power cut left a part of it; the history entries are in the documents' history all the same.
	}
}

function isChange(change: Readonly<Record<string, unknown>>): boolean {
	const { document } = change;
	return (
		areTexts(change, 'point', 'made') &&
		isObject(document) &&
		areTexts(document, 'tenant', 'scriptName', 'part')
	);
}

function isListOf(value: unknown, isOne: (each: Readonly<Record<string, unknown>>) => boolean): boolean {
	return Array.isArray(value) && value.every(each => isObject(each) && isOne(each));
}

function areTexts(object: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean {
	return names.every(name => typeof object[name] === 'string');
}
