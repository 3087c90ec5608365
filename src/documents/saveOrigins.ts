import * as vscode from 'vscode';
import { AnnouncedSaves } from './announcedSaves';
import { documentAt } from './openDocuments';
import { RefactoredTexts } from './refactoredTexts';
import type { SavedBy } from './saveWish';
import { TypedTexts } from './typedTexts';

/** Finds out who wants the texts to be saved that VS Code hands over. */
export class SaveOrigins implements vscode.Disposable {
	readonly refactored = new RefactoredTexts();
	private readonly announced = new AnnouncedSaves(this.refactored);
	private readonly typed = new TypedTexts();

	/** Whose wish it is that these bytes are written now; what VS Code has announced counts once. */
	take(uri: vscode.Uri, bytes: Uint8Array): SavedBy {
		const announced = this.announced.take(uri, bytes);
		if (announced) {
			return announced;
		}
		return !documentAt(uri)?.isDirty ? 'program' : this.typed.isTyped(uri) ? 'unformatted' : 'agent';
	}

	/** VS Code was told what the tenant has of a document, as it wants to know before it writes. */
	compared(uri: vscode.Uri): void {
		this.announced.compared(uri);
	}

	dispose(): void {
		vscode.Disposable.from(this.announced, this.refactored, this.typed).dispose();
	}
}
