import type * as vscode from 'vscode';

/** A translation that was created as an empty file: the tenant gets it once it has a text. */
export interface Draft {
	/** Milliseconds. */
	readonly mtime: number;
	readonly size: 0;
}

/** The translations that exist in this window only, because they have no text yet. */
export class Drafts {
	private readonly drafts = new Map<string, { readonly uri: vscode.Uri; readonly draft: Draft }>();

	add(uri: vscode.Uri): void {
		this.drafts.set(uri.toString(), { uri, draft: { mtime: Date.now(), size: 0 } });
	}

	at(uri: vscode.Uri): Draft | undefined {
		return this.drafts.get(uri.toString())?.draft;
	}

	/** The names of those in a folder. */
	filesIn(folder: vscode.Uri): string[] {
		const prefix = `${folder.path}/`;
		return [...this.drafts.values()]
			.filter(({ uri }) => uri.authority === folder.authority && uri.path.startsWith(prefix))
			.map(({ uri }) => uri.path.slice(prefix.length));
	}

	/** Whether there was one. */
	drop(uri: vscode.Uri): boolean {
		return this.drafts.delete(uri.toString());
	}
}
