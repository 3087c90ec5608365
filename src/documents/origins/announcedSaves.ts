import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { fromUri } from '../documentUri';
import { documentAt } from '../openDocuments';
import type { SaveAgreement } from '../saves/saveAgreement';
import type { RefactoredTexts } from './refactoredTexts';
import type { SavedBy } from '../../core/remote/saveWish';
import { isUtf8Name } from '../../core/remote/sentEncoding';

/** Milliseconds in which VS Code comes to an end with what others do before a save: formatting, say. */
const longestPreparation = 60_000;
/**
 * Milliseconds in which VS Code writes what it has announced, once it knows what the tenant has: otherwise it met a conflict. From
 * the window of a remote machine, and beside much else, it comes at 100 characters a millisecond, if not faster.
 */
const timeToWrite = (characters: number) => 5000 + characters / 100;

interface Announcement {
	readonly by: SavedBy;
	/** What a person has agreed to for this very save. */
	readonly agreement: SaveAgreement | undefined;
	/** What the editor has held since: the participants of a save may change it, and people type on. */
	readonly texts: Set<string>;
	timer: NodeJS.Timeout;
}

/**
 * The saves that VS Code has announced and not made yet. It announces no save without its participants: an agent's, its
 * undo, "Save without Formatting".
 */
export class AnnouncedSaves implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly announced = new Map<string, Announcement>();
	/** What people have agreed to for saves that VS Code is about to announce, by URI. */
	private readonly agreements = new Map<string, SaveAgreement>();

	constructor(refactored: RefactoredTexts) {
		this.store.add(
			vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
				const { uri } = document;
				if (fromUri(uri)) {
					const isManual = reason === vscode.TextDocumentSaveReason.Manual;
					const agreement = isManual ? this.agreements.get(uri.toString()) : undefined;
					const isOwn = agreement !== undefined || !refactored.take(uri);
					const by = !isManual ? 'auto-save' : isOwn ? 'person' : 'refactoring';
					this.agreements.delete(uri.toString());
					this.forget(uri);
					const timer = setTimeout(() => this.forget(uri), longestPreparation);
					this.announced.set(uri.toString(), { by, agreement, texts: new Set([document.getText()]), timer });
				}
			}),
		);
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document }) =>
				this.announced.get(document.uri.toString())?.texts.add(document.getText()),
			),
		);
		this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)));
	}

	/** Whose save of these bytes VS Code has announced; it counts once, and for no other bytes that a program writes. */
	take(uri: vscode.Uri, bytes: Uint8Array): Omit<Announcement, 'timer'> | undefined {
		const announcement = this.announced.get(uri.toString());
		const encoding = documentAt(uri)?.encoding ?? 'utf8';
		if (!announcement || (isUtf8Name(encoding) && !announcement.texts.has(new TextDecoder().decode(bytes)))) {
			return undefined;
		}
		this.forget(uri);
		return announcement;
	}

	/** Has VS Code announce and make the save that a person has agreed to. Whatever comes of it, that counts for no other one. */
	async agreed(uri: vscode.Uri, agreement: SaveAgreement, save: () => Thenable<unknown>): Promise<void> {
		const key = uri.toString();
		this.agreements.set(key, agreement);
		try {
			await save();
		} finally {
			this.agreements.delete(key);
			if (this.announced.get(key)?.agreement === agreement) {
				this.forget(uri);
			}
		}
	}

	/** `stat` has reported what the tenant has: VS Code goes on to write, or shows a conflict and will announce the next save anew. */
	compared(uri: vscode.Uri): void {
		const announcement = this.announced.get(uri.toString());
		if (announcement) {
			clearTimeout(announcement.timer);
			const characters = Math.max(...[...announcement.texts].map(text => text.length));
			announcement.timer = setTimeout(() => this.forget(uri), timeToWrite(characters));
		}
	}

	private forget(uri: vscode.Uri): void {
		clearTimeout(this.announced.get(uri.toString())?.timer);
		this.announced.delete(uri.toString());
	}

	dispose(): void {
		this.announced.forEach(({ timer }) => clearTimeout(timer));
		this.store.dispose();
	}
}
