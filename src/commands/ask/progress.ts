import * as vscode from 'vscode';
import { withoutLinks } from '../../messages/safeText';

/** Shows a notification with a Cancel button until `work` is done. Cancelled work rejects with an AbortError. */
export async function whileShown<T>(
	title: string,
	work: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable: true },
		(progress, token) => {
			const left = new AbortController();
			token.onCancellationRequested(() => left.abort());
			return work(left.signal, message => progress.report({ message: withoutLinks(message) }));
		},
	);
}
