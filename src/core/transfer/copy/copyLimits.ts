import type { ConnectorsApi } from '../../api/connectorsApi';
import { unlessMissing } from '../../api/unlessMissing';

/** What of a connector a copy on this machine cannot hold. */
export interface CopyLimits {
	/** The service creates none without it, so that it has to be asked for. */
	readonly hasNoClassName: boolean;
	/** The service tells their names, and gives them to nobody. */
	readonly uploadedFiles: readonly string[];
}

/** Undefined if the tenant has no such connector. */
export async function copyLimitsOf(
	client: ConnectorsApi,
	scriptName: string,
	signal?: AbortSignal,
): Promise<CopyLimits | undefined> {
	const detail = await unlessMissing(() => client.getConnector(scriptName, { ...(signal && { signal }) }));
	return detail && { hasNoClassName: !detail.className, uploadedFiles: detail.uploadedFiles ?? [] };
}
