/** What is made when it is first asked for, once for everybody; after a failure the next one who asks tries again. */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
	let making: Promise<T> | undefined;
	return () =>
		(making ??= make().catch((error: unknown) => {
			making = undefined;
			throw error;
		}));
}
