import { isObject } from '../api/errors';
import { parseLines } from '../files/jsonLines';
import { documentParts } from '../remote/documentParts';
import { longestWay } from '../remote/lateSaves';
import type { DocumentId } from '../remote/documentPath';
import { saveOutcomes } from '../remote/saveOutcome';

/**
 * What made a text leave: a save, also of what an agent has proposed, an earlier version given back, or a text that was somewhere
 * else before.
 */
const saveActions = ['save', 'proposal', 'restore', 'import', 'promotion', 'copy', 'undo'] as const;
export type SaveAction = (typeof saveActions)[number];

/** What names a history entry. */
export interface HistoryEntryName {
	/** Names it among those of its document; sorts by time. */
	readonly id: string;
	readonly document: DocumentId;
}

/** Tells one text from another. */
export interface TextMark {
	/** See `hashOf`. */
	readonly hash: string;
	/** In bytes. */
	readonly size: number;
}

/**
 * The facts of an entry, as they are kept in its record under these names, and how each is read from there. Another version
 * of this extension, or a power cut, may have left none, or anything: the text beside the record counts all the same.
 */
const facts = {
	action: oneOf(saveActions, 'save'),
	/** Who sent the text, from which machine; empty if that is not known. */
	by: (stored: unknown) => (typeof stored === 'string' ? stored : ''),
	/** What the tenant had; undefined if it had no such document. */
	replaced: textMark,
	sent: textMark,
	outcome: oneOf(saveOutcomes, 'unknown'),
};
type Facts = { readonly [Name in keyof typeof facts]: ReturnType<(typeof facts)[Name]> };

/** What a tenant had before a text was sent to it, and what came of that. */
export interface HistoryEntry extends HistoryEntryName, Facts {
	readonly at: Date;
}

/** How the file of a record ends, behind the entry's id. */
export const recordEnding = '.about.json';
/** The same of a file that is there as long as a save has no answer. */
export const unansweredEnding = '.unanswered.json';

/** How many entries a document keeps, and for how long. */
export interface Retention {
	readonly count: number;
	/** In days. */
	readonly age: number;
}

/** The file beside the text: the facts, the time, and whose document it is. */
export function recordText(entry: HistoryEntry): string {
	return `${JSON.stringify(recordOf(entry), undefined, '\t')}\n`;
}

/** The same with the text that was sent, for as long as the tenant may have another one. Outcomes are added to it, see `addedLine`. */
export function openRecordText(entry: HistoryEntry, sent: Uint8Array): string {
	return JSON.stringify({ ...recordOf(entry), sentBytes: Buffer.from(sent).toString('base64') });
}

function recordOf(entry: HistoryEntry) {
	return { ...entry.document, ...entry, id: undefined, document: undefined };
}

/** Reads what `recordText` or `openRecordText` wrote. */
export function parseRecord(id: string, text: string | undefined): Omit<HistoryEntry, 'document'> {
	const record = parseObject(text);
	const found = Object.entries(facts).map(([name, read]) => [name, read(record[name])]);
	return { id, at: dateOf(id) ?? new Date(0), ...(Object.fromEntries(found) as Facts) };
}

/** The document that a record names. */
export function documentIn(text: string | undefined): DocumentId | undefined {
	const { tenant, scriptName, part } = parseObject(text);
	const known = documentParts.find(each => each === part);
	return typeof tenant === 'string' && typeof scriptName === 'string' && known
		? { tenant, scriptName, part: known }
		: undefined;
}

/** The text that was sent, if the record has it. */
export function sentBytesIn(text: string | undefined): Uint8Array | undefined {
	const { sentBytes } = parseObject(text);
	return typeof sentBytes === 'string' ? Buffer.from(sentBytes, 'base64') : undefined;
}

/** A name for the time, which every file system takes. */
export function idAt(date: Date): string {
	return date.toISOString().replaceAll(':', '-');
}

/** The inverse of `idAt`; undefined for every other text. */
export function dateOf(id: string): Date | undefined {
	const [, day, hours, minutes, seconds] = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)$/.exec(id) ?? [];
	const date = new Date(`${day}${hours}:${minutes}:${seconds}`);
	return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Of a record that is broken there is nothing: the text beside it counts. */
function parseObject(text = ''): Readonly<Record<string, unknown>> {
	return Object.assign({}, ...parseLines(text).filter(isObject)) as Record<string, unknown>;
}

function oneOf<T extends string>(all: readonly T[], otherwise: T): (stored: unknown) => T {
	return stored => all.find(each => each === stored) ?? otherwise;
}

function textMark(stored: unknown): TextMark | undefined {
	const { hash, size } = (stored ?? {}) as Partial<Record<keyof TextMark, unknown>>;
	return typeof hash === 'string' && typeof size === 'number' ? { hash, size } : undefined;
}

/** Milliseconds in which a text that was sent may still arrive, judged by its record alone; 0 if it cannot any more. */
export function wayLeft({ at, outcome }: Pick<HistoryEntry, 'at' | 'outcome'>): number {
	const left = outcome === 'unknown' ? at.getTime() + longestWay - Date.now() : 0;
	return Math.min(Math.max(0, left), longestWay); // The clock may have been set back since.
}
