import * as vscode from 'vscode';
import type { Source } from '../../core/api/source';
import { isForbidden } from '../../core/api/sourcesApi';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { FormPicture } from '../../core/connector/form/formPicture';
import { placeAt, scheme } from '../../core/remote/documentPath';
import { documentsIn } from '../../core/sources/detailDocuments';
import { enteredInSource } from '../../core/sources/enteredInSource';
import type { HeldValues } from '../../core/sources/heldValues';
import { shownValues } from '../../core/sources/shownValues';
import { lazy } from '../../util/lazy';
import { setting } from '../../util/settings';
import { sentenceOf, type PageConnector } from '../panel/previewSurroundings';
import type { ChosenSource, FormSourceList } from './formMessages';

interface Chosen {
	readonly id: string;
	/** Without secrets; undefined while they are read. */
	readonly values: HeldValues | undefined;
	/** The values are shown until they are read again. */
	readonly isStale?: true;
	readonly read: () => Promise<HeldValues | undefined>;
}

/** The sources of a connector in a tenant, and the one whose values its form shows. */
export class FormSources implements vscode.Disposable {
	private list: FormSourceList = { names: undefined, message: undefined };
	private chosen: Chosen | undefined;
	/** Listens for the wish to read them anew, from the first reading on. */
	private refreshing: vscode.Disposable | undefined;

	private constructor(
		private readonly connector: PageConnector,
		private readonly tenant: string,
		private readonly scriptName: string,
		private readonly post: (list: FormSourceList) => Promise<unknown>,
		private readonly onDidBecomeStale: () => void,
	) {}

	/** Undefined for a connector that is in no tenant. */
	static of(
		connector: PageConnector,
		post: (list: FormSourceList) => Promise<unknown>,
		onDidBecomeStale: () => void,
	): FormSources | undefined {
		const { folder } = connector;
		const place = folder.scheme === scheme ? placeAt(folder.path) : undefined;
		return place?.kind === 'connector'
			? new FormSources(connector, folder.authority, place.scriptName, post, onDidBecomeStale)
			: undefined;
	}

	get chosenId(): string | undefined {
		return this.chosen?.id;
	}

	/** What the page is to show of the source that is chosen, in a picture of these documents. */
	shownIn(picture: FormPicture, documents: ConnectorDocuments): ChosenSource | undefined {
		if (!this.chosen) {
			return undefined;
		}
		const { id, values } = this.chosen;
		return {
			id,
			values: values && shownValues(values, picture, documents, setting('sources.systemKeys')),
		};
	}

	/** Lists them, or says why that cannot be. */
	async ask(): Promise<void> {
		await this.reading(() => this.read());
		await this.post(this.list);
	}

	/** Makes a source the chosen one, whose values are for `complete` to read; none, if undefined. */
	choose(id: string | undefined): void {
		this.list = { ...this.list, message: undefined };
		this.chosen =
			id === undefined ? undefined : { id, values: undefined, read: lazy(() => this.readValues(id)) };
	}

	/**
	 * Reads the values of the chosen source; none is chosen any more if that fails. Without one, lists them if the tenant
	 * does not have to be asked for it.
	 * @returns whether values have been read, or not been found
	 */
	async complete(): Promise<boolean> {
		const { chosen } = this;
		if (!chosen || (chosen.values && !chosen.isStale)) {
			await this.recall();
			await this.post(this.list);
			return false;
		}
		const values = await chosen.read();
		if (this.chosen === chosen) {
			this.chosen = values && { id: chosen.id, read: chosen.read, values };
		}
		await this.post(this.list);
		return true;
	}

	private async recall(): Promise<void> {
		const sources = await this.connector.surroundings.sources();
		// A tenant that nobody is signed in to has no client: people learn that when they ask for the list.
		const known = await sources.known(this.tenant, this.scriptName).catch(() => undefined);
		if (known) {
			this.list = listOf(known);
		}
	}

	private async read(): Promise<readonly Source[]> {
		const all = await this.connector.surroundings.sources();
		this.refreshing ??= all.onDidForget(tenant => {
			if (tenant === this.tenant && this.chosen) {
				const { id } = this.chosen;
				this.chosen = { ...this.chosen, isStale: true, read: lazy(() => this.readValues(id)) };
				this.onDidBecomeStale();
			}
		});
		const sources = await all.of(this.tenant, this.scriptName);
		this.list = listOf(sources);
		return sources;
	}

	private readValues(id: string): Promise<HeldValues | undefined> {
		return this.reading(async () => {
			const source = (await this.read()).find(each => each.id === id);
			return source && (await this.valuesOf(source));
		});
	}

	private async valuesOf(source: Source): Promise<HeldValues> {
		const { detail, tenants, log } = this.connector.surroundings;
		const client = await tenants.client(this.tenant);
		const [saved, own] = await Promise.all([
			detail(this.tenant, this.scriptName),
			// For an ORG_ADMIN only; what the source has entered is among its attributes, too.
			client.sources.getSourceConfig(source.id).catch(log),
		]);
		return enteredInSource(source, documentsIn(saved ?? {}), own ? documentsIn(own) : undefined);
	}

	private async reading<T>(read: () => Promise<T>): Promise<T | undefined> {
		try {
			return await read();
		} catch (error) {
			const { surroundings } = this.connector;
			surroundings.log(error);
			const message = isForbidden(error)
				? vscode.l10n.t('The values of sources need an access token with the scope idn:sources:read.')
				: sentenceOf(surroundings, error);
			this.list = { names: this.list.names ?? [], message };
			return undefined;
		}
	}

	dispose(): void {
		this.refreshing?.dispose();
	}
}

function listOf(sources: readonly Source[]): FormSourceList {
	return { names: sources.map(({ id, name }) => ({ id, name })), message: undefined };
}
