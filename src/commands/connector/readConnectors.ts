import * as vscode from 'vscode';
import { severalAtOnce } from '../../core/api/severalAtOnce';
import type { ConnectorBundle } from '../../core/transfer/archive/bundle';
import { readToCompare } from '../../core/transfer/copy/readConnector';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import type { PickedConnector } from '../ask/picks';
import type { Studio } from '../studio';
import { transferMessage, withSentences } from '../transfer/transferMessage';

interface Read {
	readonly bundle: ConnectorBundle;
	readonly scriptName: string;
}

interface Failed {
	readonly name: string;
	/** Why it could not be read, as a sentence. */
	readonly message: string;
	readonly error: unknown;
}

/** What was read of several connectors, in their order. */
export interface Reading {
	readonly read: readonly Read[];
	readonly failed: readonly Failed[];
}

/** Few enough that it is soon over when it is cancelled. */
const mostUnderWay = 8;

/** Reads every connector that can be read. @throws UserError if none can */
export async function readConnectors(
	studio: Pick<Studio, 'tenants'>,
	connectors: readonly PickedConnector[],
	signal: AbortSignal,
	report: (message: string) => void,
): Promise<Reading> {
	const results: (Read | Failed)[] = [];
	let done = 0;
	await severalAtOnce([...connectors.entries()], mostUnderWay, async ([index, connector]) => {
		const { tenant, scriptName, name } = connector;
		try {
			signal.throwIfAborted();
			results[index] = { bundle: await readConnectorOf(studio, connector, signal), scriptName };
		} catch (error) {
			signal.throwIfAborted();
			results[index] = { name, message: transferMessage(studio, tenant.id, error) ?? '', error };
		}
		report(vscode.l10n.t('{0} of {1}: {2}', ++done, connectors.length, safeText(name)));
	});
	const read = results.filter(result => 'bundle' in result);
	const failed = results.filter(result => 'error' in result);
	const [first] = failed;
	if (read.length === 0 && first) {
		throw first.error;
	}
	return { read, failed };
}

/** @throws UserError if the connector is gone, or cannot be read */
export function readConnectorOf(
	studio: Pick<Studio, 'tenants'>,
	{ tenant, scriptName, name }: PickedConnector,
	signal: AbortSignal,
): Promise<ConnectorBundle> {
	return withSentences(studio, tenant.id, async () => {
		const bundle = await readToCompare(await studio.tenants.client(tenant.id), scriptName, signal);
		if (!bundle) {
			throw connectorIsGone({ tenant, name });
		}
		return bundle;
	});
}

export function connectorIsGone({ tenant, name }: Pick<PickedConnector, 'tenant' | 'name'>): UserError {
	return new UserError(vscode.l10n.t('{0} no longer has the connector {1}.', tenant.name, safeText(name)));
}
