import * as vscode from 'vscode';
import { blanksBack } from '../../core/text/lineBlanks';
import { applyEdits, type TextEdit } from '../../core/text/textEdit';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import { isTrimmed, trimmingOf, type Trimming } from './trimming';

/** Milliseconds that a person needs at least between an edit and a save. */
const quickest = 100;
/** Milliseconds that formatters and code actions take before a save. */
const turnOfOthers = 1000;

/** An edit that may be a part of a save, and the text before it. */
interface Suspect {
	readonly before: string;
}

/**
 * Takes back what `files.trimTrailingWhitespace`, `files.insertFinalNewline` and `files.trimFinalNewlines` make of the
 * tenants' documents when they are saved: a blank at the end of a line belongs to a text. VS Code trims a moment before it
 * announces the save, and does not say who made an edit. So an edit that leaves nothing to trim was a part of the save, if
 * the save is announced sooner than a person could ask for it.
 */
export class KeptBlanks implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** The texts of open documents as they are. */
	private readonly texts = new Map<string, string>();
	private readonly suspects = new Map<string, readonly Suspect[]>();
	/** Texts before automatic saves trimmed them that were not sent: the next save has their blanks. */
	private readonly unsent = new Map<string, string>();

	constructor() {
		const { workspace } = vscode;
		this.store.add(workspace.onDidOpenTextDocument(document => this.look(document)));
		this.store.add(workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())));
		this.store.add(workspace.onDidChangeTextDocument(change => this.follow(change)));
		this.store.add(workspace.onWillSaveTextDocument(save => this.takeBack(save)));
		this.store.add(
			workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('files')) {
					workspace.textDocuments.forEach(document => this.look(document));
				}
			}),
		);
		workspace.textDocuments.forEach(document => this.look(document));
	}

	/** Only where something is trimmed: a text is copied each time. */
	private look(document: vscode.TextDocument): Trimming | undefined {
		const key = document.uri.toString();
		const trimming = trimmingOf(document);
		if (!trimming) {
			this.forget(key);
			return undefined;
		}
		this.texts.set(key, document.getText());
		return trimming;
	}

	private forget(key: string): void {
		this.texts.delete(key);
		this.suspects.delete(key);
		this.unsent.delete(key);
	}

	private follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
		const key = document.uri.toString();
		const before = this.texts.get(key);
		const trimming = this.look(document);
		const isEdit = before !== undefined && reason === undefined;
		if (trimming && isEdit && isTrimmed(trimming, before, contentChanges, document.getText())) {
			const suspect = { before };
			this.suspects.set(key, [...(this.suspects.get(key) ?? []), suspect]);
			void this.clearLater(key, suspect, trimming);
		} else if (reason !== undefined || !document.isDirty) {
			this.unsent.delete(key); // People go back themselves.
		}
	}

	private async clearLater(key: string, suspect: Suspect, { isFollowed }: Trimming): Promise<void> {
		// However slow VS Code is at the moment, the announcement of its save is not far behind.
		for (let times = 0; times < 3; times++) {
			await vscode.commands.executeCommand('noop');
		}
		await new Promise(resolve => setTimeout(resolve, isFollowed ? turnOfOthers : quickest));
		const suspects = this.suspects.get(key) ?? [];
		if (suspects.includes(suspect)) {
			this.suspects.set(key, suspects.slice(suspects.indexOf(suspect) + 1));
		}
	}

	private takeBack(save: vscode.TextDocumentWillSaveEvent): void {
		const { document, reason } = save;
		const key = document.uri.toString();
		const trimmed = this.suspects.get(key)?.[0]?.before;
		const earlier = this.unsent.get(key);
		this.suspects.delete(key);
		this.unsent.delete(key);
		const now = document.getText();
		const before = withBlanks(earlier, trimmed ?? now);
		if (before === now) {
			return;
		}
		if (isSent(reason)) {
			save.waitUntil(Promise.resolve(editsOf(document, blanksBack(before, now))));
			vscode.window.setStatusBarMessage(
				vscode.l10n.t('Trailing spaces were kept because they are part of the text.'),
				5000,
			);
		} else {
			this.unsent.set(key, before); // Put back here, it would be trimmed again by the next automatic save, without end.
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

function withBlanks(before: string | undefined, now: string): string {
	return before === undefined ? now : applyEdits(now, blanksBack(before, now));
}

function editsOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] {
	return edits.map(({ start, end, newText }) =>
		vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText),
	);
}

function isSent(reason: vscode.TextDocumentSaveReason): boolean {
	return reason === vscode.TextDocumentSaveReason.Manual || setting('save.automatic');
}
