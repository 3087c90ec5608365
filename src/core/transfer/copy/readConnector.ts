import type { ConnectorsApi } from '../../api/connectorsApi';
import { groupBy } from '../archive/archive';
import type { ConnectorBundle } from '../archive/bundle';
import { DetailedConnector } from './detailedConnector';
import { kindOf, trustIn } from './detailTrust';

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
	if (!connector) {
		return undefined;
	}
	await Promise.all(connector.detailed.map(part => connector.readOwn(part, signal)));
	return connector.bundle;
}

/**
 * Reads a connector to be compared: one request, once its tenant was seen to have the same texts in details and in documents.
 * What was not read by a request of its own has a proof in the bundle. Undefined if the tenant has no such connector.
 */
export async function readToCompare(
	client: ConnectorsApi,
	scriptName: string,
	signal?: AbortSignal,
): Promise<ConnectorBundle | undefined> {
	const connector = await DetailedConnector.read(client, scriptName, signal);
	if (!connector) {
		return undefined;
	}
	const trust = trustIn(client);
	const looks = [...groupBy(connector.detailed, kindOf)].map(([kind, parts]) =>
		trust.lookUnlessSame(kind, async () => {
			const own = await Promise.all(parts.map(part => connector.readOwn(part, signal)));
			trust.saw(kind, !own.includes('different'));
		}),
	);
	await Promise.all(looks);
	return connector.bundle;
}
