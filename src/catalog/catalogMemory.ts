import type * as vscode from 'vscode';
import { isObject } from '../core/api/errors';

const key = 'iscConnectors.catalog';

/**
 * Connectors that are kept by their script names: those that the service does not list, those that people want to see first,
 * and those that were created from this computer.
 */
type Group = 'unlisted' | 'favorites' | 'created';

interface Kept extends Readonly<Record<Group, readonly string[]>> {
	readonly filter?: string;
}

/** What is remembered of the connectors of each tenant; kept over restarts. */
export class CatalogMemory {
	constructor(private readonly memory: vscode.Memento) {}

	/** In the service's own language; undefined if everything is to be seen. */
	filterOf(tenant: string): string | undefined {
		return this.of(tenant).filter;
	}

	async setFilter(tenant: string, filter: string | undefined): Promise<void> {
		const { unlisted, favorites, created } = this.of(tenant);
		await this.put(tenant, { unlisted, favorites, created, ...(filter !== undefined && { filter }) });
	}

	/** Script names. */
	names(tenant: string, group: Group): readonly string[] {
		return this.of(tenant)[group];
	}

	async setNames(
		tenant: string,
		group: Group,
		scriptNames: readonly string[],
		areIn: boolean,
	): Promise<void> {
		const kept = this.of(tenant);
		const others = kept[group].filter(name => !scriptNames.includes(name));
		await this.put(tenant, { ...kept, [group]: areIn ? [...others, ...scriptNames] : others });
	}

	private of(tenant: string): Kept {
		const kept = this.all()[tenant];
		const { filter, unlisted, favorites, created } = isObject(kept) ? kept : {};
		return {
			...(typeof filter === 'string' && { filter }),
			unlisted: textsIn(unlisted),
			favorites: textsIn(favorites),
			created: textsIn(created),
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

function textsIn(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(name => typeof name === 'string') : [];
}
