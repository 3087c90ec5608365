import type { Connector, ConnectorPage } from './connector';

/** The most that the service gives at once. */
export const pageSize = 250;

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
	/** Nothing moved while the pages were read, as far as the numbers tell. */
	readonly steady: boolean;
}

/**
 * Reads the whole list: the first page with the total, then all others at once (how many travel at a time is the pace's
 * business). Pages are cut by offset, so a connector that appears or vanishes meanwhile moves the ones behind it across
 * a page border, where one may be missed. The numbers show that, and the list is read again; if it never comes to rest,
 * what any pass has seen is given back, since one connector too many does less harm than one that is hidden.
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

async function readRound(fetchPage: FetchPage): Promise<Round> {
	const first = await fetchPage({ limit: pageSize, offset: 0, count: true });
	const { total } = first;
	const pages =
		total === undefined || total < first.rows
			? await readUntilTheEnd(fetchPage, first)
			: await readAtOnce(fetchPage, first, total);
	const connectors = new Map(
		pages.flatMap(page => page.connectors).map(connector => [connector.scriptName, connector]),
	);
	const rows = sum(pages.map(page => page.rows));
	const named = sum(pages.map(page => page.connectors.length));
	const complete = total === undefined || total < first.rows || rows === total;
	return { connectors, steady: complete && connectors.size === named };
}

/** Offsets follow the size of the first page: a service that gives less than it is asked for is read whole all the same. */
async function readAtOnce(
	fetchPage: FetchPage,
	first: ConnectorPage,
	total: number,
): Promise<ConnectorPage[]> {
	const step = first.rows;
	const offsets =
		step === 0 ? [] : Array.from({ length: Math.ceil(total / step) - 1 }, (_, page) => (page + 1) * step);
	const rest = offsets.map(offset => fetchPage({ limit: pageSize, offset, count: false }));
	return [first, ...(await Promise.all(rest))];
}

/** Without a total only an empty page is the end. */
async function readUntilTheEnd(fetchPage: FetchPage, first: ConnectorPage): Promise<ConnectorPage[]> {
	const pages = [first];
	for (let last = first, offset = first.rows; last.rows > 0; offset += last.rows) {
		last = await fetchPage({ limit: pageSize, offset, count: false });
		pages.push(last);
	}
	return pages;
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
	return one.size === other.size && [...one.keys()].every(key => other.has(key));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
