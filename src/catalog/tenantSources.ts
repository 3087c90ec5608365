import * as vscode from 'vscode';
import type { Client } from '../core/api/client';
import type { Source } from '../core/api/source';
import { SourceList } from '../core/sources/sourceList';

/** Which sources the tenants have, by the connectors that they were made of. */
export class TenantSources implements vscode.Disposable {
	private readonly didChange = new vscode.EventEmitter<string>();
	/** The sources of the tenant of this id were forgotten, or are known now. */
	readonly onDidChange = this.didChange.event;
	private readonly didForget = new vscode.EventEmitter<string>();
	/** Those of the tenant of this id are to be read anew, as people want it. */
	readonly onDidForget = this.didForget.event;
	/** A tenant gets another client when its credentials change: what was refused may be allowed then. */
	private readonly lists = new Map<string, { readonly client: Client; readonly list: SourceList }>();

	constructor(private readonly client: (tenant: string) => Promise<Client>) {}

	/** Those of a connector, in the order of their names. Rejects as the request did, and a refusal is not asked for again. */
	async of(tenant: string, scriptName: string): Promise<readonly Source[]> {
		return (await this.list(tenant)).of(scriptName);
	}

	/** Rejects as `of` does; undefined if the tenant has no source of this id. */
	async withId(tenant: string, id: string): Promise<Source | undefined> {
		return (await (await this.list(tenant)).all()).find(source => source.id === id);
	}

	/** Those of a connector if the tenant does not have to be asked for it. */
	async known(tenant: string, scriptName: string): Promise<readonly Source[] | undefined> {
		const list = await this.list(tenant);
		return list.isKnown ? list.of(scriptName).catch(() => undefined) : undefined;
	}

	/** Those of a connector as they were last read, without waiting; undefined if they are not known. */
	seen(tenant: string, scriptName: string): readonly Source[] | undefined {
		return this.lists.get(tenant)?.list.seen(scriptName);
	}

	/** The tenant is asked again the next time. */
	forget(tenant: string): void {
		this.lists.delete(tenant);
		this.didForget.fire(tenant);
		this.didChange.fire(tenant);
	}

	private async list(tenant: string): Promise<SourceList> {
		const client = await this.client(tenant);
		const known = this.lists.get(tenant);
		if (known?.client === client) {
			return known.list;
		}
		const list = new SourceList(() => {
			const read = client.sources.listSources();
			read.then(
				() => this.didChange.fire(tenant),
				() => undefined,
			);
			return read;
		});
		this.lists.set(tenant, { client, list });
		return list;
	}

	dispose(): void {
		this.didForget.dispose();
		this.didChange.dispose();
	}
}
