import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { pathOf, type DocumentId } from '../../core/remote/documentPath';
import { documentAt } from '../openDocuments';

/** Of the files in which merge editors keep their results. */
export const mergeScheme = 'isc-connector-merge';

interface MergeResult {
	content: Uint8Array;
	mtime: number;
	/** What was saved last; undefined if nothing was. */
	saved?: string;
}

/**
 * The results of merge editors, as files in memory: VS Code saves a result when it opens the editor and when people complete
 * the merge, and neither may send a tenant anything.
 */
export class MergeResults implements vscode.FileSystemProvider, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly files = new Map<string, MergeResult>();
	private count = 0;
	readonly onDidChangeFile = this.store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>()).event;

	/** @param textToSend the whole of a text that an editor saves */
	constructor(private readonly textToSend: (document: vscode.TextDocument, text: string) => string) {
		this.store.add(vscode.workspace.registerFileSystemProvider(mergeScheme, this, { isCaseSensitive: true }));
	}

	/** A file for the result of a merge, with this text. */
	create({ tenant, scriptName, part }: DocumentId, text: string): vscode.Uri {
		const path = pathOf({ kind: 'document', scriptName, part });
		const uri = vscode.Uri.from({ scheme: mergeScheme, authority: tenant, path, query: `${++this.count}` });
		// The mark has VS Code read UTF-8, whatever encoding people have set.
		this.files.set(uri.toString(), { content: Buffer.from(`\uFEFF${text}`), mtime: Date.now() });
		return uri;
	}

	/** Removes the file, and returns the text that was saved last. */
	take(uri: vscode.Uri): string | undefined {
		const result = this.files.get(uri.toString());
		this.files.delete(uri.toString());
		return result?.saved;
	}

	stat(uri: vscode.Uri): vscode.FileStat {
		const { content, mtime } = this.fileAt(uri);
		return { type: vscode.FileType.File, ctime: 0, mtime, size: content.length };
	}

	readFile(uri: vscode.Uri): Uint8Array {
		return this.fileAt(uri).content;
	}

	writeFile(uri: vscode.Uri, content: Uint8Array): void {
		const file = this.fileAt(uri);
		file.content = content;
		file.mtime = Math.max(Date.now(), file.mtime + 1);
		const document = documentAt(uri);
		file.saved = document ? this.textToSend(document, document.getText()) : new TextDecoder().decode(content);
	}

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	readDirectory(): [string, vscode.FileType][] {
		return [];
	}

	createDirectory(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	delete(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	rename(uri: vscode.Uri): void {
		throw vscode.FileSystemError.NoPermissions(uri);
	}

	/** None after a restart of VS Code, which may bring the editor back. */
	private fileAt(uri: vscode.Uri): MergeResult {
		const file = this.files.get(uri.toString());
		if (!file) {
			throw vscode.FileSystemError.FileNotFound(
				vscode.l10n.t('This merge has ended. Use Resolve Conflict to start again.'),
			);
		}
		return file;
	}

	dispose(): void {
		this.store.dispose();
	}
}
