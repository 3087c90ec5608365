import * as vscode from 'vscode';
import { documentAtPath } from '../connector/documentName';
import type { Catalog } from '../documents/catalog';
import type { Documents } from '../documents/documents';
import type { RefactoredTexts } from '../documents/refactoredTexts';
import { DisposableStore } from '../util/disposables';
import type { Language } from './language';
import { isOfConnectors } from './schemes';

/** What the editor's understanding of documents works with. */
export interface LanguageSurroundings {
	readonly catalog: Catalog;
	readonly documents: Documents;
	/** Is told of the edits that VS Code is about to make in several documents. */
	readonly refactored: RefactoredTexts;
	readonly log: (error: unknown) => void;
}

/** The editor's understanding of connectors' documents, loaded with the first of them. */
export class LanguageStart implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private loading: Promise<Language> | undefined;

	constructor(private readonly surroundings: LanguageSurroundings) {
		const look = ({ uri }: vscode.TextDocument) => {
			if (!this.loading && isOfConnectors(uri) && documentAtPath(uri.path)) {
				this.load().catch(surroundings.log);
			}
		};
		this.store.add(vscode.workspace.onDidOpenTextDocument(look));
		vscode.workspace.textDocuments.forEach(look);
	}

	load(): Promise<Language> {
		return (this.loading ??= this.start());
	}

	private async start(): Promise<Language> {
		const { Language } = await import('./language');
		return this.store.add(new Language(this.surroundings));
	}

	dispose(): void {
		this.store.dispose();
	}
}
