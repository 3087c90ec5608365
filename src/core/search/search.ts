import { setMaxListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { ConnectorsApi } from '../api/connectorsApi';
import { ApiError, CredentialsError, UnreachableError } from '../api/errors';
import { unlessAborted } from '../api/send/http';
import { severalAtOnce } from '../api/severalAtOnce';
import { withTranslations } from '../api/withTranslations';
import type { ConnectorDetail } from '../api/wire';
import type { DocumentId } from '../remote/documentPath';
import { documentParts, partTexts } from '../remote/documentParts';
import type { FoundDocument, FoundTenant } from './found';
import { Matcher } from './matcher';
import type { Pattern } from './pattern';
import { SearchResults } from './searchResults';

export interface SearchedConnector {
	readonly scriptName: string;
	readonly name: string;
}

/** A tenant in which to search: in all of it, unless connectors are named. */
export interface SearchedTenant {
	readonly id: string;
	readonly name: string;
	readonly connectors?: readonly SearchedConnector[];
}

/** Where a search gets its texts from. */
export interface SearchSource {
	readonly client: (tenant: string) => Promise<ConnectorsApi>;
	readonly connectors: (tenant: string) => Promise<readonly SearchedConnector[]>;
	/** The text of a document that is open. */
	readonly openText: (id: DocumentId) => string | undefined;
	/** The person's, for the order of names. */
	readonly language: string;
}

export interface SearchOptions {
	/** There is more to show, or it has ended. */
	readonly changed?: () => void;
	/** How many matches are enough. */
	readonly limit?: number;
}

export type SearchState = 'searching' | 'complete' | 'limited' | 'cancelled' | 'failed';

/** Few enough that a cancelled search is soon over. */
const mostUnderWay = 8;

interface Task {
	readonly tenant: FoundTenant;
	readonly client: ConnectorsApi;
	readonly connector: SearchedConnector;
}

/** One search through the documents of connectors, with one request for each connector. */
export class Search {
	readonly results: SearchResults;
	state: SearchState = 'searching';
	/** Why it failed. */
	error: unknown;
	/** How many connectors there are to search, and how many of them are done. */
	total = 0;
	done = 0;
	/** How many of them could be read. */
	read = 0;
	private readonly matcher: Matcher;
	private readonly ended = new AbortController();
	private readonly changed: () => void;

	/** @throws PatternError */
	constructor(
		readonly pattern: Pattern,
		readonly scope: readonly SearchedTenant[],
		private readonly source: SearchSource,
		{ changed = () => undefined, limit = 10_000 }: SearchOptions = {},
	) {
		this.matcher = new Matcher(pattern);
		this.results = new SearchResults(scope, limit, source.language);
		this.changed = changed;
		setMaxListeners(0, this.signal); // One for each request: no leak, as node would take it to be.
	}

	/** Rejects if it is cancelled, or if nothing more can come of it. What could not be read is among the results. */
	async run(): Promise<void> {
		try {
			await this.searchAll();
			this.state = 'complete';
		} catch (error) {
			if (this.state === 'searching') {
				this.state = 'failed';
				this.error = error;
				throw error;
			}
			if (this.state === 'cancelled') {
				this.signal.throwIfAborted();
			}
		} finally {
			this.ended.abort(); // What else is under way is of no use any more.
			this.changed();
		}
	}

	cancel(): void {
		this.end('cancelled');
	}

	private get signal(): AbortSignal {
		return this.ended.signal;
	}

	private end(state: SearchState): void {
		if (this.state === 'searching') {
			this.state = state;
			this.ended.abort();
		}
	}

	private async searchAll(): Promise<void> {
		const { tenants } = this.results;
		const tasks = (await Promise.all(tenants.map(tenant => this.tasksOf(tenant)))).flat();
		this.total = tasks.length;
		await severalAtOnce(tasks, mostUnderWay, async task => {
			await this.perform(task);
			this.signal.throwIfAborted();
			this.done++;
			this.changed();
		});
	}

	private async tasksOf(tenant: FoundTenant): Promise<readonly Task[]> {
		const { id } = tenant;
		const chosen = this.scope.find(searched => searched.id === id)?.connectors;
		try {
			const client = await unlessAborted(this.source.client(id), this.signal);
			const connectors = chosen ?? (await unlessAborted(this.source.connectors(id), this.signal));
			return this.results.sorted(connectors).map(connector => ({ tenant, client, connector }));
		} catch (error) {
			this.tenantFailed(tenant, error);
			return [];
		}
	}

	private async perform(task: Task): Promise<void> {
		const { tenant, connector } = task;
		const detail = this.results.isUnread(tenant) ? undefined : await this.detailOf(task);
		if (!detail) {
			return;
		}
		this.read++;
		const { scriptName } = connector;
		const name = (typeof detail.name === 'string' && detail.name) || connector.name;
		const documents = await this.documentsOf(task, detail, name);
		if (!this.results.add(tenant, { kind: 'connector', tenant: tenant.id, scriptName, name, documents })) {
			this.end('limited');
		}
	}

	/** Undefined if it cannot be read, which does not end the search. */
	private async detailOf({ tenant, client, connector }: Task): Promise<ConnectorDetail | undefined> {
		try {
			const { scriptName } = connector;
			const detail = await client.getConnector(scriptName, { signal: this.signal });
			return await withTranslations(client, scriptName, detail, this.signal);
		} catch (error) {
			this.signal.throwIfAborted();
			if (isAboutTenant(error)) {
				this.tenantFailed(tenant, error);
			} else {
				const { scriptName, name } = connector;
				this.results.addUnread(tenant, { kind: 'unread', tenant: tenant.id, scriptName, name, error });
			}
			return undefined;
		}
	}

	private async documentsOf(
		{ tenant, connector: { scriptName } }: Task,
		detail: ConnectorDetail,
		connector: string,
	): Promise<readonly FoundDocument[]> {
		const texts = partTexts(detail);
		const documents: FoundDocument[] = [];
		let room = this.results.room + 1; // One more shows that there are too many.
		for (const part of documentParts) {
			const id: DocumentId = { tenant: tenant.id, scriptName, part };
			const text = this.source.openText(id) ?? texts.get(part);
			if (text !== undefined && room > 0) {
				const found = this.matcher.find(text, room);
				room -= found.length;
				if (found.length > 0) {
					const matches = found.map(match => ({ kind: 'match', connector, id, ...match }) as const);
					documents.push({ kind: 'document', connector, id, matches });
				}
				await setImmediate(); // Matching can take its time, and others want to work meanwhile.
				this.signal.throwIfAborted();
			}
		}
		return documents;
	}

	/** Of several tenants, the others are searched all the same. */
	private tenantFailed(tenant: FoundTenant, error: unknown): void {
		this.signal.throwIfAborted();
		if (this.scope.length === 1) {
			throw error;
		}
		if (!this.results.isUnread(tenant)) {
			const { id, name } = tenant;
			this.results.addUnread(tenant, { kind: 'unread', tenant: id, scriptName: undefined, name, error });
		}
	}
}

/** Whether every other request to the tenant would fail the same way. */
function isAboutTenant(error: unknown): boolean {
	return (
		error instanceof CredentialsError ||
		(error instanceof ApiError && error.status === 401) ||
		(error instanceof UnreachableError &&
			!['interrupted', 'timeout', 'too-large', 'other'].includes(error.reason))
	);
}
