import * as vscode from 'vscode';
import { blanksBack } from '../../core/text/lineBlanks';
import { applyEdits, type TextEdit } from '../../core/text/textEdit';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import { documentAt } from '../openDocuments';
import { isTrimmed, Trimmings, type Trimming } from './trimming';

/** Milliseconds that a person needs at least between an edit and a save. */
const quickest = 100;
/** Milliseconds that formatters and code actions take before a save. */
const turnOfOthers = 1000;
/** Milliseconds in which VS Code writes what it has announced, where others have their turn after that. */
const longestPreparation = 60_000;

/** An edit that may be a part of a save, and the text before it. */
interface Suspect {
	readonly before: string;
}

/**
 * Takes back what `files.trimTrailingWhitespace`, `files.insertFinalNewline` and `files.trimFinalNewlines` make of the
 * tenants' documents when they are saved: a blank at the end of a line belongs to a text. VS Code does not say who made an
 * edit, and whether it trims before it announces a save or after depends on what was ready first when its window opened.
 * - Mostly it trims a moment before. So an edit that leaves nothing to trim was a part of the save, if the save is announced
 *   sooner than a person could ask for it; the text gets its blanks back in the editor.
 * - In a window that opens with a document of a tenant, it often trims after the announcement, when no edit comes in time.
 *   The text is sent with its blanks then, and the editor reads it again.
 */
export class KeptBlanks implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly trimmings = new Trimmings();
	/** The texts of open documents as they are. */
	private readonly texts = new Map<string, string>();
	private readonly suspects = new Map<string, readonly Suspect[]>();
	/** The documents whose save was announced, and that VS Code has not handed over yet. */
	private readonly announced = new Map<string, NodeJS.Timeout>();
	/** Texts before they were trimmed, as long as their blanks are not back: what is sent next has them. */
	private readonly trimmed = new Map<string, string>();

	constructor() {
		const { workspace } = vscode;
		this.store.add(workspace.onDidOpenTextDocument(document => this.look(document)));
		this.store.add(workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())));
		this.store.add(workspace.onDidChangeTextDocument(change => this.follow(change)));
		this.store.add(workspace.onWillSaveTextDocument(save => this.takeBack(save)));
		this.store.add(
			workspace.onDidChangeConfiguration(change => {
				this.trimmings.forget();
				if (change.affectsConfiguration('files')) {
					workspace.textDocuments.forEach(document => this.look(document));
				}
			}),
		);
		workspace.textDocuments.forEach(document => this.look(document));
	}

	/** What is to be sent for a text that VS Code hands over to be written. */
	textToSend({ uri }: vscode.TextDocument, text: string): string {
		const key = uri.toString();
		this.endSave(key);
		return withBlanks(this.trimmed.get(key), text);
	}

	/** What is to be sent for the bytes that VS Code hands over; undefined if they lack no blanks. */
	async whole(
		uri: vscode.Uri,
		bytes: Uint8Array,
	): Promise<{ readonly text: string; readonly bytes: Uint8Array } | undefined> {
		const document = documentAt(uri);
		const before = this.trimmed.get(uri.toString());
		this.endSave(uri.toString());
		if (!document || before === undefined) {
			return undefined;
		}
		const { encoding } = document;
		const shown = await vscode.workspace.decode(bytes, { encoding });
		const text = withBlanks(before, shown);
		return text === shown ? undefined : { text, bytes: await vscode.workspace.encode(text, { encoding }) };
	}

	/** Says that a text was sent with the blanks that VS Code took away. */
	tell(): void {
		vscode.window.setStatusBarMessage(
			vscode.l10n.t('Trailing spaces were kept because they are part of the text.'),
			5000,
		);
	}

	/** Only where something is trimmed: a text is copied each time. */
	private look(document: vscode.TextDocument): Trimming | undefined {
		const key = document.uri.toString();
		const trimming = this.trimmings.of(document);
		if (!trimming) {
			this.forget(key);
			return undefined;
		}
		this.texts.set(key, document.getText());
		return trimming;
	}

	private forget(key: string): void {
		this.endSave(key);
		this.texts.delete(key);
		this.suspects.delete(key);
		this.trimmed.delete(key);
	}

	private follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
		const key = document.uri.toString();
		const before = this.texts.get(key);
		const trimming = this.look(document);
		const now = this.texts.get(key);
		const isUndone = reason !== undefined; // People go back themselves.
		const isClean = !document.isDirty && contentChanges.length === 0; // An edit is told before what it makes of that.
		const isBack = now !== undefined && now === this.trimmed.get(key);
		if (isUndone || isClean || isBack) {
			this.trimmed.delete(key);
		}
		// What gives a line end back looks like what adds one.
		if (!trimming || isUndone || isBack || before === undefined || now === undefined || now === before) {
			return;
		}
		if (isTrimmed(trimming, before, contentChanges, now)) {
			if (this.announced.has(key)) {
				this.trimmed.set(key, withBlanks(this.trimmed.get(key), before));
			} else {
				const suspect = { before };
				this.suspects.set(key, [...(this.suspects.get(key) ?? []), suspect]);
				void this.clearLater(key, suspect, trimming);
			}
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
		if (!this.texts.has(key)) {
			return;
		}
		const suspect = this.suspects.get(key)?.[0]?.before;
		this.suspects.delete(key);
		this.endSave(key);
		this.announced.set(
			key,
			setTimeout(() => this.endSave(key), longestPreparation),
		);
		const now = document.getText();
		const before = withBlanks(this.trimmed.get(key), suspect ?? now);
		if (before === now) {
			this.trimmed.delete(key);
			return;
		}
		this.trimmed.set(key, before);
		// Put back before an automatic save that is not sent, they would be trimmed again by the next one, without end.
		if (isSent(reason)) {
			save.waitUntil(Promise.resolve(editsOf(document, blanksBack(before, now))));
			this.tell();
		}
	}

	private endSave(key: string): void {
		clearTimeout(this.announced.get(key));
		this.announced.delete(key);
	}

	dispose(): void {
		this.announced.forEach(timer => clearTimeout(timer));
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
