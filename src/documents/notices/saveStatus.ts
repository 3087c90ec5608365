import * as vscode from 'vscode';
import type { DocumentId } from '../../core/remote/documentPath';
import type { SaveResult } from '../../core/remote/save';
import { fewNames } from '../../messages/fewNames';
import { toUri } from '../documentUri';

/** Milliseconds for which the status bar shows a message. */
const brief = 5000;
/** Milliseconds without another save after which those that were made together are over. */
const quiet = 1500;

/** What the status bar calls a document. */
interface SavedDocument {
	readonly id: DocumentId;
	readonly title: string;
	readonly tenant: string;
	/** What else people should know, if it was sent. */
	readonly note: string | undefined;
}

/** Says in the status bar what came of saves that succeeded: once for those that "Save All" makes together. */
export class SaveStatus {
	/** The documents that were sent together, by URI, with the names of their tenants. */
	private readonly sent = new Map<string, string>();
	private last = -Infinity;
	private message: vscode.Disposable | undefined;

	show({ id, title, tenant, note }: SavedDocument, result: SaveResult): void {
		const now = performance.now();
		if (now - this.last > quiet) {
			this.sent.clear();
		}
		this.last = now;
		if (result.sent && !result.unchanged) {
			this.sent.set(toUri(id).toString(), tenant);
			this.set([this.sentMessage(), note].filter(Boolean).join(' · '));
		} else if (this.sent.size === 0) {
			this.set(
				result.sent
					? vscode.l10n.t('{0} reported no change in {1}.', tenant, title)
					: vscode.l10n.t('{0} already has this version.', tenant),
			);
		}
	}

	private sentMessage(): string {
		const tenants = fewNames([...new Set(this.sent.values())]);
		const time = new Date().toLocaleTimeString(vscode.env.language, { hour: 'numeric', minute: '2-digit' });
		return this.sent.size === 1
			? vscode.l10n.t('Sent to {0} at {1}', tenants, time)
			: vscode.l10n.t('Sent {0} documents to {1} at {2}', this.sent.size, tenants, time);
	}

	private set(message: string): void {
		this.message?.dispose();
		this.message = vscode.window.setStatusBarMessage(message, brief);
	}
}
