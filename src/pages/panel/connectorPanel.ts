import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { pageFrame, pageRoots, type PageFiles } from './pageFrame';
import type { PageConnector } from './previewSurroundings';

/** What a panel shows of a connector. */
export interface PanelContent<FromPage> {
	/** The texts of the connector have changed. */
	update(): Promise<void>;
	receive(message: FromPage): Promise<void>;
	dispose?(): void;
}

/** How a content reaches its page. */
export interface PagePanel<ToPage> {
	/** False for a hidden page, which gets nothing; it sends `ready` when it is shown again. */
	readonly post: (message: ToPage) => Promise<boolean>;
	readonly column: () => vscode.ViewColumn | undefined;
	/** Brings the page to the front, with the focus. */
	readonly reveal: () => void;
}

/** Milliseconds for which changes of the texts are collected. */
const pause = 10;

/** Milliseconds after which people who come back to the window are shown what others have changed. */
const longestAge = 30_000;

/** A panel beside the editors that follows the texts of a connector as they are typed. */
export class ConnectorPanel<ToPage, FromPage> implements vscode.Disposable {
	private readonly store = new DisposableStore();
	readonly content: PanelContent<FromPage>;
	private waiting: NodeJS.Timeout | undefined;
	private isClosed = false;

	constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly connector: PageConnector,
		files: PageFiles,
		/** What its tab says: with the connector's name as soon as that is known. */
		private readonly title: () => Promise<string>,
		createContent: (panel: PagePanel<ToPage>) => PanelContent<FromPage>,
	) {
		const { folder, tools, surroundings } = connector;
		const { webview } = panel;
		this.content = createContent({
			post: async message => panel.visible && (await webview.postMessage(message)),
			column: () => panel.viewColumn,
			reveal: () => this.reveal(false),
		});
		this.store.add({ dispose: () => this.content.dispose?.() });
		this.store.add(
			webview.onDidReceiveMessage((message: FromPage) => this.run(() => this.content.receive(message))),
		);
		this.store.add(
			tools.onDidChange(change => {
				// A hidden page sends `ready` when it is shown again.
				if (panel.visible && change.folder.toString() === folder.toString()) {
					this.schedule();
				}
			}),
		);
		this.store.add(
			surroundings.tenants.onDidChange(() => {
				if (panel.visible) {
					this.schedule(); // What may be done with the tenant is part of what is shown.
				}
			}),
		);
		this.store.add(
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused && panel.visible) {
					this.run(() => tools.refresh(folder, longestAge));
				}
			}),
		);
		this.store.add({ dispose: () => clearTimeout(this.waiting) });
		this.store.add(
			panel.onDidDispose(() => {
				this.isClosed = true;
				this.store.dispose();
			}),
		);
		webview.options = { enableScripts: true, localResourceRoots: pageRoots(surroundings.extensionUri) };
		webview.html = pageFrame(webview, surroundings.extensionUri, {
			...files,
			title: panel.title,
		});
	}

	/** The folder of the connector, while people are in the panel. */
	get activeFolder(): vscode.Uri | undefined {
		return this.panel.active ? this.connector.folder : undefined;
	}

	reveal(preserveFocus: boolean): void {
		this.panel.reveal(undefined, preserveFocus);
	}

	private schedule(): void {
		this.waiting ??= setTimeout(() => {
			this.waiting = undefined;
			this.run(() => this.content.update());
		}, pause);
	}

	private run(work: () => Promise<void>): void {
		work()
			.then(() => this.retitle())
			.catch(this.connector.surroundings.log);
	}

	private async retitle(): Promise<void> {
		const title = await this.title();
		if (!this.isClosed) {
			this.panel.title = title;
		}
	}

	/** Closes the panel, since another one takes its place. */
	close(): void {
		this.panel.dispose();
	}

	/** Leaves the panel open: VS Code keeps it over a restart. */
	dispose(): void {
		this.store.dispose();
	}
}
