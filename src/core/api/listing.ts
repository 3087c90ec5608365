import type { Connector, ConnectorPage } from './connector';

/** The most that the service gives at once. */
export const pageSize = 250;

/** As many as the pace allows at once. */
const pagesAtOnce = 8;

/** A hundred thousand connectors: a tenant that seems to have more gives endless answers. */
const mostPages = 400;

/** How often a list is read that changed while it was being read. */
const mostRounds = 3;

interface PageRequest {
	readonly limit: number;
	readonly offset: number;
	readonly count: boolean;
}

type FetchPage = (page: PageRequest) => Promise<ConnectorPage>;

/** A pass over all pages. */
interface Round {
	/** By script name, so that a connector that moved to the next page meanwhile is here once. */
	readonly connectors: ReadonlyMap<string, Connector>;
	/** By the numbers of rows, nothing moved while the pages were read. */
	readonly steady: boolean;
}

/**
 * Reads the whole list: the first page with the total, then the others, several at once where the total is known. Pages are
 * cut by offset, so a connector that appears or vanishes meanwhile moves the ones behind it across a page border, where one
 * may be missed. The numbers show that, and the list is read again. If it keeps changing, whatever any pass has seen is
 * returned, since one connector too many does less harm than a missing one.
 */
export async function listEverything(fetchPage: FetchPage): Promise<readonly Connector[]> {
	const seen = new Map<string, Connector>();
	let previous: Round | undefined;
	for (let count = 1; ; count++) {
		const round = await readRound(fetchPage);
		if (round.steady || (previous && sameKeys(round.connectors, previous.connectors))) {
			return [...round.connectors.values()];
		}
		previous = round;
		for (const [scriptName, connector] of round.connectors) {
			seen.set(scriptName, connector);
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
async function readRound(fetchPage: FetchPage): Promise<Round> {
	const connectors = new Map<string, Connector>();
	let [pages, rows, named] = [0, 0, 0];
	/** Whether the page brings something new. */
	const add = (page: ConnectorPage) => {
		const known = connectors.size;
		page.connectors.forEach(connector => connectors.set(connector.scriptName, connector));
		pages++;
		rows += page.rows;
		named += page.connectors.length;
		return connectors.size > known;
	};
	const first = await fetchPage({ limit: pageSize, offset: 0, count: true });
	const total = first.total !== undefined && first.total >= first.rows ? first.total : undefined;
	for (let goesOn = add(first); goesOn && rows < (total ?? Infinity) && pages < mostPages;) {
		const count = total === undefined ? 1 : Math.min(pagesAtOnce, Math.ceil((total - rows) / first.rows));
		const offsets = Array.from({ length: count }, (_, page) => rows + page * first.rows);
		const next = offsets.map(offset => fetchPage({ limit: pageSize, offset, count: false }));
		goesOn = (await Promise.all(next)).map(add).includes(true);
	}
	return { connectors, steady: (total === undefined || rows === total) && connectors.size === named };
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
	return one.size === other.size && [...one.keys()].every(key => other.has(key));
}
