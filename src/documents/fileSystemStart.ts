import * as vscode from 'vscode';
import { scheme } from '../core/remote/documentPath';
import { DisposableStore } from '../util/disposables';
import type { ConnectorFileSystem } from './connectorFileSystem';

/** The tenants' documents as files. What is behind them is loaded when one of them is asked for, or is open. */
export class FileSystemStart implements vscode.FileSystemProvider, vscode.Disposable {
	private readonly store = new DisposableStore();

	constructor(
		readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>,
		private readonly load: () => Promise<ConnectorFileSystem>,
		log: (error: unknown) => void,
	) {
		// An unsaved text that comes back after a restart can be saved before VS Code asks for its file.
		const look = ({ uri }: vscode.TextDocument) => {
			if (uri.scheme === scheme) {
				load().catch(log);
			}
		};
		this.store.add(vscode.workspace.onDidOpenTextDocument(look));
		vscode.workspace.textDocuments.forEach(look);
	}

	/** Nothing to watch: the service announces no changes, and those that this session notices are reported for every document. */
	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
		return (await this.load()).stat(uri);
	}

	async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
		return (await this.load()).readDirectory(uri);
	}

	async readFile(uri: vscode.Uri): Promise<Uint8Array> {
		return (await this.load()).readFile(uri);
	}

	async writeFile(
		uri: vscode.Uri,
		content: Uint8Array,
		options: { readonly create: boolean; readonly overwrite: boolean },
	): Promise<void> {
		await (await this.load()).writeFile(uri, content, options);
	}

	async createDirectory(uri: vscode.Uri): Promise<void> {
		await (await this.load()).createDirectory(uri);
	}

	async delete(): Promise<void> {
		(await this.load()).delete();
	}

	async rename(): Promise<void> {
		(await this.load()).rename();
	}

	dispose(): void {
		this.store.dispose();
	}
}
