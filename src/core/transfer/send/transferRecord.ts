import { isObject } from '../../api/errors';
import { parseLines } from '../../files/jsonLines';
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

/** What changes a record. */
export type TransferStep =
	/** A connector that was created, or the name by which it is known since. */
	| { readonly created: CreatedConnector }
	/** The script name of a connector that is gone again, with whatever was changed in it. */
	| { readonly deleted: string }
	/** A document that is being changed, or what has come of that. */
	| { readonly changed: TransferChange }
	/** A change that was taken back, or was in vain. */
	| { readonly dropped: TransferChange };

export function afterStep(record: TransferRecord, step: TransferStep): TransferRecord {
	const { created, changes } = record;
	if ('created' in step) {
		return { ...record, created: withOne(created, step.created, ({ scriptName }) => scriptName) };
	}
	if ('changed' in step) {
		return { ...record, changes: withOne(changes, step.changed, keyOfChange) };
	}
	if ('dropped' in step) {
		const key = keyOfChange(step.dropped);
		return { ...record, changes: changes.filter(change => keyOfChange(change) !== key) };
	}
	return {
		...record,
		created: created.filter(({ scriptName }) => scriptName !== step.deleted),
		changes: changes.filter(({ document }) => document.scriptName !== step.deleted),
	};
}
/** The list with one more, or with another one in the place of that of its key. */
function withOne<T>(all: readonly T[], one: T, keyOf: (each: T) => string): readonly T[] {
	const key = keyOf(one);
	return all.some(each => keyOf(each) === key)
		? all.map(each => (keyOf(each) === key ? one : each))
		: [...all, one];
}

/** The id of a history entry is unique in its document only. */
function keyOfChange({ document: { scriptName, part }, point }: TransferChange): string {
	return JSON.stringify([scriptName, part, point]);
}

/** Nothing of it is left to undo. */
export function isEmpty({ created, changes }: TransferRecord): boolean {
	return created.length === 0 && changes.length === 0;
}

/** A record for a file, to which `addedLine` adds the steps that change it. */
export function transferText(record: TransferRecord): string {
	return JSON.stringify(record);
}

/** Reads such a file; undefined for what cannot be undone, since part of it is missing. */
export function parseTransfer(text: string): TransferRecord | undefined {
	const [record, ...steps] = parseLines(text);
	const isWhole =
		isObject(record) &&
		areTexts(record, 'id', 'kind', 'tenant', 'title') &&
		isListOf(record['created'], isCreated) &&
		isListOf(record['changes'], isChange);
	// What a step was written for has only happened if the disk has all of it.
	return isWhole ? steps.filter(isStep).reduce(afterStep, record as unknown as TransferRecord) : undefined;
}

function isStep(step: unknown): step is TransferStep {
	return (
		isObject(step) &&
		((isObject(step['created']) && isCreated(step['created'])) ||
			(isObject(step['changed']) && isChange(step['changed'])) ||
			(isObject(step['dropped']) && isChange(step['dropped'])) ||
			typeof step['deleted'] === 'string')
	);
}

function isCreated(each: Readonly<Record<string, unknown>>): boolean {
	return areTexts(each, 'scriptName', 'name');
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
