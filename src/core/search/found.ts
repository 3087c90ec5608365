import type { DocumentId } from '../remote/documentPath';
import type { Match } from './matcher';

/** What a search has found in a tenant, in the order of the connectors' names. */
export interface FoundTenant {
	readonly kind: 'tenant';
	readonly id: string;
	readonly name: string;
	readonly rows: (FoundConnector | Unread)[];
}

export interface FoundConnector {
	readonly kind: 'connector';
	readonly tenant: string;
	readonly scriptName: string;
	readonly name: string;
	readonly documents: readonly FoundDocument[];
}

export interface FoundDocument {
	readonly kind: 'document';
	/** The connector's name. */
	readonly connector: string;
	readonly id: DocumentId;
	readonly matches: readonly FoundMatch[];
}

export interface FoundMatch extends Match {
	readonly kind: 'match';
	/** The connector's name. */
	readonly connector: string;
	readonly id: DocumentId;
}

/** A connector or, without a script name, a tenant that could not be read. */
export interface Unread {
	readonly kind: 'unread';
	readonly tenant: string;
	readonly scriptName: string | undefined;
	readonly name: string;
	readonly error: unknown;
}

export type FoundNode = FoundTenant | FoundConnector | FoundDocument | FoundMatch | Unread;

/** How many matches are in or below a node. */
export function countOf(node: FoundNode): number {
	switch (node.kind) {
		case 'tenant':
			return sum(node.rows);
		case 'connector':
			return sum(node.documents);
		case 'document':
			return node.matches.length;
		case 'match':
			return 1;
		case 'unread':
			return 0;
	}
}

function sum(nodes: readonly FoundNode[]): number {
	return nodes.reduce((total, node) => total + countOf(node), 0);
}
