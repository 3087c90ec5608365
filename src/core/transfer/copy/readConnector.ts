import type { ConnectorsApi } from '../../api/connectorsApi';
import type { ConnectorBundle } from '../archive/bundle';
import { DetailedConnector } from './detailedConnector';

/**
 * Reads a connector with all its documents, byte by byte as the tenant has them: one request, and one for each document.
 * Undefined if the tenant has no such connector.
 */
export async function readConnector(
	client: ConnectorsApi,
	scriptName: string,
	signal?: AbortSignal,
): Promise<ConnectorBundle | undefined> {
	const connector = await DetailedConnector.read(client, scriptName, signal);
	await Promise.all((connector?.detailed ?? []).map(part => connector?.readOwn(part, signal)));
	return connector?.bundle;
}
