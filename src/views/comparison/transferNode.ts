import type { Transfer } from '../../core/transfer/send/transfer';
import type { PlannedConnector, PlannedDocument } from '../../core/transfer/send/transferPlan';

export interface ConnectorNode {
	readonly kind: 'connector';
	readonly connector: PlannedConnector;
}

/** A row of a comparison. */
export type TransferNode =
	/** The button that sends what is selected. */
	| { readonly kind: 'send' }
	| ConnectorNode
	| { readonly kind: 'document'; readonly parent: ConnectorNode; readonly document: PlannedDocument }
	/** Something that cannot be part of the transfer. */
	| { readonly kind: 'problem'; readonly message: string };

/** A row as VS Code knows it again: the focus and what is expanded stay when the rows are drawn anew. */
export function idOf(node: TransferNode): string {
	switch (node.kind) {
		case 'send':
			return node.kind;
		case 'connector':
			return `connector:${node.connector.bundle.about.name}`;
		case 'document':
			return `${idOf(node.parent)}/${node.document.part}`;
		case 'problem':
			return `problem:${node.message}`;
	}
}

/** What the rows of a transfer need to know. */
export interface RowContext {
	readonly transfer: Transfer;
	/** Where the texts come from and go to, in few words: a tenant, a folder, a file. */
	readonly origin: string;
	readonly target: string;
	/** The sentence for an error when a text is sent. */
	readonly messageOf: (error: unknown) => string;
}

/** The button that sends what is selected. */
export interface SendButton {
	readonly label: string;
	readonly description?: string | undefined;
	/** Why it cannot be pressed now. */
	readonly obstacle?: string | undefined;
}
