import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import type { Pace } from '../../../../src/core/api/send/pace';
import { localesOf } from '../../../../src/core/api/wire';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import { RemoteMetadata, RemotePart } from '../../../../src/core/remote/remoteText';
import type { SampleTenant } from '../../../../src/sample/server/sampleTenant';
import { ConnectorDeletion } from '../../../../src/core/transfer/copy/connectorDeletion';
import { DeletedConnectors } from '../../../../src/core/transfer/copy/deletedConnectors';
import { readConnector } from '../../../../src/core/transfer/copy/readConnector';
import { Transfer, type TransferChoice } from '../../../../src/core/transfer/send/transfer';
import { findConnector, planConnector } from '../../../../src/core/transfer/send/transferPlan';
import { TransferRecords } from '../../../../src/core/transfer/send/transferRecords';
import { Transfers } from '../../../../src/core/transfer/send/transfers';
import type { TransferTools } from '../../../../src/core/transfer/send/transferTools';
import { clientOf } from '../api/sample';
import { lenientRules } from '../remote/savingEditor';
import { TestClock } from '../../testClock';
import { historyIn } from '../history/historyIn';

export const tenant = 'sample';

export const noChecks = { xml: () => undefined, json: () => undefined };
const nothing = () => undefined;

/** Transfers into a sample tenant as the extension makes them, without VS Code: over real HTTP, onto a real disk. */
export class Transferring {
	readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-transfers-'));
	readonly client: ConnectorsApi;
	readonly records = new TransferRecords(path.join(this.folder, 'transfers'));
	readonly transfers: Transfers;
	private readonly remotes = new Map<string, RemoteDocument>();

	/** @param clock by which is waited for what may still arrive */
	constructor(
		sample: SampleTenant,
		private readonly clock = new TestClock(),
		pace: Pace = { underWay: 8, requests: 10_000, milliseconds: 1000 },
	) {
		this.client = clientOf(sample, {
			retry: { retries: 0, wait: () => Promise.resolve() },
			pace,
		});
		const client = () => Promise.resolve(this.client);
		const history = historyIn(path.join(this.folder, 'history'), { log: nothing });
		const catalog = {
			open: () => Promise.resolve(undefined),
			custom: { add: () => Promise.resolve() },
			forgetDeleted: () => Promise.resolve(),
			refresh: nothing,
		};
		const deleted = new DeletedConnectors(path.join(this.folder, 'deleted'));
		const tools: TransferTools = {
			client,
			catalog,
			documents: { get: id => this.document(id) },
			saves: {
				save: (id, bytes, { action, compared, isLookedUp = false, onDidKeep }) =>
					this.document(id).write({
						bytes,
						fromEditor: false,
						compared,
						isLookedUp,
						rules: lenientRules,
						keep: (replaced, sent) => history.keep({ document: id, action, replaced, sent }, onDidKeep),
					}),
			},
			history: () => Promise.resolve(history),
			records: this.records,
			deletion: new ConnectorDeletion(client, catalog, { refresh: nothing }, deleted, clock.wait),
		};
		this.transfers = new Transfers(tools);
	}

	/** What is sent to the connectors of these names, document by document. */
	async plan(
		...wanted: readonly { readonly name: string; readonly texts: Readonly<Record<string, string>> }[]
	): Promise<Transfer> {
		const listed = await this.client.listConnectors();
		const planned = await Promise.all(
			wanted.map(async ({ name, texts }) => {
				const scriptName = findConnector(listed, { name })?.scriptName;
				const present = scriptName === undefined ? undefined : await readConnector(this.client, scriptName);
				const about = present?.about ?? {
					name,
					className: 'a.B',
					type: undefined,
					directConnect: true,
					status: 'RELEASED',
				};
				const bundle = {
					about: { ...about, name },
					texts: new Map(
						Object.entries(texts).map(([part, text]) => [part as DocumentId['part'], Buffer.from(text)]),
					),
				};
				const known = scriptName === undefined || !present ? undefined : { scriptName, bundle: present };
				return planConnector(bundle, tenant, known, noChecks);
			}),
		);
		return new Transfer('promotion', tenant, planned);
	}

	send(
		transfer: Transfer,
		{
			chosen = allOf(transfer),
			signal = new AbortController().signal,
			onProgress = nothing,
		}: {
			readonly chosen?: ReadonlySet<TransferChoice>;
			readonly signal?: AbortSignal;
			readonly onProgress?: () => void;
		} = {},
	): Promise<void> {
		return this.transfers.send(transfer, chosen, { title: 'a → b', signal, onProgress });
	}

	/** Undoes the latest one. */
	async undo(signal = new AbortController().signal) {
		const [record] = await this.records.list();
		return this.transfers.undo({ tenant, id: record?.id ?? '' }, signal);
	}

	dispose(): void {
		fs.rmSync(this.folder, { recursive: true, force: true });
	}

	/** Lets time pass until it is known what became of a text that was sent. */
	async untilAnswered(id: DocumentId): Promise<void> {
		await this.clock.runUntil(this.document(id).answered());
		await this.transfers.settled(tenant);
	}

	private document(id: DocumentId): RemoteDocument {
		const key = JSON.stringify([id.scriptName, id.part]);
		const known = this.remotes.get(key);
		if (known) {
			return known;
		}
		const client = () => Promise.resolve(this.client);
		const { scriptName, part } = id;
		const [, locale] = part.split('/');
		const mayExist = async () =>
			localesOf(await this.client.getConnector(scriptName))?.some(each => each === locale) ?? true;
		const remote =
			part === 'connector-metadata'
				? new RemoteMetadata(client, scriptName)
				: new RemotePart(
						client,
						scriptName,
						part,
						locale === undefined ? undefined : { mayExist, created: nothing },
					);
		const events = { changed: nothing, rewritten: nothing, answered: nothing, failed: nothing };
		const document = new RemoteDocument(remote, events, undefined, this.clock.now, this.clock.wait);
		this.remotes.set(key, document);
		return document;
	}
}

/** Everything that can be sent. */
export function allOf(transfer: Transfer): ReadonlySet<TransferChoice> {
	return new Set(transfer.connectors.flatMap(connector => transfer.choicesOf(connector)));
}
