import type * as vscode from 'vscode';

const key = 'iscConnectors.catalog';

interface Kept {
	readonly filter?: string;
	/** The script names of connectors that the service does not list. */
	readonly unlisted?: readonly string[];
}

/** What people want to see of each tenant, over restarts. */
export class CatalogMemory {
	constructor(private readonly memory: vscode.Memento) {}

	/** In the service's own language; undefined if everything is to be seen. */
	filterOf(tenant: string): string | undefined {
		return this.of(tenant).filter;
	}

	async setFilter(tenant: string, filter: string | undefined): Promise<void> {
		const { unlisted = [] } = this.of(tenant);
		await this.put(tenant, { unlisted, ...(filter !== undefined && { filter }) });
	}

	unlisted(tenant: string): readonly string[] {
		return this.of(tenant).unlisted ?? [];
	}

	async setUnlisted(tenant: string, scriptName: string, isKept: boolean): Promise<void> {
		const others = this.unlisted(tenant).filter(other => other !== scriptName);
		await this.put(tenant, { ...this.of(tenant), unlisted: isKept ? [...others, scriptName] : others });
	}

	private of(tenant: string): Kept {
		return this.memory.get<Readonly<Record<string, Kept>>>(key, {})[tenant] ?? {};
	}

	private async put(tenant: string, kept: Kept): Promise<void> {
		await this.memory.update(key, { ...this.memory.get<Record<string, Kept>>(key, {}), [tenant]: kept });
	}
}
