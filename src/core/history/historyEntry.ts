import { longestWay } from '../remote/lateSaves';
import type { DocumentId } from '../remote/documentPath';
import type { SaveOutcome } from '../remote/save';

/** What made a text leave: a save, an earlier version given back, or a text that was somewhere else before. */
export const saveActions = ['save', 'restore', 'import', 'promotion', 'copy', 'undo'] as const;
export type SaveAction = (typeof saveActions)[number];

/** What names a history entry. */
export interface HistoryEntryName {
	/** Names it among those of its document; sorts by time. */
	readonly id: string;
	readonly document: DocumentId;
}

/** What a tenant had before a text was sent to it, and what came of that. */
export interface HistoryEntry extends HistoryEntryName {
	readonly at: Date;
	readonly action: SaveAction;
	/** Who sent the text from which machine, as far as the machine tells. */
	readonly by: string;
	/** Undefined if the tenant had no such document. */
	readonly replaced: TextMark | undefined;
	readonly sent: TextMark | undefined;
	readonly outcome: SaveOutcome;
}

/** Tells one text from another. */
export interface TextMark {
	/** See `hashOf`. */
	readonly hash: string;
	/** In bytes. */
	readonly size: number;
}

/** How many history entries a document keeps, and for how long. */
export interface Retention {
	readonly count: number;
	/** In days. */
	readonly age: number;
}

const outcomes: readonly SaveOutcome[] = [
	'accepted',
	'saved',
	'rewritten',
	'refused',
	'lost',
	'overtaken',
	'unknown',
];

/** The file beside the texts. */
export function recordText(entry: HistoryEntry): string {
	const { document, at, action, by, replaced, sent, outcome } = entry;
	return `${JSON.stringify({ ...document, at: at.toISOString(), action, by, replaced, sent, outcome }, undefined, '\t')}\n`;
}

/** Reads what `recordText` wrote; what is missing or strange is unknown, so that the text itself can still be used. */
export function parseRecord(id: string, text: string | undefined): Omit<HistoryEntry, 'document'> {
	const record = parseObject(text);
	return {
		id,
		at: dateOf(id) ?? new Date(0),
		action: saveActions.find(each => each === record['action']) ?? 'save',
		by: typeof record['by'] === 'string' ? record['by'] : '',
		replaced: asMark(record['replaced']),
		sent: asMark(record['sent']),
		outcome: outcomes.find(each => each === record['outcome']) ?? 'unknown',
	};
}

/** The id of the tenant that a record names. */
export function tenantIn(text: string | undefined): string | undefined {
	const { tenant } = parseObject(text);
	return typeof tenant === 'string' ? tenant : undefined;
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

function parseObject(text: string | undefined): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {}; // A record that a power cut left broken: the text beside it counts.
	}
}

function asMark(value: unknown): TextMark | undefined {
	const { hash, size } = (value ?? {}) as Partial<Record<keyof TextMark, unknown>>;
	return typeof hash === 'string' && typeof size === 'number' ? { hash, size } : undefined;
}

/** Milliseconds in which a text may still arrive that has left, as far as only its record tells; 0 if it will not. */
export function wayLeft({ at, outcome }: Pick<HistoryEntry, 'at' | 'outcome'>): number {
	const left = outcome === 'unknown' ? at.getTime() + longestWay - Date.now() : 0;
	return Math.min(Math.max(0, left), longestWay); // The clock may have been set back since.
}

/** Whether the tenant still has what it had. */
export function isInVain(outcome: SaveOutcome): boolean {
	return outcome === 'refused' || outcome === 'lost';
}
