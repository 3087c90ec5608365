import { countOf, type FoundConnector, type FoundDocument, type FoundTenant, type Unread } from './found';

/** What a search has found so far, in the order of the names. */
export class SearchResults {
	readonly tenants: readonly FoundTenant[];
	/** What could not be read. */
	readonly unread: Unread[] = [];
	matches = 0;
	documents = 0;
	connectors = 0;
	private readonly byName: (one: string, other: string) => number;

	/** @param limit how many matches are enough */
	constructor(
		tenants: readonly { readonly id: string; readonly name: string }[],
		private readonly limit: number,
		language: string,
	) {
		this.tenants = tenants.map(({ id, name }) => ({ kind: 'tenant', id, name, rows: [] }));
		this.byName = new Intl.Collator(language, { numeric: true }).compare;
	}

	/** How many more matches are wanted. */
	get room(): number {
		return this.limit - this.matches;
	}

	/** Takes in as much of it as there is room for; false if that is not all. */
	add(tenant: FoundTenant, connector: FoundConnector): boolean {
		const fits = countOf(connector) <= this.room;
		const documents = fits ? connector.documents : firstMatches(connector.documents, this.room);
		if (documents.length > 0) {
			const row = { ...connector, documents };
			this.connectors++;
			this.documents += documents.length;
			this.matches += countOf(row);
			this.insert(tenant, row);
		}
		return fits;
	}

	addUnread(tenant: FoundTenant, unread: Unread): void {
		this.unread.push(unread);
		this.insert(tenant, unread);
	}

	/** Whether the tenant as a whole turned out not to answer. */
	isUnread({ id }: FoundTenant): boolean {
		return this.unread.some(({ tenant, scriptName }) => tenant === id && scriptName === undefined);
	}

	sorted<T extends { readonly name: string }>(items: readonly T[]): T[] {
		return items.toSorted((one, other) => this.byName(one.name, other.name));
	}

	private insert({ rows }: FoundTenant, row: FoundConnector | Unread): void {
		const next = rows.findIndex(({ name }) => this.byName(name, row.name) > 0);
		rows.splice(next < 0 ? rows.length : next, 0, row);
	}
}

function firstMatches(documents: readonly FoundDocument[], most: number): readonly FoundDocument[] {
	let room = most;
	return documents.flatMap(document => {
		const matches = document.matches.slice(0, room);
		room -= matches.length;
		return matches.length > 0 ? [{ ...document, matches }] : [];
	});
}
