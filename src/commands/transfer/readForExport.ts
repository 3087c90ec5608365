import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import { ExportReading } from '../../core/transfer/copy/exportReading';
import { UserError } from '../../messages/userError';
import type { PickedConnector } from '../ask/picks';
import { connectorIsGone, type Reading } from '../connector/readConnectors';
import type { Studio } from '../studio';
import { transferMessage, withSentences } from './transferMessage';

/** How an export is to read, and whom it tells how far it is. */
export interface ExportProgress {
	/** Every document by a request of its own. */
	readonly isExact: boolean;
	readonly signal: AbortSignal;
	readonly report: (message: string) => void;
}

/** Reads what is to be written to a disk: every connector that can be read. @throws UserError if none can */
export async function readForExport(
	studio: Pick<Studio, 'tenants' | 'log'>,
	tenant: Tenant,
	connectors: readonly PickedConnector[],
	{ isExact, signal, report }: ExportProgress,
): Promise<Reading> {
	const reading = new ExportReading(
		await withSentences(studio, tenant.id, () => studio.tenants.client(tenant.id)),
		connectors.map(({ scriptName }) => scriptName),
		{
			isExact,
			signal,
			onProgress: (what, done, total) =>
				report(
					what === 'connectors'
						? vscode.l10n.t('{0} of {1}', done, total)
						: vscode.l10n.t('{0} of {1} documents', done, total),
				),
		},
	);
	const results = await reading.run();
	const { differing } = reading;
	if (differing.length > 0) {
		studio.log.info(
			`${tenant.name} · Read by a request for each document, because the texts in connector details differ: ${differing.join(', ')}`,
		);
	}
	const read = results.flatMap(({ scriptName, bundle }) => (bundle ? [{ scriptName, bundle }] : []));
	const failed = results.flatMap(({ scriptName, bundle, error }, index) => {
		const name = connectors[index]?.name ?? scriptName;
		const reason = error ?? connectorIsGone({ tenant, name });
		const message = transferMessage(studio, tenant.id, reason) ?? '';
		return bundle ? [] : [{ name, message, error: reason }];
	});
	const [first] = failed;
	if (read.length === 0 && first) {
		throw new UserError(first.message, { cause: first.error });
	}
	return { read, failed };
}
