import * as vscode from 'vscode';
import type { SampleTenant } from '../sample/server/sampleTenant';
import { DisposableStore } from '../util/disposables';
import { setting } from '../util/settings';

const section = 'iscConnectors.sampleTenant';

/** The sample tenant inside the extension host: shown if the setting says so, started when it is first asked something. */
export class EmbeddedSample implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChange = this.didChange.event;
	private running: Promise<SampleTenant> | undefined;
	private url: string | undefined;

	/** @param storage a folder; what is edited in the sample tenant is kept there and survives a reload of the window. */
	constructor(private readonly storage: vscode.Uri) {
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(`${section}.enabled`)) {
					this.didChange.fire();
				}
			}),
		);
	}

	get isEnabled(): boolean {
		return setting('sampleTenant.enabled');
	}

	async enable(enabled: boolean): Promise<void> {
		await vscode.workspace
			.getConfiguration(section)
			.update('enabled', enabled, vscode.ConfigurationTarget.Global);
	}

	/** Host and port where it listens; undefined before it is started. */
	get host(): string | undefined {
		return this.url && new URL(this.url).host;
	}

	/** The running server; starts it. */
	start(): Promise<SampleTenant> {
		this.running ??= this.startServer();
		return this.running;
	}

	private async startServer(): Promise<SampleTenant> {
		try {
			await vscode.workspace.fs.createDirectory(this.storage);
			const { startSampleTenant } = await import('../sample/server/sampleTenant');
			return await startSampleTenant({
				storage: vscode.Uri.joinPath(this.storage, 'sample-tenant.json').fsPath,
			});
		} catch (error) {
			this.running = undefined;
			throw error;
		}
	}

	dispose(): void {
		this.store.dispose();
		void this.running?.then(sample => sample.stop());
	}
}
