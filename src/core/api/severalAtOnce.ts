/** Does the work for each item, for so many of them at a time. Rejects as soon as one fails; then no other one is begun. */
export async function severalAtOnce<T>(
	items: readonly T[],
	atOnce: number,
	work: (item: T) => Promise<void>,
): Promise<void> {
	const left = items.values();
	let hasFailed = false;
	const worker = async () => {
		for (const item of left) {
			if (hasFailed) {
				return;
			}
			await work(item).catch((error: unknown) => {
				hasFailed = true;
				throw error;
			});
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
