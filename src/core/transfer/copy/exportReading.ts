import type { ConnectorPart, ConnectorsApi } from '../../api/connectorsApi';
import { severalAtOnce } from '../../api/severalAtOnce';
import { groupBy } from '../archive/archive';
import type { ConnectorBundle } from '../archive/bundle';
import { DetailedConnector } from './detailedConnector';
import { kindOf, trustIn, type DetailTrust, type DocumentKind } from './detailTrust';

/** Few enough that a cancelled export is soon over. */
const mostUnderWay = 8;
/** Of all documents, how many are read both ways: this share, and so many at least. */
const sampleShare = 0.05;
const smallestSample = 10;

export interface ExportOptions {
	readonly signal: AbortSignal;
	/** Reads every document by its own request. */
	readonly isExact: boolean;
	/** How many connectors are read, or how many single documents, of how many. */
	readonly onProgress?: (what: 'connectors' | 'documents', done: number, total: number) => void;
	/** From 0 to less than 1. */
	readonly random?: () => number;
}

/** What became of a connector that was to be read; without a bundle or an error, the tenant does not have it. */
export interface ExportedConnector {
	readonly scriptName: string;
	readonly bundle?: ConnectorBundle;
	readonly error?: unknown;
}

interface OneDocument {
	readonly connector: DetailedConnector;
	readonly part: ConnectorPart;
}

/**
 * Reads connectors as they are written to a disk: one request each, whose texts are believed to be those of the documents.
 * The first connector that has a kind of document, and some documents chosen at random, are read by their own requests as
 * well; a kind of which one differs is read so as a whole.
 */
export class ExportReading {
	private readonly trust: DetailTrust;
	private readonly read = new Map<string, DetailedConnector>();
	private readonly errors = new Map<string, unknown>();

	constructor(
		private readonly client: ConnectorsApi,
		private readonly scriptNames: readonly string[],
		private readonly options: ExportOptions,
	) {
		this.trust = trustIn(client);
	}

	/** Rejects if it is cancelled. */
	async run(): Promise<readonly ExportedConnector[]> {
		await this.each('connectors', this.scriptNames, scriptName => this.readDetail(scriptName));
		await this.readOwn(this.options.isExact ? this.documents : this.documentsToProve());
		await this.readOwn(this.documents.filter(({ part }) => this.trust.differs(kindOf(part))));
		return this.scriptNames.map(scriptName => {
			const bundle = this.read.get(scriptName)?.bundle;
			return this.errors.has(scriptName)
				? { scriptName, error: this.errors.get(scriptName) }
				: { scriptName, ...(bundle && { bundle }) };
		});
	}

	/** The kinds of documents that differ from what the tenant's details say, as far as is known. */
	get differing(): readonly DocumentKind[] {
		const all = [...this.read.values()].flatMap(({ bundle }) => [...bundle.texts.keys()]);
		const kinds = new Set(all.flatMap(part => (part === 'connector-metadata' ? [] : [kindOf(part)])));
		return [...kinds].filter(kind => this.trust.differs(kind));
	}

	private async readDetail(scriptName: string): Promise<void> {
		const connector = await DetailedConnector.read(this.client, scriptName, this.options.signal);
		if (connector) {
			this.read.set(scriptName, connector);
		}
	}

	/** What is believed so far, in the order of the connectors. */
	private get documents(): readonly OneDocument[] {
		return this.scriptNames.flatMap(scriptName => {
			const connector = this.errors.has(scriptName) ? undefined : this.read.get(scriptName);
			return connector?.detailed.map(part => ({ connector, part })) ?? [];
		});
	}

	private documentsToProve(): readonly OneDocument[] {
		const byKind = groupBy(this.documents, ({ part }) => kindOf(part));
		const firstOnes = [...byKind].flatMap(([kind, documents]) =>
			this.trust.wasLookedAt(kind)
				? []
				: documents.filter(({ connector }) => connector === documents[0]?.connector),
		);
		const size = Math.max(smallestSample, Math.ceil(this.documents.length * sampleShare));
		return [...new Set([...firstOnes, ...this.sampleOf([...byKind.values()], size)])];
	}

	/** As many of each kind, since there are many more translations than others. */
	private sampleOf(kinds: readonly (readonly OneDocument[])[], size: number): readonly OneDocument[] {
		const mixed = kinds.map(documents => shuffled(documents, this.options.random ?? Math.random));
		const longest = Math.max(0, ...mixed.map(({ length }) => length));
		const inTurn = Array.from({ length: longest }, (_, index) => mixed.flatMap(kind => kind[index] ?? []));
		return inTurn.flat().slice(0, size);
	}

	private readOwn(documents: readonly OneDocument[]): Promise<void> {
		return this.each('documents', documents, async ({ connector, part }) => {
			const own = await connector.readOwn(part, this.options.signal);
			this.trust.saw(kindOf(part), own !== 'different');
		});
	}

	/** What fails for one connector is no reason not to read the others. */
	private async each<T extends string | OneDocument>(
		what: 'connectors' | 'documents',
		items: readonly T[],
		work: (item: T) => Promise<void>,
	): Promise<void> {
		const { signal, onProgress } = this.options;
		let done = 0;
		await severalAtOnce(items, mostUnderWay, async item => {
			signal.throwIfAborted();
			try {
				await work(item);
			} catch (error) {
				signal.throwIfAborted();
				this.errors.set(typeof item === 'string' ? item : item.connector.scriptName, error);
			}
			onProgress?.(what, ++done, items.length);
		});
	}
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
	const places = items.map(item => [random(), item] as const);
	return places.sort(([one], [other]) => one - other).map(([, item]) => item);
}
