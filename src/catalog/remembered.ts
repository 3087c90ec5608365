/** A map, weak or not. */
interface Memory<K, V> {
	get(key: K): V | undefined;
	set(key: K, value: V): unknown;
	delete(key: K): boolean;
}

/** The answer that is in a map, or on its way; asks if there is none, and again after a failure. */
export function remembered<K, T>(memory: Memory<K, Promise<T>>, key: K, ask: () => Promise<T>): Promise<T> {
	const known = memory.get(key);
	if (known) {
		return known;
	}
	const asked = ask();
	memory.set(key, asked);
	asked.catch(() => {
		if (memory.get(key) === asked) {
			memory.delete(key);
		}
	});
	return asked;
}
