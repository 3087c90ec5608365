import * as vscode from 'vscode';
import type { SampleTenant } from '../sample/server/sampleTenant';
import { sampleTenantId, type SampleId } from '../core/api/tenant';
import { DisposableStore } from '../util/disposables';
import { setting } from '../util/settings';

/** By which setting a sample tenant is shown, and where its edits are kept. */
const facts = {
	sample: { setting: 'sampleTenant.enabled', file: 'sample-tenant.json' },
	'sample-production': { setting: 'sampleTenant.production', file: 'sample-production.json' },
} as const satisfies Record<SampleId, object>;

/** A sample tenant inside the extension host: shown if the setting says so, started when it is first asked something. */
export class EmbeddedSample implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChange = this.didChange.event;
	private running: Promise<SampleTenant> | undefined;
	private url: string | undefined;

	/** @param storage a folder; what is edited in the sample tenant is kept there and survives a reload of the window. */
	constructor(
		readonly id: SampleId,
		private readonly storage: vscode.Uri,
	) {
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(`iscConnectors.${facts[id].setting}`)) {
					this.didChange.fire();
				}
			}),
		);
	}

	get isEnabled(): boolean {
		return setting(facts[this.id].setting);
	}

	/** Writes no setting that is so already: people may be editing the file. */
	async enable(enabled: boolean): Promise<void> {
		if (enabled === this.isEnabled) {
			return;
		}
		await vscode.workspace
			.getConfiguration('iscConnectors')
			.update(facts[this.id].setting, enabled, vscode.ConfigurationTarget.Global);
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
			const sample = await startSampleTenant({
				isProduction: this.id !== sampleTenantId,
				storage: vscode.Uri.joinPath(this.storage, facts[this.id].file).fsPath,
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
