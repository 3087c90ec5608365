import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import type { ConnectorBundle } from '../../core/transfer/archive/bundle';
import { readConnector } from '../../core/transfer/copy/readConnector';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import type { PickedConnector } from '../ask/picks';
import type { Studio } from '../studio';
import { transferMessage, withSentences } from '../transfer/transferMessage';

/** What was read of several connectors. */
export interface Reading {
	readonly read: readonly { readonly bundle: ConnectorBundle; readonly scriptName: string }[];
	/** Why the others could not be read, as sentences. */
	readonly failed: readonly { readonly name: string; readonly message: string }[];
}

/** Reads every connector that can be read. @throws UserError if none can */
export async function readConnectors(
	studio: Pick<Studio, 'tenants'>,
	connectors: readonly PickedConnector[],
	signal: AbortSignal,
	report: (message: string) => void,
): Promise<Reading> {
	const read: { readonly bundle: ConnectorBundle; readonly scriptName: string }[] = [];
	const failed: { readonly name: string; readonly message: string; readonly error: unknown }[] = [];
	for (const [index, connector] of connectors.entries()) {
		const { tenant, scriptName, name } = connector;
		report(vscode.l10n.t('{0} of {1}: {2}', index + 1, connectors.length, safeText(name)));
		try {
			read.push({ bundle: await readConnectorOf(studio, connector, signal), scriptName });
		} catch (error) {
			signal.throwIfAborted();
			failed.push({ name, message: transferMessage(studio, tenant.id, error) ?? '', error });
		}
	}
	const [first] = failed;
	if (read.length === 0 && first) {
		throw first.error;
	}
	return { read, failed };
}

/** @throws UserError if the connector is gone, or cannot be read */
export function readConnectorOf(
	studio: Pick<Studio, 'tenants'>,
	{ tenant, scriptName }: PickedConnector,
	signal: AbortSignal,
): Promise<ConnectorBundle> {
	return withSentences(studio, tenant.id, async () => {
		const bundle = await readConnector(await studio.tenants.client(tenant.id), scriptName, signal);
		if (!bundle) {
			throw connectorIsGone(tenant, scriptName);
		}
		return bundle;
	});
}

export function connectorIsGone({ name }: Tenant, scriptName: string): UserError {
	return new UserError(vscode.l10n.t('{0} no longer has the connector {1}.', name, safeText(scriptName)));
}
