import * as vscode from 'vscode';
import { parseConnector, type Connector } from '../core/api/connector';
import type { ConnectorsApi } from '../core/api/connectorsApi';
import { unlessMissing } from '../core/api/unlessMissing';
import { withTranslations } from '../core/api/withTranslations';
import { localesOf, type ConnectorDetail, type Locale } from '../core/api/wire';
import type { TenantPlace } from '../core/remote/documentPath';
import { DisposableStore } from '../util/disposables';
import type { CatalogMemory } from './catalogMemory';

/** What the detail of a connector tells beyond its row in the list. */
export interface ConnectorOutline {
	/** The locales that exist; asking for another one's text gives the `en` text instead. Undefined if it does not tell. */
	readonly locales: readonly Locale[] | undefined;
	/** By `performance.now()`. */
	readonly askedAt: number;
}

/** Which connectors the tenants have, and which documents those; asked for once, until it is refreshed. */
export class Catalog implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<TenantPlace>());
	/** What is to be seen of the place, or below it, has to be asked for again. */
	readonly onDidChange = this.didChange.event;
	private readonly didRefresh = this.store.add(new vscode.EventEmitter<TenantPlace>());
	/** What is in the documents of the place has to be asked for again; `onDidChange` tells of it, too. */
	readonly onDidRefresh = this.didRefresh.event;
	private readonly lists = new Map<string, Promise<readonly Connector[]>>();
	/** What the tenants list by their filters. */
	private readonly filtered = new Map<string, Promise<readonly Connector[]>>();
	private readonly unlisted = new Map<string, Promise<readonly Connector[]>>();
	private readonly outlines = new Map<string, Promise<ConnectorOutline | undefined>>();
	/** Of the connectors that were asked for last, which come last. */
	private readonly lastDetails = new Map<string, ConnectorDetail>();
	/** Details that do not tell of the translations, with these: each costs a request. */
	private readonly completing = new WeakMap<ConnectorDetail, Promise<ConnectorDetail>>();

	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly memory: CatalogMemory,
	) {}

	/** Every connector that is known: the service lists only RELEASED ones, people have opened others. */
	async connectors(tenant: string): Promise<readonly Connector[]> {
		const listed = await this.listed(tenant);
		const known = new Set(listed.map(({ scriptName }) => scriptName));
		for (const scriptName of this.memory.unlisted(tenant).filter(name => known.has(name))) {
			await this.memory.setUnlisted(tenant, scriptName, false); // It has been released meanwhile.
		}
		return withOthers(listed, await this.unlistedOf(tenant));
	}

	/** Those that the filter lets through, and those that the service does not list, whatever the filter. */
	async shown(tenant: string): Promise<readonly Connector[]> {
		const filters = this.memory.filterOf(tenant);
		if (filters === undefined) {
			return this.connectors(tenant);
		}
		const client = () => this.client(tenant);
		const found = await remembered(this.filtered, tenant, async () =>
			(await client()).listConnectors({ filters }),
		);
		const others = await this.unlistedOf(tenant);
		return withOthers(
			found,
			others.filter(({ isUnlisted }) => isUnlisted),
		);
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
			const others = await this.unlistedOf(tenant);
			// Before its name is kept: from then on whoever asks for the unlisted ones wants it among them.
			this.unlisted.set(
				tenant,
				Promise.resolve([...others.filter(each => each.scriptName !== found.scriptName), found]),
			);
			await this.memory.setUnlisted(tenant, found.scriptName, true);
			this.didChange.fire({ tenant });
		}
		return found;
	}

	/** The script names of those that are kept though the service does not list them. */
	unlistedNames(tenant: string): readonly string[] {
		return this.memory.unlisted(tenant);
	}

	/** No longer keeps a connector that the service does not list. */
	async forgetUnlisted(tenant: string, scriptName: string): Promise<void> {
		await this.memory.setUnlisted(tenant, scriptName, false);
		this.unlisted.delete(tenant);
		this.didChange.fire({ tenant });
	}

	/** Undefined if the tenant has no such connector. */
	outline(tenant: string, scriptName: string): Promise<ConnectorOutline | undefined> {
		return remembered(this.outlines, keyOf(tenant, scriptName), () => this.fetchOutline(tenant, scriptName));
	}

	/** What was told of a connector already; undefined if the tenant would have to be asked. */
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
		const whole = await remembered(this.completing, detail, async () =>
			withTranslations(await this.client(tenant), scriptName, detail),
		);
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
	 * Whether a connector has its own translation; undefined if its detail does not tell.
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

	/** Asks no more than it must: the list tells of most connectors, but only of RELEASED ones. */
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
		const isUnlisted = this.isUnlisted(place);
		this.didChange.fire(isUnlisted ? { tenant: place.tenant } : place); // The row of an unlisted one tells its status.
	}

	private forget({ tenant, scriptName }: TenantPlace): void {
		if (scriptName === undefined) {
			this.lists.delete(tenant);
			this.filtered.delete(tenant);
			this.unlisted.delete(tenant);
			for (const key of this.outlines.keys()) {
				if (key.startsWith(keyOf(tenant, ''))) {
					this.outlines.delete(key);
				}
			}
		} else {
			this.outlines.delete(keyOf(tenant, scriptName));
			if (this.isUnlisted({ tenant, scriptName })) {
				this.unlisted.delete(tenant);
			}
		}
	}

	private isUnlisted({ tenant, scriptName }: TenantPlace): boolean {
		return scriptName !== undefined && this.memory.unlisted(tenant).includes(scriptName);
	}

	private listed(tenant: string): Promise<readonly Connector[]> {
		return remembered(this.lists, tenant, async () => (await this.client(tenant)).listConnectors());
	}

	private async unlistedOf(tenant: string): Promise<readonly Connector[]> {
		const names = this.memory.unlisted(tenant);
		if (names.length === 0) {
			return [];
		}
		return remembered(this.unlisted, tenant, async () => {
			const found = await Promise.all(names.map(name => this.findUnlisted(tenant, name)));
			return found.filter(connector => connector !== undefined);
		});
	}

	/** One that cannot be asked for right now stays; one that is gone does not. */
	private async findUnlisted(tenant: string, scriptName: string): Promise<Connector | undefined> {
		try {
			const found = await this.find(tenant, scriptName);
			if (!found) {
				await this.memory.setUnlisted(tenant, scriptName, false);
			}
			return found;
		} catch {
			const row = parseConnector({ scriptName });
			return row && { ...row, isUnlisted: true }; // When it is opened, its row will tell what is the matter.
		}
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

/** Of how many connectors the details are kept: that of a rich one has some 200 KB. */
const mostDetails = 20;

function withOthers(listed: readonly Connector[], others: readonly Connector[]): readonly Connector[] {
	const known = new Set(listed.map(({ scriptName }) => scriptName));
	return [...listed, ...others.filter(({ scriptName }) => !known.has(scriptName))];
}

function outlineOf(detail: ConnectorDetail, askedAt: number): ConnectorOutline {
	return { locales: localesOf(detail), askedAt };
}

/** A tenant's id holds no line break. */
function keyOf(tenant: string, scriptName: string): string {
	return `${tenant}\n${scriptName}`;
}

/** A map, weak or not. */
interface Memory<K, V> {
	get(key: K): V | undefined;
	set(key: K, value: V): unknown;
	delete(key: K): boolean;
}

/** What is under way is shared, what failed is asked for again. */
function remembered<K, T>(memory: Memory<K, Promise<T>>, key: K, fetch: () => Promise<T>): Promise<T> {
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
