/**
 * Does the work for each item, for so many of them at a time. Rejects as soon as the work for one does; what makes that
 * the end for the others has to be known to the work.
 */
export async function severalAtOnce<T>(
	items: readonly T[],
	atOnce: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const left = items.values();
	const worker = async () => {
		for (const item of left) {
			await work(item);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
