/** Where something stands in the text: that changes with every key that is typed before it, and shows nowhere. */
const passedOver: ReadonlySet<string> = new Set(['start', 'end']);

/**
 * The value, with all that is the same in the one before taken from there: components recognize what has not changed by its
 * identity. Lists are compared by the ids of what is in them, so that something new at the top does not make all below it new.
 */
export function reuse<Value>(before: unknown, after: Value): Value {
	return reused(before, after) as Value;
}

function reused(before: unknown, after: unknown): unknown {
	if (Array.isArray(before) && Array.isArray(after)) {
		return reusedList(before, after);
	}
	return isRecord(before) && isRecord(after) ? reusedRecord(before, after) : after;
}

function reusedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
	const known = new Map(before.map((each, index) => [identityOf(each, index), each]));
	const list = after.map((each, index) => reused(known.get(identityOf(each, index)), each));
	const isSame = list.length === before.length && list.every((each, index) => each === before[index]);
	return isSame ? before : list;
}

function identityOf(value: unknown, index: number): unknown {
	return isRecord(value) && typeof value['id'] === 'string' ? value['id'] : index;
}

function reusedRecord(before: Record<string, unknown>, after: Record<string, unknown>) {
	const names = Object.keys(after);
	const entries = names.map(name => {
		const own = Object.hasOwn(before, name) ? before[name] : undefined;
		return [name, reused(own, after[name])] as const;
	});
	const isSame =
		names.length === Object.keys(before).length &&
		entries.every(
			([name, value]) => passedOver.has(name) || (Object.hasOwn(before, name) && value === before[name]),
		);
	return isSame ? before : Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
