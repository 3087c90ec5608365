import * as vscode from 'vscode';
import { AnnouncedSaves } from './announcedSaves';
import { documentAt, hasText, isUnsaved } from '../openDocuments';
import { RefactoredTexts } from './refactoredTexts';
import type { SavedBy } from '../../core/remote/saveWish';
import { isUtf8Name, type SavedEditor } from '../../core/remote/sentEncoding';
import type { SaveAgreement } from '../saves/saveAgreement';
import { TypedTexts } from './typedTexts';

/** Where a text comes from that VS Code hands over to be written. */
export interface SaveOrigin {
	readonly by: SavedBy;
	/** The editor whose text it is. What an editor holds comes from it, though it may have had nothing to save. */
	readonly editor: SavedEditor | undefined;
	/** What a person has agreed to for this very save. */
	readonly agreement: SaveAgreement | undefined;
}

/** Finds out who wants the texts to be saved that VS Code hands over. */
export class SaveOrigins implements vscode.Disposable {
	readonly refactored = new RefactoredTexts();
	private readonly announced = new AnnouncedSaves(this.refactored);
	private readonly typed = new TypedTexts();
	/** A person has typed into a document. */
	readonly onDidType = this.typed.onDidType;

	/** Who wants these bytes to be written now, and from which editor they come; what VS Code has announced counts once. */
	take(uri: vscode.Uri, bytes: Uint8Array): SaveOrigin {
		const document = documentAt(uri);
		const announced = this.announced.take(uri, bytes);
		const by = announced?.by ?? this.unannounced(document, bytes);
		const held = by !== 'program' || (document && hasText(document, bytes)) ? document : undefined;
		return {
			by,
			agreement: announced?.agreement,
			editor: held && {
				encoding: held.encoding,
				texts: new Set([...(announced?.texts ?? []), held.getText()]),
			},
		};
	}

	/** Who saves what VS Code has not announced. Another text than the editor's is written over it by a program. */
	private unannounced(document: vscode.TextDocument | undefined, bytes: Uint8Array): SavedBy {
		if (!document || !isUnsaved(document) || (isUtf8Name(document.encoding) && !hasText(document, bytes))) {
			return 'program';
		}
		return this.typed.isTyped(document.uri) ? 'unformatted' : 'agent';
	}

	/** Has VS Code make the save that a person has agreed to. */
	agreed(uri: vscode.Uri, agreement: SaveAgreement, save: () => Thenable<unknown>): Promise<void> {
		return this.announced.agreed(uri, agreement, save);
	}

	/** `stat` has reported what the tenant has of a document, which VS Code asks for before it writes. */
	compared(uri: vscode.Uri): void {
		this.announced.compared(uri);
	}

	dispose(): void {
		vscode.Disposable.from(this.announced, this.refactored, this.typed).dispose();
	}
}
