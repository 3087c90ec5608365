import * as vscode from 'vscode';
import type { Connector } from '../api/connector';
import type { ConnectorsApi } from '../api/connectorsApi';
import { ApiError } from '../api/errors';
import { locales, type ConnectorDetail, type Locale } from '../api/wire';
import { DisposableStore } from '../util/disposables';

/** What the detail of a connector tells beyond its row in the list. */
export interface ConnectorOutline {
	/** The locales that exist; asking for another one's text gives the `en` text instead. */
	readonly locales: readonly Locale[];
	/** By `performance.now()`. */
	readonly askedAt: number;
}

/** A tenant or, with a script name, one of its connectors. */
export interface CatalogPlace {
	readonly tenant: string;
	readonly scriptName?: string;
}

/** Which connectors the tenants have, and which documents those; asked for once, until it is refreshed. */
export class Catalog implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<CatalogPlace>());
	/** The place, or something below it, has to be asked for again. */
	readonly onDidChange = this.didChange.event;
	private readonly lists = new Map<string, Promise<readonly Connector[]>>();
	private readonly outlines = new Map<string, Promise<ConnectorOutline | undefined>>();

	constructor(private readonly client: (tenant: string) => Promise<ConnectorsApi>) {}

	connectors(tenant: string): Promise<readonly Connector[]> {
		return remembered(this.lists, tenant, async () => (await this.client(tenant)).listConnectors());
	}

	/** Undefined if the tenant has no such connector. */
	outline(tenant: string, scriptName: string): Promise<ConnectorOutline | undefined> {
		return remembered(this.outlines, keyOf(tenant, scriptName), () => this.fetchOutline(tenant, scriptName));
	}

	/** Whether a connector has its own translation; an answer older than `maxAge` milliseconds is asked for again. */
	async hasLocale(tenant: string, scriptName: string, locale: string, maxAge = Infinity): Promise<boolean> {
		const known = await this.outline(tenant, scriptName);
		const isOld = known && performance.now() - known.askedAt > maxAge;
		if (isOld) {
			this.outlines.delete(keyOf(tenant, scriptName));
		}
		const outline = isOld ? await this.outline(tenant, scriptName) : known;
		return outline?.locales.some(existing => existing === locale) ?? false;
	}

	/** Asks no more than it must: the list tells of most connectors, but only of RELEASED ones. */
	async has(tenant: string, scriptName: string): Promise<boolean> {
		const list = await this.lists.get(tenant)?.catch(() => undefined);
		return (
			list?.some(connector => connector.scriptName === scriptName) ||
			(await this.outline(tenant, scriptName)) !== undefined
		);
	}

	refresh(place: CatalogPlace): void {
		this.forget(place);
		this.didChange.fire(place);
	}

	private forget({ tenant, scriptName }: CatalogPlace): void {
		if (scriptName === undefined) {
			this.lists.delete(tenant);
			for (const key of this.outlines.keys()) {
				if (key.startsWith(keyOf(tenant, ''))) {
					this.outlines.delete(key);
				}
			}
		} else {
			this.outlines.delete(keyOf(tenant, scriptName));
		}
	}

	private async fetchOutline(tenant: string, scriptName: string): Promise<ConnectorOutline | undefined> {
		const client = await this.client(tenant);
		const askedAt = performance.now();
		try {
			return outlineOf(await client.getConnector(scriptName), askedAt);
		} catch (error) {
			if (error instanceof ApiError && error.status === 404) {
				return undefined;
			}
			throw error;
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** A connector's texts are dropped here: they are read as bytes when they are opened. */
function outlineOf({ translationProperties = {} }: ConnectorDetail, askedAt: number): ConnectorOutline {
	return { locales: locales.filter(locale => Object.hasOwn(translationProperties, locale)), askedAt };
}

/** A tenant's id holds no line break. */
function keyOf(tenant: string, scriptName: string): string {
	return `${tenant}\n${scriptName}`;
}

/** What is under way is shared, what failed is asked for again. */
function remembered<T>(memory: Map<string, Promise<T>>, key: string, fetch: () => Promise<T>): Promise<T> {
	const known = memory.get(key);
	if (known) {
		return known;
	}
	const fetched = fetch();
	memory.set(key, fetched);
	fetched.catch(() => {
		if (memory.get(key) === fetched) {
			memory.delete(key);
		}
	});
	return fetched;
}
