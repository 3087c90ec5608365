import { ApiError } from './errors';
import { PathSegmentError } from './urls';

/** The result of a request; undefined if the tenant itself says that it has no such thing. */
export async function unlessMissing<T>(request: () => Promise<T>): Promise<T | undefined> {
	try {
		return await request();
	} catch (error) {
		if (isMissing(error)) {
			return undefined;
		}
		throw error;
	}
}

/**
 * Whether the service says that there is no such thing. A proxy or a gateway may answer 404 too, but only the
 * service's answer has the fields of its error bodies.
 */
export function isMissing(error: unknown): boolean {
	if (error instanceof PathSegmentError) {
		return true;
	}
	if (!(error instanceof ApiError) || error.status !== 404) {
		return false;
	}
	const { detailCode, trackingId, hasMessages = false } = error.details;
	return detailCode !== undefined || trackingId !== undefined || hasMessages;
}
