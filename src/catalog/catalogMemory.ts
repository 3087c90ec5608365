import type * as vscode from 'vscode';
import { isObject } from '../core/api/errors';

const key = 'iscConnectors.catalog';

interface Kept {
	readonly filter?: string;
	/** The script names of connectors that the service does not list. */
	readonly unlisted: readonly string[];
}

/** What people want to see of each tenant; kept over restarts. */
export class CatalogMemory {
	constructor(private readonly memory: vscode.Memento) {}

	/** In the service's own language; undefined if everything is to be seen. */
	filterOf(tenant: string): string | undefined {
		return this.of(tenant).filter;
	}

	async setFilter(tenant: string, filter: string | undefined): Promise<void> {
		const { unlisted } = this.of(tenant);
		await this.put(tenant, { unlisted, ...(filter !== undefined && { filter }) });
	}

	unlisted(tenant: string): readonly string[] {
		return this.of(tenant).unlisted;
	}

	async setUnlisted(tenant: string, scriptName: string, isKept: boolean): Promise<void> {
		const others = this.unlisted(tenant).filter(other => other !== scriptName);
		await this.put(tenant, { ...this.of(tenant), unlisted: isKept ? [...others, scriptName] : others });
	}

	private of(tenant: string): Kept {
		const kept = this.all()[tenant];
		const { filter, unlisted } = isObject(kept) ? kept : {};
		return {
			...(typeof filter === 'string' && { filter }),
			unlisted: Array.isArray(unlisted) ? unlisted.filter(name => typeof name === 'string') : [],
		};
	}

	private async put(tenant: string, kept: Kept): Promise<void> {
		await this.memory.update(key, { ...this.all(), [tenant]: kept });
	}

	/** Another version of this extension may have kept anything. */
	private all(): Readonly<Record<string, unknown>> {
		const kept = this.memory.get<unknown>(key);
		return isObject(kept) ? kept : {};
	}
}
