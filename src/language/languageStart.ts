import * as vscode from 'vscode';
import { documentAtPath } from '../core/connector/documentName';
import { DisposableStore } from '../util/disposables';
import type { Language } from './language';
import type { LanguageSurroundings } from './languageSurroundings';
import { isOfConnectors } from './texts/schemes';

/** The editor's understanding of connectors' documents, loaded with the first of them. */
export class LanguageStart implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private loading: Promise<Language> | undefined;

	constructor(
		private readonly surroundings: () => Promise<LanguageSurroundings>,
		log: (error: unknown) => void,
	) {
		const look = ({ uri }: vscode.TextDocument) => {
			if (!this.loading && isOfConnectors(uri) && documentAtPath(uri.path)) {
				this.load().catch(log);
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
		return this.store.add(new Language(await this.surroundings()));
	}

	dispose(): void {
		this.store.dispose();
	}
}
