import type * as vscode from 'vscode';
import { isObject } from '../core/api/errors';

const key = 'iscConnectors.catalog';

interface Kept {
	readonly filter?: string;
	/** The script names of connectors that the service does not list. */
	readonly unlisted: readonly string[];
	/** The script names of those that people want to see first. */
	readonly favorites: readonly string[];
}

/** What people want to see of each tenant; kept over restarts. */
export class CatalogMemory {
	constructor(private readonly memory: vscode.Memento) {}

	/** In the service's own language; undefined if everything is to be seen. */
	filterOf(tenant: string): string | undefined {
		return this.of(tenant).filter;
	}

	async setFilter(tenant: string, filter: string | undefined): Promise<void> {
		const { unlisted, favorites } = this.of(tenant);
		await this.put(tenant, { unlisted, favorites, ...(filter !== undefined && { filter }) });
	}

	unlisted(tenant: string): readonly string[] {
		return this.of(tenant).unlisted;
	}

	async setUnlisted(tenant: string, scriptName: string, isKept: boolean): Promise<void> {
		const kept = this.of(tenant);
		await this.put(tenant, { ...kept, unlisted: changed(kept.unlisted, [scriptName], isKept) });
	}

	favorites(tenant: string): readonly string[] {
		return this.of(tenant).favorites;
	}

	async setFavorites(tenant: string, scriptNames: readonly string[], are: boolean): Promise<void> {
		const kept = this.of(tenant);
		await this.put(tenant, { ...kept, favorites: changed(kept.favorites, scriptNames, are) });
	}

	private of(tenant: string): Kept {
		const kept = this.all()[tenant];
		const { filter, unlisted, favorites } = isObject(kept) ? kept : {};
		return {
			...(typeof filter === 'string' && { filter }),
			unlisted: textsIn(unlisted),
			favorites: textsIn(favorites),
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

function changed(names: readonly string[], these: readonly string[], areKept: boolean): readonly string[] {
	const others = names.filter(name => !these.includes(name));
	return areKept ? [...others, ...these] : others;
}
