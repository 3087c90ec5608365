import type { TransferChoice } from './transfer';
import type { PlannedConnector } from './transferPlan';

/** What is chosen of a transfer, as people count it. */
export interface ChosenCount {
	/** The connectors to create. */
	readonly created: readonly PlannedConnector[];
	/** The number of documents to send. */
	readonly documents: number;
}

export function countOf(choices: ReadonlySet<TransferChoice>): ChosenCount {
	const created = [...choices].filter(choice => 'bundle' in choice);
	return { created, documents: choices.size - created.length };
}
