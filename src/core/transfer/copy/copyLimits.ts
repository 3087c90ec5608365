import type { ConnectorsApi } from '../../api/connectorsApi';
import { unlessMissing } from '../../api/unlessMissing';

/** What a copy on this machine lacks to bring the whole connector back. */
export interface CopyLimits {
	/** The service creates none without it, so that it has to be asked for. */
	readonly hasNoClassName: boolean;
	/** The service lists their names, but does not give out the files. */
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
