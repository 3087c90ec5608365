import type { TransferChoice, Transfer } from './transfer';
import { hasOtherName, type PlannedConnector } from './transferPlan';

/** What is checked of a transfer: a document never without the connector that has to be created for it. */
export class CheckedChoices {
	private readonly checked = new Set<TransferChoice>();

	constructor(private readonly transfer: Transfer) {}

	get all(): ReadonlySet<TransferChoice> {
		return this.checked;
	}

	/** Checks what is chosen at first; what would go to a connector of another name is left to the person. */
	begin(isChosen: (choice: TransferChoice) => boolean): void {
		for (const connector of this.transfer.connectors.filter(each => !hasOtherName(each))) {
			for (const choice of this.transfer.choicesOf(connector).filter(isChosen)) {
				this.check(connector, choice, true);
			}
		}
	}

	/** Checks or unchecks a document, or a connector with all that can be sent of it. */
	check(connector: PlannedConnector, choice: TransferChoice, isChecked: boolean): void {
		const choices = this.transfer.choicesOf(connector);
		const whole = choice === connector ? choices : choices.filter(each => each === choice);
		// A connector is created for the first document that is checked.
		const creation = isChecked ? choices.filter(each => each === connector) : [];
		for (const each of [...creation, ...whole]) {
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

	/** Whether a connector's own row is checked: it will be created or, if it is there, all of it will be sent. */
	hasConnector(connector: PlannedConnector): boolean {
		const choices = this.transfer.choicesOf(connector);
		return choices.includes(connector)
			? this.checked.has(connector)
			: choices.every(choice => this.checked.has(choice));
	}

	/** Unchecks what has been sent meanwhile. */
	dropSent(): void {
		const sendable = new Set(this.transfer.connectors.flatMap(each => this.transfer.choicesOf(each)));
		for (const choice of this.checked) {
			if (!sendable.has(choice)) {
				this.checked.delete(choice);
			}
		}
	}
}
