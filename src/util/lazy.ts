/** Makes something when it is first asked for, and once; if that fails, it is tried again when it is asked for again. */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
	let making: Promise<T> | undefined;
	return () =>
		(making ??= make().catch((error: unknown) => {
			making = undefined;
			throw error;
		}));
}
