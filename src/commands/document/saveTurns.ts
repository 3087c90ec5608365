import type * as vscode from 'vscode';

/** One save of a document after another; who asks for the same text a second time waits for the first save. */
export class SaveTurns {
	/** By URI: the save under way, with the version of the document that it is about. */
	private readonly turns = new Map<string, Promise<number>>();

	/** @param save resolves with the version of the document that was saved, or that people chose not to save */
	async take(document: vscode.TextDocument, save: () => Promise<number>): Promise<void> {
		const key = document.uri.toString();
		const wanted = document.version;
		for (let turn = this.turns.get(key); turn; turn = this.turns.get(key)) {
			if ((await turn) >= wanted) {
				return;
			}
		}
		const saving = save();
		this.turns.set(
			key,
			saving.catch(() => wanted),
		);
		try {
			await saving;
		} finally {
			this.turns.delete(key);
		}
	}
}
