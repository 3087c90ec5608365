import * as vscode from 'vscode';
import type { SampleTenant } from '../sample/server/sampleTenant';
import { sampleTenantId, type SampleId } from '../core/api/tenant';
import { DisposableStore } from '../util/disposables';
import { setting } from '../util/settings';

/** A sample tenant inside the extension host: shown if the setting says so, started when it is first asked something. */
export class EmbeddedSample implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChange = this.didChange.event;
	private readonly setting: 'sampleTenant.enabled' | 'sampleTenant.production';
	private running: Promise<SampleTenant> | undefined;
	private url: string | undefined;

	/** @param storage a folder; what is edited in the sample tenant is kept there and survives a reload of the window. */
	constructor(
		readonly id: SampleId,
		private readonly storage: vscode.Uri,
	) {
		this.setting = id === sampleTenantId ? 'sampleTenant.enabled' : 'sampleTenant.production';
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(`iscConnectors.${this.setting}`)) {
					this.didChange.fire();
				}
			}),
		);
	}

	get isEnabled(): boolean {
		return setting(this.setting);
	}

	async enable(enabled: boolean): Promise<void> {
		await vscode.workspace
			.getConfiguration('iscConnectors')
			.update(this.setting, enabled, vscode.ConfigurationTarget.Global);
	}

	/** What people call it. */
	get name(): string {
		return this.id === sampleTenantId ? vscode.l10n.t('Sample Tenant') : vscode.l10n.t('Sample Production');
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
			const file = this.id === sampleTenantId ? 'sample-tenant.json' : `${this.id}.json`;
			const sample = await startSampleTenant({
				isProduction: this.id !== sampleTenantId,
				storage: vscode.Uri.joinPath(this.storage, file).fsPath,
			});
			this.url = sample.url;
			return sample;
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
