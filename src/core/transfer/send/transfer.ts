import { CredentialsError, ReadOnlyError, UnreachableError } from '../../api/errors';
import { asError } from '../../api/send/http';
import { severalAtOnce } from '../../api/severalAtOnce';
import type { DocumentId, DocumentPart } from '../../remote/documentPath';
import { NotSentError, UnansweredSaveError } from '../../remote/saveErrors';
import type { ConnectorBundle, Proof } from '../archive/bundle';
import type { PlannedConnector, PlannedDocument } from './transferPlan';
import type { TransferKind } from './transferRecord';

/** So many connectors that the pace which the service allows is reached, few enough that a cancelled transfer is soon over. */
const mostUnderWay = 4;

/** What people can choose to be sent: a document or, where it would be created, the connector itself. */
export type TransferChoice = PlannedConnector | PlannedDocument;

/** What a tenant was seen to have; `by-nobody` where nobody looked, because it does not matter. */
export type Expected =
	| { readonly bytes: Uint8Array; readonly proof?: Proof | undefined }
	| 'nothing'
	| 'by-nobody';

export type Outcome =
	/** The tenant has it. */
	| { readonly kind: 'sent' }
	/** The tenant took it, and has another text all the same: it made that of it, or left its own. */
	| { readonly kind: 'altered' }
	| { readonly kind: 'failed'; readonly error: Error };

/** The documents that a connector has. */
export type DocumentBytes = ReadonlyMap<DocumentPart, Uint8Array>;

/** The steps of a transfer. */
export interface TransferService {
	/** Resolves to the new connector's script name. */
	create(tenant: string, bundle: ConnectorBundle): Promise<string>;
	/** Rejects if the tenant has something else than expected; resolves to what came of a text that the tenant took. */
	send(id: DocumentId, bytes: Uint8Array, expected: Expected): Promise<'sent' | 'altered'>;
	/** What a connector has; undefined if it cannot be read. */
	read(tenant: string, scriptName: string): Promise<DocumentBytes | undefined>;
}

/** Where a transfer stands while it is under way. */
export interface TransferProgress {
	readonly connector: PlannedConnector;
	/** Undefined while the connector is created. */
	readonly document: PlannedDocument | undefined;
}

export interface SendOptions {
	readonly service: TransferService;
	readonly signal: AbortSignal;
	readonly onProgress: (progress: TransferProgress) => void;
}

interface CreatedOne {
	readonly scriptName: string;
	/** What it had when the run that created it was done with it, as far as that matters and is known. */
	texts?: DocumentBytes | undefined;
}

/** A plan, and what has come of it so far: what was sent is not sent again when one goes on. */
export class Transfer {
	private readonly outcomes = new Map<TransferChoice, Outcome>();
	private readonly created = new Map<PlannedConnector, CreatedOne>();
	private end: Error | undefined;

	constructor(
		readonly kind: TransferKind,
		readonly tenant: string,
		readonly connectors: readonly PlannedConnector[],
	) {}

	outcomeOf(choice: TransferChoice): Outcome | undefined {
		return this.outcomes.get(choice);
	}

	/** Why the latest `send` ended before everything had its turn; undefined if it did not. */
	get brokenOffBy(): Error | undefined {
		return this.end;
	}

	/** Undefined for a connector that is yet to be created. */
	scriptNameOf(connector: PlannedConnector): string | undefined {
		return connector.scriptName ?? this.created.get(connector)?.scriptName;
	}

	/** What would change the tenant, and has not been sent yet. */
	choicesOf(connector: PlannedConnector): readonly TransferChoice[] {
		if (connector.obstacle) {
			return [];
		}
		const documents = connector.documents.filter(({ state }) => state === 'changed' || state === 'new');
		const all: readonly TransferChoice[] =
			connector.scriptName === undefined ? [connector, ...documents] : documents;
		return all.filter(choice => (this.outcomes.get(choice)?.kind ?? 'failed') === 'failed');
	}

	/** With the connectors that have to be created for what is chosen. */
	complete(chosen: ReadonlySet<TransferChoice>): ReadonlySet<TransferChoice> {
		return new Set([...chosen, ...this.connectors.filter(connector => this.isLackedBy(connector, chosen))]);
	}

	/**
	 * Sends what is chosen, several connectors at a time, of each one document after another. What fails does not keep the rest
	 * from being sent, unless the tenant takes nothing at all; then this rejects. What came of each is in `outcomeOf`.
	 * @param chosen see `complete`
	 */
	async send(chosen: ReadonlySet<TransferChoice>, options: SendOptions): Promise<void> {
		this.end = undefined;
		const lacked = this.connectors.find(connector => this.isLackedBy(connector, chosen));
		if (lacked) {
			throw new Error(`Documents of ${lacked.bundle.about.name} are chosen, and not that it is created`);
		}
		await severalAtOnce(this.connectors, mostUnderWay, async connector => {
			const choices = this.choicesOf(connector).filter(choice => chosen.has(choice));
			if (choices.length > 0 && !this.end) {
				await this.sendConnector(connector, choices, options).catch((error: unknown) => {
					this.end ??= asError(error);
				});
			}
		});
		this.throwIfEnded();
	}

	private throwIfEnded(): void {
		if (this.end) {
			throw this.end;
		}
	}

	private isLackedBy(connector: PlannedConnector, chosen: ReadonlySet<TransferChoice>): boolean {
		const choices = this.choicesOf(connector);
		return choices.includes(connector) && !chosen.has(connector) && choices.some(each => chosen.has(each));
	}

	private async sendConnector(
		connector: PlannedConnector,
		choices: readonly TransferChoice[],
		options: SendOptions,
	): Promise<void> {
		if (this.scriptNameOf(connector) !== undefined) {
			return this.sendDocuments(connector, choices, options);
		}
		const { service, signal, onProgress } = options;
		onProgress({ connector, document: undefined });
		const scriptName = await this.step(connector, signal, async () => {
			const result = await service.create(connector.tenant, connector.bundle);
			return { result, kind: 'sent' };
		});
		if (scriptName === undefined) {
			return;
		}
		const created: CreatedOne = { scriptName };
		this.created.set(connector, created);
		try {
			// What a connector has right after it was created is nobody's work.
			await this.sendDocuments(connector, choices, options, 'by-nobody');
		} finally {
			// What comes into it from now on is somebody's.
			if (this.choicesOf(connector).length > 0) {
				created.texts = await service.read(connector.tenant, scriptName);
			}
		}
	}

	private async sendDocuments(
		connector: PlannedConnector,
		choices: readonly TransferChoice[],
		{ service, signal, onProgress }: SendOptions,
		expected?: Expected,
	): Promise<void> {
		const { tenant } = connector;
		for (const document of choices) {
			const scriptName = this.scriptNameOf(connector);
			if ('state' in document && document.source && scriptName !== undefined) {
				const { part, source, proofs } = document;
				onProgress({ connector, document });
				await this.step(document, signal, async () => {
					const compared = expected ?? this.expected(connector, document);
					const bytes = (await proofs.source?.(signal)) ?? source;
					const kind = await service.send({ tenant, scriptName, part }, bytes, compared);
					return { result: undefined, kind };
				});
			}
		}
	}

	private expected(connector: PlannedConnector, { part, present, proofs }: PlannedDocument): Expected {
		const created = this.created.get(connector);
		const bytes = created ? created.texts?.get(part) : present;
		return bytes ? { bytes, proof: created ? undefined : proofs.present } : 'nothing';
	}

	private async step<T>(
		choice: TransferChoice,
		signal: AbortSignal,
		work: () => Promise<{ readonly result: T; readonly kind: 'sent' | 'altered' }>,
	): Promise<T | undefined> {
		signal.throwIfAborted();
		this.throwIfEnded();
		try {
			const { result, kind } = await work();
			this.outcomes.set(choice, { kind });
			return result;
		} catch (error) {
			this.outcomes.set(choice, { kind: 'failed', error: asError(error) });
			if (concernsEverything(error)) {
				throw error;
			}
			return undefined;
		}
	}
}

/** Whether whatever follows would fail for the same reason. */
function concernsEverything(error: unknown): boolean {
	return (
		error instanceof CredentialsError ||
		error instanceof ReadOnlyError ||
		error instanceof UnreachableError ||
		(error instanceof UnansweredSaveError && concernsEverything(error.cause)) ||
		(error instanceof NotSentError && error.reason === 'read-only')
	);
}
