import { useCallback, useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { FromTablePage, ToTablePage } from '../tableMessages';
import type { TableWords } from '../tableWords';
import { fill, type Extension } from '../../panel/page/connect';
import { keeper, keptTableOf, type KeptTable } from './tableKept';
import { nextState, nothingYet, shownTable } from './tableState';
import { TableView } from './tableView';

/** The page of a translation table: what the extension shows, or why there is nothing to show. */
export function TablePage({ extension }: { extension: Extension<ToTablePage, FromTablePage, KeptTable> }) {
	const [state, dispatch] = useReducer(nextState, nothingYet);
	const send = useCallback(
		(message: FromTablePage) => {
			dispatch(message);
			extension.post(message);
		},
		[extension],
	);
	useLayoutEffect(() => {
		extension.listen(dispatch);
		send({ type: 'ready' });
	}, [extension, send]);

	const { start, failure, refusals, status } = state;
	const folder = start?.folder;
	const kept = useMemo(
		() => (folder === undefined ? undefined : keptTableOf(folder, extension.state)),
		[extension, folder],
	);
	const keep = useMemo(() => kept && keeper(kept, extension.keep), [extension, kept]);
	useLayoutEffect(() => {
		if (kept) {
			extension.keep(kept); // The extension finds the connector by it, whatever happens next.
		}
	}, [extension, kept]);
	useLayoutEffect(() => {
		if (kept) {
			dispatch({ type: 'kept', refusals: kept.refusals });
		}
	}, [kept]);
	useLayoutEffect(() => keep?.({ refusals: refusals.filter(({ change }) => change) }), [keep, refusals]);
	const table = useMemo(() => shownTable(state), [state.table, state.changes]);

	if (!start || !kept || !keep) {
		return <main aria-busy="true" />;
	}
	const { words, name } = start;
	const title = fill(words.title, name);
	return table ? (
		<TableView
			{...{ words, title, table, status, refusals, failure, kept, keep, send }}
			onDenied={message => dispatch({ type: 'denied', message })}
			onDismiss={refusal => dispatch({ type: 'dismiss', refusal })}
			onLeft={({ message, change }, text) =>
				dispatch({ type: 'refused', message, change: change && { ...change, text } })
			}
		/>
	) : (
		<Nothing {...{ words, title, failure }} onRetry={() => send({ type: 'retry' })} />
	);
}

interface NothingProps {
	readonly words: TableWords;
	readonly title: string;
	readonly failure: string | undefined;
	readonly onRetry: () => void;
}

function Nothing({ words, title, failure, onRetry }: NothingProps) {
	return (
		<main class="nothing" aria-busy={failure === undefined}>
			<h1>{title}</h1>
			{failure === undefined ? (
				<p role="status">{words.loading}</p>
			) : (
				<>
					<p role="alert">{failure}</p>
					<button type="button" onClick={onRetry}>
						{words.tryAgain}
					</button>
				</>
			)}
		</main>
	);
}
