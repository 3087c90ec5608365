import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { lazy } from '../../util/lazy';
import type { Previews } from './previews';
import type { PreviewSurroundings } from './previewSurroundings';
import { viewTypes } from './viewTypes';

/** The panels that show connectors, loaded with the first of them. */
export class PreviewStart implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly activeFolderChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChangeActiveFolder = this.activeFolderChange.event;
	private loaded: Previews | undefined;
	readonly load = lazy(async () => {
		const { Previews } = await import('./previews');
		return (this.loaded = this.store.add(
			new Previews(await this.surroundings(), () => this.activeFolderChange.fire()),
		));
	});

	constructor(private readonly surroundings: () => Promise<PreviewSurroundings>) {
		for (const type of Object.values(viewTypes)) {
			this.store.add(
				vscode.window.registerWebviewPanelSerializer(type, {
					deserializeWebviewPanel: async (panel, state: { readonly folder?: string } | undefined) => {
						if (state?.folder === undefined) {
							panel.dispose(); // Its page was closed before it had kept anything.
						} else {
							await (await this.load()).restore(type, panel, vscode.Uri.parse(state.folder));
						}
					},
				}),
			);
		}
	}

	/** The folder of the connector in whose panel people are. */
	get activeFolder(): vscode.Uri | undefined {
		return this.loaded?.activeFolder;
	}

	dispose(): void {
		this.store.dispose();
	}
}
