import type { TranslationTable } from '../../../core/connector/translations/translationTable';
import type { FromTablePage, SetText, TableStatus, ToTablePage } from '../tableMessages';
import { withChanges, withRows, withSameObjects } from './tableChanges';

type Start = Extract<ToTablePage, { type: 'start' }>;

/** Why something was not done. */
export interface Refusal {
	readonly message: string;
	/** The text that was not written, if it was about one. */
	readonly change: SetText | undefined;
}

/** What the page knows from the extension, and what it has asked of it. */
export interface TableState {
	readonly start: Start | undefined;
	/** As the extension has it. */
	readonly table: TranslationTable | undefined;
	readonly status: TableStatus;
	/** Asked for, but neither written nor refused yet; people see them as done. */
	readonly changes: readonly SetText[];
	/** Why edits were not made: the last one, and those whose texts people have not seen to yet. */
	readonly refusals: readonly Refusal[];
	/** Why the texts cannot be read: the table, if there is one, may be old. */
	readonly failure: string | undefined;
}

export const nothingYet: TableState = {
	start: undefined,
	table: undefined,
	status: { canUndo: false, canRedo: false, readOnly: undefined, seenTo: 0, unsaved: [], done: undefined },
	changes: [],
	refusals: [],
	failure: undefined,
};

/** What changes the state: messages either way, what people cannot do now, and refusals that they have read. */
export type TableEvent =
	| ToTablePage
	| FromTablePage
	| { readonly type: 'denied'; readonly message: string }
	| { readonly type: 'dismiss'; readonly refusal: Refusal }
	/** What a page before this one has kept. */
	| { readonly type: 'kept'; readonly refusals: readonly Refusal[] };

/** The state after an event. */
export function nextState(state: TableState, event: TableEvent): TableState {
	switch (event.type) {
		case 'start':
			return { ...state, start: event };
		case 'show':
			return withTable(state, withSameObjects(state.table, event.table), event);
		case 'rows':
			return state.table ? withTable(state, withRows(state.table, event.rows), event) : state;
		case 'refused': {
			const { message, change } = event;
			const changes = state.changes.filter(({ number }) => number !== change?.number);
			return { ...state, changes, refusals: [...unwritten(state, change), { message, change }] };
		}
		case 'denied':
			return { ...state, refusals: [...unwritten(state), { message: event.message, change: undefined }] };
		case 'failed':
			return { ...state, failure: event.message };
		case 'setText':
			return { ...state, changes: [...state.changes, event], refusals: unwritten(state, event) };
		case 'addKey':
		case 'removeKey':
		case 'undo':
		case 'redo':
		case 'save':
		case 'discard':
			return { ...state, refusals: unwritten(state) };
		case 'dismiss':
			return { ...state, refusals: state.refusals.filter(each => each !== event.refusal) };
		case 'kept':
			return { ...state, refusals: [...event.refusals, ...state.refusals] };
		case 'retry':
			return { ...state, failure: undefined };
		case 'ready':
		case 'reveal':
		case 'addLocale':
		case 'error':
			return state;
	}
}

function withTable(state: TableState, table: TranslationTable, event: TableStatus): TableState {
	const { canUndo, canRedo, readOnly, seenTo, unsaved, done } = event;
	const changes = state.changes.filter(({ number }) => number > seenTo);
	return {
		...state,
		table,
		status: { canUndo, canRedo, readOnly, seenTo, unsaved, done },
		changes,
		failure: undefined,
	};
}

/** The refusals whose texts would be lost without them: not that of a cell that gets another text. */
function unwritten({ refusals }: TableState, other?: SetText): readonly Refusal[] {
	return refusals.filter(
		({ change }) => change && !(change.key === other?.key && change.locale === other.locale),
	);
}

/** The table that people see. */
export function shownTable({ table, changes }: TableState): TranslationTable | undefined {
	return table && withChanges(table, changes);
}
