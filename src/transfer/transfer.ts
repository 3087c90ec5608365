import { CredentialsError, ReadOnlyError, UnreachableError } from '../api/errors';
import { asError } from '../api/http';
import type { DocumentId } from '../documents/documentPath';
import { NotSentError, UnansweredSaveError } from '../documents/saveErrors';
import type { ConnectorBundle } from './bundle';
import type { PlannedConnector, PlannedDocument } from './transferPlan';
import type { TransferChange, TransferKind } from './transferRecord';

/** What people can choose to be sent: a document or, where it would be created, the connector itself. */
export type Choice = PlannedConnector | PlannedDocument;

/** What a tenant has, as far as was seen; `by-nobody` where nobody looked, because it is of no interest. */
export type Expected = { readonly bytes: Uint8Array } | 'nothing' | 'by-nobody';

export type Outcome = { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly error: Error };

/** Does the work of a transfer, one step after another. */
export interface TransferService {
	/** Resolves to the new connector's script name. */
	create(tenant: string, bundle: ConnectorBundle): Promise<string>;
	/** Rejects if the tenant has something else than expected. Undefined if it had this text already. */
	send(id: DocumentId, bytes: Uint8Array, expected: Expected): Promise<TransferChange | undefined>;
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

/** A plan, and what has come of it so far: what was sent is not sent again when one goes on. */
export class Transfer {
	private readonly outcomes = new Map<Choice, Outcome>();
	private readonly created = new Map<PlannedConnector, string>();

	constructor(
		readonly kind: TransferKind,
		readonly tenant: string,
		readonly connectors: readonly PlannedConnector[],
	) {}

	outcomeOf(choice: Choice): Outcome | undefined {
		return this.outcomes.get(choice);
	}

	/** Undefined for a connector that is yet to be created. */
	scriptNameOf(connector: PlannedConnector): string | undefined {
		return connector.scriptName ?? this.created.get(connector);
	}

	/** What would change the tenant, and has not been sent yet. */
	choicesOf(connector: PlannedConnector): readonly Choice[] {
		if (connector.obstacle) {
			return [];
		}
		const documents = connector.documents.filter(({ state }) => state === 'changed' || state === 'new');
		const all: readonly Choice[] = connector.scriptName === undefined ? [connector, ...documents] : documents;
		return all.filter(choice => this.outcomes.get(choice)?.kind !== 'sent');
	}

	/**
	 * Sends what is chosen, connector by connector. What fails does not keep the rest from being sent, unless the tenant
	 * takes nothing at all; then this rejects. What came of each is in `outcomeOf`.
	 */
	async send(chosen: ReadonlySet<Choice>, options: SendOptions): Promise<void> {
		for (const connector of this.connectors) {
			const choices = this.choicesOf(connector).filter(choice => chosen.has(choice));
			if (choices.length > 0) {
				await this.sendConnector(connector, choices, options);
			}
		}
	}

	private async sendConnector(
		connector: PlannedConnector,
		choices: readonly Choice[],
		{ service, signal, onProgress }: SendOptions,
	): Promise<void> {
		if (this.scriptNameOf(connector) === undefined) {
			onProgress({ connector, document: undefined });
			const scriptName = await this.step(connector, signal, () =>
				service.create(connector.tenant, connector.bundle),
			);
			if (scriptName === undefined) {
				return;
			}
			this.created.set(connector, scriptName);
		}
		for (const document of choices) {
			const scriptName = this.scriptNameOf(connector);
			if ('state' in document && document.source && scriptName !== undefined) {
				const { part, source } = document;
				onProgress({ connector, document });
				const id = { tenant: connector.tenant, scriptName, part };
				await this.step(document, signal, () => service.send(id, source, this.expected(connector, document)));
			}
		}
	}

	/** What a connector has right after it was created is nobody's work. */
	private expected(connector: PlannedConnector, { present: bytes }: PlannedDocument): Expected {
		return this.created.has(connector) ? 'by-nobody' : bytes ? { bytes } : 'nothing';
	}

	private async step<T>(choice: Choice, signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
		signal.throwIfAborted();
		try {
			const result = await work();
			this.outcomes.set(choice, { kind: 'sent' });
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
		error instanceof UnansweredSaveError ||
		(error instanceof NotSentError && error.reason === 'read-only')
	);
}
