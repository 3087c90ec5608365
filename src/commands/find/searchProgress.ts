import * as vscode from 'vscode';
import type { Search } from '../../core/search/search';
import { placeName } from '../../messages/searchMessage';

/** Milliseconds after which people may want to cancel a search. */
const patience = 1000;

/**
 * Shows the progress of a search in its view and, after a while, in a notification with a Cancel button.
 * @param work settles when the search has ended
 */
export function showSearchProgress(search: Search, work: Promise<void>, viewId: string): void {
	const ended = work.catch(() => undefined); // Whoever started the search handles its errors.
	void vscode.window.withProgress({ location: { viewId } }, () => ended);
	const timer = setTimeout(() => {
		void vscode.window.withProgress(
			{
				location: vscode.ProgressLocation.Notification,
				title: vscode.l10n.t('Searching {0}', placeName(search.scope)),
				cancellable: true,
			},
			(progress, token) => {
				token.onCancellationRequested(() => search.cancel());
				let reported = 0;
				const report = setInterval(() => {
					const { done, total } = search;
					progress.report({
						increment: (100 * (done - reported)) / Math.max(total, 1),
						...(total > 0 && { message: vscode.l10n.t('{0} of {1} connectors', done, total) }),
					});
					reported = done;
				}, 200);
				return ended.finally(() => clearInterval(report));
			},
		);
	}, patience);
	void ended.finally(() => clearTimeout(timer));
}
