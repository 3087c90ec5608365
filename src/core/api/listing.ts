/** The most that the service gives at once. */
export const pageSize = 250;

/** As many as the pace allows at once. */
const pagesAtOnce = 8;

/** A hundred thousand of a kind: a tenant that seems to have more gives endless answers. */
const mostPages = 400;

/** How often a list is read that changed while it was being read. */
const mostRounds = 3;

/** A part of a list. */
export interface Page<T> {
	readonly items: readonly T[];
	/** How many rows the page had, those that are left out of `items` included. */
	readonly rows: number;
	/** How many there are in all; undefined where the tenant does not say. */
	readonly total: number | undefined;
}

/** @param totalCount what the header X-Total-Count says */
export function pageOf<T>(
	rows: readonly unknown[],
	totalCount: string | null,
	parse: (row: unknown) => T | undefined,
): Page<T> {
	const total = totalCount === null || totalCount.trim() === '' ? Number.NaN : Number(totalCount);
	return {
		items: rows.map(parse).filter(item => item !== undefined),
		rows: rows.length,
		total: Number.isSafeInteger(total) && total >= 0 ? total : undefined,
	};
}

export interface PageRequest {
	readonly limit: number;
	readonly offset: number;
	readonly count: boolean;
}

/** What is listed, and what tells two of a kind apart. */
interface Listed<T> {
	readonly fetchPage: (page: PageRequest) => Promise<Page<T>>;
	readonly keyOf: (item: T) => string;
}

/** A pass over all pages. */
interface Round<T> {
	/** By their keys, so that one that moved to the next page meanwhile is here once. */
	readonly items: ReadonlyMap<string, T>;
	/** By the numbers of rows, nothing moved while the pages were read. */
	readonly steady: boolean;
}

/**
 * Reads the whole list: the first page with the total, then the others, several at once where the total is known. Pages are
 * cut by offset, so an item that appears or vanishes meanwhile moves the ones behind it across a page border, where one
 * may be missed. The numbers show that, and the list is read again. If it keeps changing, whatever any pass has seen is
 * returned, since one item too many does less harm than a missing one.
 */
export async function listEverything<T>(listed: Listed<T>): Promise<readonly T[]> {
	const seen = new Map<string, T>();
	let previous: Round<T> | undefined;
	for (let count = 1; ; count++) {
		const round = await readRound(listed);
		if (round.steady || (previous && sameKeys(round.items, previous.items))) {
			return [...round.items.values()];
		}
		previous = round;
		for (const [key, item] of round.items) {
			seen.set(key, item);
		}
		if (count === mostRounds) {
			return [...seen.values()];
		}
	}
}

/**
 * Until the total is reached, which may be wrong, or pages bring nothing new, as do all those of a service that ignores the
 * offset. Offsets follow the size of the first page: a service that gives less than it is asked for is read whole all the
 * same.
 */
async function readRound<T>({ fetchPage, keyOf }: Listed<T>): Promise<Round<T>> {
	const items = new Map<string, T>();
	let [pages, rows, named] = [0, 0, 0];
	/** Whether the page brings something new. */
	const add = (page: Page<T>) => {
		const known = items.size;
		page.items.forEach(item => items.set(keyOf(item), item));
		pages++;
		rows += page.rows;
		named += page.items.length;
		return items.size > known;
	};
	const first = await fetchPage({ limit: pageSize, offset: 0, count: true });
	const total = first.total !== undefined && first.total >= first.rows ? first.total : undefined;
	/** The pages that were asked for, in their order: as soon as the first of them is there, another one leaves. */
	const ahead: Promise<Page<T>>[] = [];
	let offset = 0;
	for (let goesOn = add(first); ;) {
		offset = ahead.length === 0 ? rows : offset;
		const most = Math.min(total === undefined ? 1 : pagesAtOnce, mostPages - pages);
		while (goesOn && ahead.length < most && offset < (total ?? Infinity)) {
			const page = fetchPage({ limit: pageSize, offset, count: false });
			page.catch(() => undefined); // The first one that fails is the one that is told.
			ahead.push(page);
			offset += first.rows;
		}
		const page = ahead.shift();
		if (!page) {
			break;
		}
		goesOn = add(await page);
	}
	return { items, steady: (total === undefined || rows === total) && items.size === named };
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
	return one.size === other.size && [...one.keys()].every(key => other.has(key));
}
