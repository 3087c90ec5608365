import * as vscode from 'vscode';
import { documentAtPath } from '../core/connector/documentName';
import { DisposableStore } from '../util/disposables';
import { lazy } from '../util/lazy';
import type { LanguageSurroundings } from './languageSurroundings';
import { isOfConnectors } from './texts/schemes';

/** The editor's understanding of connectors' documents, loaded with the first of them. */
export class LanguageStart implements vscode.Disposable {
	private readonly store = new DisposableStore();
	readonly load = lazy(async () => {
		const { Language } = await import('./language');
		return this.store.add(new Language(await this.surroundings()));
	});

	constructor(
		private readonly surroundings: () => Promise<LanguageSurroundings>,
		log: (error: unknown) => void,
	) {
		const look = ({ uri }: vscode.TextDocument) => {
			if (isOfConnectors(uri) && documentAtPath(uri.path)) {
				this.load().catch(log);
			}
		};
		this.store.add(vscode.workspace.onDidOpenTextDocument(look));
		vscode.workspace.textDocuments.forEach(look);
	}

	dispose(): void {
		this.store.dispose();
	}
}
