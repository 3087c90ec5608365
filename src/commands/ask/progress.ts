import * as vscode from 'vscode';
import { withoutLinks } from '../../messages/safeText';

/**
 * Milliseconds for work of which nothing is shown. Where more than three notifications come within 800 milliseconds, VS Code
 * shows none of the later ones, and the last one says what the work has come to.
 */
const patience = 500;

/** Shows a notification with a Cancel button if `work` takes its time. Cancelled work rejects with an AbortError. */
export async function whileShown<T>(
	title: string,
	work: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
	const left = new AbortController();
	let latest: string | undefined;
	let show: ((message: string) => void) | undefined;
	const done = work(left.signal, message => {
		latest = message;
		show?.(message);
	});
	if (await isSoonOver(done)) {
		return done;
	}
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable: true },
		(progress, token) => {
			token.onCancellationRequested(() => left.abort());
			show = message => progress.report({ message: withoutLinks(message) });
			if (latest !== undefined) {
				show(latest);
			}
			return done;
		},
	);
}

async function isSoonOver(work: Promise<unknown>): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const later = new Promise<false>(resolve => {
		timer = setTimeout(() => resolve(false), patience);
	});
	const over = work.then(
		() => true,
		() => true,
	);
	return Promise.race([over, later]).finally(() => clearTimeout(timer));
}
