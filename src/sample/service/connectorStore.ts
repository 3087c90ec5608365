import { applyEdit, editOf, type Edit, type Edits } from './keptEdits';
import type { SampleConnector } from './model';
import type { EditsFile } from './editsFile';

/** The tenant's connectors: the built-in ones with the edits on top, which are kept in a file if there is one. */
export class ConnectorStore {
	private readonly builtIn: ReadonlyMap<string, SampleConnector>;
	private edits = new Map<string, Edit>();
	/** A connector in here is replaced, never mutated. */
	private connectors: Map<string, SampleConnector>;

	constructor(
		builtIn: readonly SampleConnector[],
		private readonly file: EditsFile | undefined,
	) {
		this.builtIn = new Map(builtIn.map(connector => [connector.scriptName, connector]));
		this.connectors = new Map(this.builtIn);
		this.refresh();
	}

	/** Takes over what another sample tenant has written to the same file. */
	refresh(): void {
		const edits = this.file?.readChanged();
		if (!edits) {
			return;
		}
		try {
			this.connectors = this.withEdits(edits);
			this.edits = new Map(edits);
		} catch {
			this.file?.setAside();
			this.connectors = new Map(this.builtIn);
			this.edits = new Map();
		}
	}

	all(): readonly SampleConnector[] {
		return [...this.connectors.values()];
	}

	find(scriptName: string): Readonly<SampleConnector> | undefined {
		return this.connectors.get(scriptName);
	}

	/** Lets `change` mutate a copy, which takes the connector's place if nothing is thrown. */
	change(scriptName: string, change: (connector: SampleConnector) => void): SampleConnector {
		const changed = this.copy(scriptName);
		change(changed);
		if (changed.scriptName !== scriptName) {
			throw new Error(`${scriptName} keeps its script name.`);
		}
		this.put(changed);
		return changed;
	}

	add(connector: SampleConnector): void {
		if (this.connectors.has(connector.scriptName)) {
			throw new Error(`There is a connector ${connector.scriptName} already.`);
		}
		this.put(structuredClone(connector));
	}

	remove(scriptName: string): void {
		this.copy(scriptName);
		this.connectors.delete(scriptName);
		this.keep(scriptName, this.builtIn.has(scriptName) ? null : undefined);
	}

	copy(scriptName: string): SampleConnector {
		const connector = this.connectors.get(scriptName);
		if (!connector) {
			throw new Error(`There is no connector ${scriptName}.`);
		}
		return structuredClone(connector);
	}

	private put(connector: SampleConnector): void {
		this.connectors.set(connector.scriptName, connector);
		this.keep(connector.scriptName, editOf(this.builtIn.get(connector.scriptName), connector));
	}

	private keep(scriptName: string, edit: Edit | undefined): void {
		if (edit === undefined) {
			this.edits.delete(scriptName);
		} else {
			this.edits.set(scriptName, edit);
		}
		this.file?.write(this.edits);
	}

	private withEdits(edits: Edits): Map<string, SampleConnector> {
		const connectors = new Map(this.builtIn);
		for (const [scriptName, edit] of edits) {
			const edited = edit && applyEdit(this.builtIn.get(scriptName), edit);
			if (edited && edited.scriptName !== scriptName) {
				throw new TypeError(`${scriptName} has another script name.`);
			}
			if (edited) {
				connectors.set(scriptName, edited);
			} else if (edit === null) {
				connectors.delete(scriptName);
			}
		}
		return connectors;
	}
}
