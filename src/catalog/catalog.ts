import * as vscode from 'vscode';
import { parseConnector, type Connector } from '../core/api/connector';
import type { ConnectorsApi } from '../core/api/connectorsApi';
import { unlessMissing } from '../core/api/unlessMissing';
import { localesOf, type ConnectorDetail, type Locale } from '../core/api/wire';
import type { TenantPlace } from '../core/remote/documentPath';
import { DisposableStore } from '../util/disposables';
import type { CatalogMemory } from './catalogMemory';
import { CustomConnectors } from './customConnectors';
import { remembered } from './remembered';
import { Unlisted, withOthers } from './unlisted';

/** What a connector's detail says beyond its row in the list. */
export interface ConnectorOutline {
	/** The locales that exist; asking for another one's text gives the `en` text instead. Undefined if the detail does not say. */
	readonly locales: readonly Locale[] | undefined;
	/** By `performance.now()`. */
	readonly askedAt: number;
}

/** Which connectors the tenants have, and which documents these have. A tenant is asked once, until a refresh. */
export class Catalog implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<TenantPlace>());
	/** What the view shows of the place, or below it, is out of date. */
	readonly onDidChange = this.didChange.event;
	private readonly didRefresh = this.store.add(new vscode.EventEmitter<TenantPlace>());
	/** The documents of the place have to be read again; `onDidChange` fires, too. */
	readonly onDidRefresh = this.didRefresh.event;
	readonly custom: CustomConnectors;
	private readonly lists = new Map<string, Promise<readonly Connector[]>>();
	/** The connectors that the filters let through. */
	private readonly filtered = new Map<string, Promise<readonly Connector[]>>();
	private readonly unlisted: Unlisted;
	private readonly names = new Map<string, string>();
	private readonly outlines = new Map<string, Promise<ConnectorOutline | undefined>>();
	/** Of the connectors that were asked for last, the latest at the end. */
	private readonly lastDetails = new Map<string, ConnectorDetail>();
	/** Detail without translations → the same with them, each of which costs a request. */
	private readonly completing = new WeakMap<ConnectorDetail, Promise<ConnectorDetail>>();

	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly memory: CatalogMemory,
	) {
		this.custom = new CustomConnectors(memory);
		this.unlisted = new Unlisted(memory, (tenant, scriptName) => this.find(tenant, scriptName));
	}

	/** Those that the tenant lists, and others that people have opened. */
	async connectors(tenant: string): Promise<readonly Connector[]> {
		const listed = await this.listed(tenant);
		await this.unlisted.removeListed(tenant, new Set(listed.map(({ scriptName }) => scriptName)));
		return this.named(tenant, withOthers(listed, await this.unlisted.of(tenant)));
	}

	private named(tenant: string, connectors: readonly Connector[]): readonly Connector[] {
		connectors.forEach(({ scriptName, name }) => this.names.set(keyOf(tenant, scriptName), name));
		return connectors;
	}

	/** Those that the filter lets through, and all that the service does not list. */
	async shown(tenant: string): Promise<readonly Connector[]> {
		const filters = this.memory.filterOf(tenant);
		if (filters === undefined) {
			return this.connectors(tenant);
		}
		const client = () => this.client(tenant);
		const found = await remembered(this.filtered, tenant, async () =>
			(await client()).listConnectors({ filters }),
		);
		const others = await this.unlisted.of(tenant);
		const kept = others.filter(({ isUnlisted }) => isUnlisted);
		return this.named(tenant, withOthers(found, kept));
	}

	/** What people call a connector, as far as the tenant has told it already. */
	nameSoFar(tenant: string, scriptName: string): string | undefined {
		const key = keyOf(tenant, scriptName);
		return this.names.get(key) ?? this.lastDetails.get(key)?.name;
	}

	isFavorite(tenant: string, scriptName: string): boolean {
		return this.memory.names(tenant, 'favorites').includes(scriptName);
	}

	async setFavorites(tenant: string, scriptNames: readonly string[], are: boolean): Promise<void> {
		await this.memory.setNames(tenant, 'favorites', scriptNames, are);
		this.didChange.fire({ tenant });
	}

	/** In the service's own language; undefined if everything is shown. */
	filterOf(tenant: string): string | undefined {
		return this.memory.filterOf(tenant);
	}

	/** Shows what a filter lets through, or everything again. */
	async setFilter(tenant: string, filter: string | undefined): Promise<void> {
		await this.memory.setFilter(tenant, filter);
		this.filtered.delete(tenant);
		this.didChange.fire({ tenant });
	}

	/** Asks for a connector that may not be listed, and keeps it among the tenant's; undefined if there is none. */
	async open(tenant: string, scriptName: string, signal?: AbortSignal): Promise<Connector | undefined> {
		const list = await this.lists.get(tenant)?.catch(() => undefined);
		const inList = (name: string) => list?.find(each => each.scriptName === name);
		const found = inList(scriptName) ?? (await this.find(tenant, scriptName));
		signal?.throwIfAborted();
		// A list that was read before the connector was released does not have it yet.
		if (found && !inList(found.scriptName) && (list || found.isUnlisted)) {
			await this.unlisted.add(tenant, found);
			this.didChange.fire({ tenant });
		}
		return found;
	}

	/** The script names of the connectors that are kept, though the service does not list them. */
	unlistedNames(tenant: string): readonly string[] {
		return this.unlisted.names(tenant);
	}

	/** No longer keeps a connector that the service does not list. */
	async forgetUnlisted(tenant: string, scriptName: string): Promise<void> {
		await this.unlisted.remove(tenant, scriptName);
		this.didChange.fire({ tenant });
	}

	/** Forgets a connector that the tenant no longer has. */
	async forgetDeleted(tenant: string, scriptName: string): Promise<void> {
		await this.custom.forget(tenant, [scriptName]);
		await this.forgetUnlisted(tenant, scriptName);
	}

	/** Undefined if the tenant has no such connector. */
	outline(tenant: string, scriptName: string): Promise<ConnectorOutline | undefined> {
		return remembered(this.outlines, keyOf(tenant, scriptName), () => this.fetchOutline(tenant, scriptName));
	}

	/** The outline if it is known already; undefined if the tenant would have to be asked. */
	async knownOutline(tenant: string, scriptName: string): Promise<ConnectorOutline | undefined> {
		const known = this.outlines.get(keyOf(tenant, scriptName));
		const unlessPending = known && Promise.race([known, Promise.resolve(undefined)]);
		return unlessPending?.catch(() => undefined);
	}

	/**
	 * With the texts of all documents as they were when it was asked for; undefined if there is no such connector.
	 * @param maxAge milliseconds; an older answer is asked for again
	 */
	async detail(tenant: string, scriptName: string, maxAge = Infinity): Promise<ConnectorDetail | undefined> {
		const key = keyOf(tenant, scriptName);
		const outline = await this.outline(tenant, scriptName);
		if (outline && (!this.lastDetails.has(key) || performance.now() - outline.askedAt > maxAge)) {
			this.outlines.delete(key);
			await this.outline(tenant, scriptName);
		}
		const detail = this.lastDetails.get(key);
		if (!detail || localesOf(detail)) {
			return detail;
		}
		const whole = await remembered(this.completing, detail, async () => {
			const { withTranslations } = await import('../core/api/withTranslations');
			return withTranslations(await this.client(tenant), scriptName, detail);
		});
		if (this.lastDetails.get(key) === detail) {
			this.lastDetails.set(key, whole);
		}
		return whole;
	}

	/** Whether `detail` would ask the tenant nothing. */
	hasDetail(tenant: string, scriptName: string): boolean {
		const key = keyOf(tenant, scriptName);
		const detail = this.lastDetails.get(key);
		return this.outlines.has(key) && detail !== undefined && localesOf(detail) !== undefined;
	}

	/** The locales that are known to exist; undefined if the tenant has no such connector. */
	async locales(tenant: string, scriptName: string): Promise<readonly Locale[] | undefined> {
		const outline = await this.outline(tenant, scriptName);
		const detail = outline && !outline.locales ? await this.detail(tenant, scriptName) : undefined;
		return outline?.locales ?? (detail && localesOf(detail));
	}

	/**
	 * Whether a connector has a translation of its own; undefined if its detail does not say.
	 * @param maxAge milliseconds; an older answer is asked for again
	 */
	async hasLocale(
		tenant: string,
		scriptName: string,
		locale: string,
		maxAge = Infinity,
	): Promise<boolean | undefined> {
		const known = await this.outline(tenant, scriptName);
		const isOld = known && performance.now() - known.askedAt > maxAge;
		if (isOld) {
			this.outlines.delete(keyOf(tenant, scriptName));
		}
		const outline = isOld ? await this.outline(tenant, scriptName) : known;
		return outline ? outline.locales?.some(existing => existing === locale) : false;
	}

	/** Whether there is such a connector; the tenant is asked only about one that is not in its list. */
	async has(tenant: string, scriptName: string): Promise<boolean> {
		const list = await this.lists.get(tenant)?.catch(() => undefined);
		return (
			list?.some(connector => connector.scriptName === scriptName) ||
			(await this.outline(tenant, scriptName)) !== undefined
		);
	}

	refresh(place: TenantPlace): void {
		this.forget(place);
		this.didRefresh.fire(place);
		// The row of an unlisted connector shows its status.
		this.didChange.fire(this.unlisted.has(place) ? { tenant: place.tenant } : place);
	}

	private forget({ tenant, scriptName }: TenantPlace): void {
		if (scriptName === undefined) {
			this.lists.delete(tenant);
			this.filtered.delete(tenant);
			this.unlisted.forget(tenant);
			for (const key of this.outlines.keys()) {
				if (key.startsWith(keyOf(tenant, ''))) {
					this.outlines.delete(key);
				}
			}
		} else {
			this.outlines.delete(keyOf(tenant, scriptName));
			if (this.unlisted.has({ tenant, scriptName })) {
				this.unlisted.forget(tenant);
			}
		}
	}

	private listed(tenant: string): Promise<readonly Connector[]> {
		return remembered(this.lists, tenant, async () => (await this.client(tenant)).listConnectors());
	}

	private async find(tenant: string, scriptName: string): Promise<Connector | undefined> {
		const askedAt = performance.now();
		const detail = await this.fetchDetail(tenant, scriptName);
		const connector = detail && parseConnector({ ...detail, scriptName: detail.scriptName || scriptName });
		if (!connector) {
			return undefined;
		}
		this.outlines.set(keyOf(tenant, connector.scriptName), Promise.resolve(outlineOf(detail, askedAt)));
		return connector.status === 'RELEASED' ? connector : { ...connector, isUnlisted: true };
	}

	/** Undefined if the tenant has no such connector. */
	private async fetchDetail(tenant: string, scriptName: string): Promise<ConnectorDetail | undefined> {
		const client = await this.client(tenant);
		const detail = await unlessMissing(() => client.getConnector(scriptName));
		this.keepDetail(keyOf(tenant, scriptName), detail);
		return detail;
	}

	private keepDetail(key: string, detail: ConnectorDetail | undefined): void {
		this.lastDetails.delete(key);
		if (detail) {
			this.lastDetails.set(key, detail);
		}
		for (const oldest of [...this.lastDetails.keys()].slice(0, -mostDetails)) {
			this.lastDetails.delete(oldest);
		}
	}

	private async fetchOutline(tenant: string, scriptName: string): Promise<ConnectorOutline | undefined> {
		const askedAt = performance.now();
		const detail = await this.fetchDetail(tenant, scriptName);
		return detail && outlineOf(detail, askedAt);
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** How many details are kept: that of a large connector has some 200 KB. */
const mostDetails = 20;

function outlineOf(detail: ConnectorDetail, askedAt: number): ConnectorOutline {
	return { locales: localesOf(detail), askedAt };
}

/** A tenant's id holds no line break. */
function keyOf(tenant: string, scriptName: string): string {
	return `${tenant}\n${scriptName}`;
}
