import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { severalAtOnce } from '../../core/api/severalAtOnce';
import type { Tenant } from '../../core/api/tenant';
import type { LanguageChecks } from '../../core/remote/textProblem';
import type { ConnectorBundle } from '../../core/transfer/archive/bundle';
import { findUnlisted } from '../../core/transfer/copy/createConnector';
import { readToCompare } from '../../core/transfer/copy/readConnector';
import { Transfer } from '../../core/transfer/send/transfer';
import { findConnector, planConnector, type PlannedConnector } from '../../core/transfer/send/transferPlan';
import type { TransferKind } from '../../core/transfer/send/transferRecord';

/** A bundle and, if it comes from a tenant, its script name there. */
export interface Origin {
	readonly bundle: ConnectorBundle;
	readonly scriptName?: string;
}

/** What a transfer is made from, so that it can be made again. */
export interface TransferSource {
	readonly kind: TransferKind;
	readonly target: Tenant;
	/** Where the texts come from, for people: "JDBC of dev". */
	readonly name: string;
	/** The same in few words: "dev". */
	readonly origin: string;
	/** Reads what is to be sent; `problems` are sentences on what cannot be. */
	readonly read: (
		signal: AbortSignal,
		report: (message: string) => void,
	) => Promise<{ readonly origins: readonly Origin[]; readonly problems: readonly string[] }>;
}

/** A transfer that nobody has sent yet, and sentences on what cannot be part of it. */
export interface Planned {
	readonly transfer: Transfer;
	readonly problems: readonly string[];
}

/** Few enough that a comparison is soon over when it is cancelled. */
const mostUnderWay = 8;

/** Reads the source, and compares it with what the target has now. */
export async function planTransfer(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	{ kind, target, read }: TransferSource,
	signal: AbortSignal,
	report: (message: string) => void,
): Promise<Planned> {
	const { origins, problems } = await read(signal, report);
	const { languageChecks } = await import('../../documents/saves/languageChecks');
	const connectors: PlannedConnector[] = [];
	let done = 0;
	await severalAtOnce([...origins.entries()], mostUnderWay, async ([index, origin]) => {
		signal.throwIfAborted();
		connectors[index] = await planOne(studio, origin, target, languageChecks, signal);
		report(vscode.l10n.t('{0} of {1}: {2}', ++done, origins.length, origin.bundle.about.name));
	});
	return { transfer: new Transfer(kind, target.id, connectors), problems };
}

async function planOne(
	{ tenants, catalog }: Pick<Studio, 'tenants' | 'catalog'>,
	{ bundle, scriptName }: Origin,
	target: Tenant,
	checks: LanguageChecks,
	signal: AbortSignal,
): Promise<PlannedConnector> {
	const client = await tenants.client(target.id);
	const { name } = bundle.about;
	const known = findConnector(await catalog.connectors(target.id), { name, scriptName });
	const found = known?.scriptName ?? (await findUnlisted(client, name, signal));
	const present = found === undefined ? undefined : await readToCompare(client, found, signal);
	const presentConnector =
		found !== undefined && present ? { scriptName: found, bundle: present } : undefined;
	return planConnector(bundle, target.id, presentConnector, checks);
}
