import { ApiError } from './errors';

/** What a request gives; undefined where the tenant has no such thing. */
export async function unlessMissing<T>(request: () => Promise<T>): Promise<T | undefined> {
	try {
		return await request();
	} catch (error) {
		if (error instanceof ApiError && error.status === 404) {
			return undefined;
		}
		throw error;
	}
}
