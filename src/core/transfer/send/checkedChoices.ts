import type { TransferChoice, Transfer } from './transfer';
import { hasOtherName, type PlannedConnector } from './transferPlan';

/** What is selected of a transfer: a document never without the connector that has to be created for it. */
export class CheckedChoices {
	private readonly checked = new Set<TransferChoice>();
	/** Whether each was selected when it was last asked for, see `keyOf`: a comparison that repeats this one begins with it. */
	private readonly wishes: Map<string, boolean>;
	private readonly earlier: ReadonlyMap<string, boolean>;

	/** @param previous the choices in the comparison that this one repeats */
	constructor(
		private readonly transfer: Transfer,
		previous?: CheckedChoices,
	) {
		this.earlier = new Map(previous?.wishes);
		this.wishes = new Map(this.earlier);
	}

	get all(): ReadonlySet<TransferChoice> {
		return this.checked;
	}

	/** Selects what is chosen at first; what would go to a connector of another name is left to the person. */
	begin(isChosen: (choice: TransferChoice) => boolean): void {
		for (const connector of this.transfer.connectors) {
			for (const choice of this.transfer.choicesOf(connector)) {
				const isFirstChosen = () => !hasOtherName(connector) && isChosen(choice);
				// A connector comes before its documents, so what a person has left out of it is left out after it.
				this.check(connector, choice, this.earlier.get(keyOf(connector, choice)) ?? isFirstChosen());
			}
		}
	}

	/** Selects a document, or a connector with all that can be sent of it; or no longer. */
	check(connector: PlannedConnector, choice: TransferChoice, isChecked: boolean): void {
		const choices = this.transfer.choicesOf(connector);
		const whole = choice === connector ? choices : choices.filter(each => each === choice);
		// A connector is created for the first document that is checked.
		const creation = isChecked ? choices.filter(each => each === connector) : [];
		for (const each of [...creation, ...whole]) {
			this.wishes.set(keyOf(connector, each), isChecked);
			if (isChecked) {
				this.checked.add(each);
			} else {
				this.checked.delete(each);
			}
		}
	}

	has(choice: TransferChoice): boolean {
		return this.checked.has(choice);
	}

	/** Whether a connector's own row is selected: it will be created or, if it is there, all of it will be sent. */
	hasConnector(connector: PlannedConnector): boolean {
		const choices = this.transfer.choicesOf(connector);
		return choices.includes(connector)
			? this.checked.has(connector)
			: choices.every(choice => this.checked.has(choice));
	}

	/** What has been sent cannot be sent again. */
	dropSent(): void {
		const sendable = new Set(this.transfer.connectors.flatMap(each => this.transfer.choicesOf(each)));
		for (const choice of this.checked) {
			if (!sendable.has(choice)) {
				this.checked.delete(choice);
			}
		}
	}
}

/** A connector of another name is another one. */
function keyOf(connector: PlannedConnector, choice: TransferChoice): string {
	const other = hasOtherName(connector) ? connector.presentName : undefined;
	return JSON.stringify([connector.bundle.about.name, other, 'part' in choice && choice.part]);
}
