import type { TranslationTable } from '../../connector/translationTable';
import type { FromTablePage, ToTablePage } from '../tableMessages';
import { withChanges, withSameObjects, type TextChange } from './tableChanges';

type Start = Extract<ToTablePage, { type: 'start' }>;

/** What the page knows from the extension, and what it has asked of it. */
export interface TableState {
	readonly start: Start | undefined;
	/** As the extension has it. */
	readonly table: TranslationTable | undefined;
	readonly canUndo: boolean;
	/** Asked for since the table came; people see them as done. */
	readonly changes: readonly TextChange[];
	/** Why the last edit was not made. */
	readonly refusal: string | undefined;
	/** Why there is nothing to show. */
	readonly failure: string | undefined;
}

export const nothingYet: TableState = {
	start: undefined,
	table: undefined,
	canUndo: false,
	changes: [],
	refusal: undefined,
	failure: undefined,
};

/** What changes the state: messages either way, and people who have read a refusal. */
export type TableEvent = ToTablePage | FromTablePage | { readonly type: 'dismiss' };

/** The state after an event. */
export function nextState(state: TableState, event: TableEvent): TableState {
	switch (event.type) {
		case 'start':
			return { ...state, start: event };
		case 'show': {
			const table = withSameObjects(state.table, event.table);
			return { ...state, table, canUndo: event.canUndo, changes: [], failure: undefined };
		}
		case 'refused':
			return { ...state, changes: [], refusal: event.message };
		case 'failed':
			return { ...state, table: undefined, changes: [], failure: event.message };
		case 'setText':
			return { ...state, changes: [...state.changes, event], refusal: undefined };
		case 'addKey':
		case 'removeKey':
		case 'undo':
		case 'dismiss':
			return { ...state, refusal: undefined };
		case 'retry':
			return { ...state, failure: undefined };
		case 'ready':
		case 'reveal':
		case 'addLocale':
		case 'error':
			return state;
	}
}

/** The table that people see. */
export function shownTable({ table, changes }: TableState): TranslationTable | undefined {
	return table && withChanges(table, changes);
}
