import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { DisposableStore } from '../../util/disposables';
import { inPieces, LatestWork, type Steps } from '../../util/steps';
import { findingsIn, type Findings } from './findings';
import type { LanguageTools } from '../texts/languageTools';
import { checkSettings } from './severity';

/** Milliseconds of rest after a keystroke. */
const rest = 150;
/** Milliseconds after which a visible document counts as looked at. */
const look = 2000;

/** How many problems of each severity a check has found. */
export type ProblemCounts = ReadonlyMap<vscode.DiagnosticSeverity, number>;

/** A connector of which documents are open or problems are shown. */
class ShownConnector {
	/** Runs until the connector is looked at. */
	timer: NodeJS.Timeout | undefined;
	/** Whether closed documents show their problems, too. */
	isChecked = false;
	/** Since when a document has been visible, by `performance.now()`. */
	visibleSince: number | undefined;
	/** What each document with problems shows; empty once VS Code may have moved it with an edit. */
	shown: Findings = new Map();
	/** Finds out what is wrong with its documents as they are. */
	readonly work = new LatestWork();

	constructor(readonly folder: vscode.Uri) {}
}

/** Shows what is wrong with connectors' documents: of those in editors as one types, of others when they are checked. */
export class Diagnostics implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly collection = this.store.add(vscode.languages.createDiagnosticCollection('iscConnectors'));
	/** By their folders' URIs. */
	private readonly connectors = new Map<string, ShownConnector>();
	private severityOf = checkSettings();

	constructor(private readonly tools: LanguageTools) {
		this.store.add(
			tools.onDidChange(({ folder, edited }) => {
				const connector = this.connectorIn(folder);
				if (edited && connector.shown.has(edited)) {
					connector.shown = new Map([...connector.shown, [edited, []]]);
				}
				this.schedule(connector);
			}),
		);
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('iscConnectors.checks')) {
					this.severityOf = checkSettings();
					this.connectors.forEach(connector => this.schedule(connector));
				}
			}),
		);
		this.store.add(
			vscode.window.onDidChangeVisibleTextEditors(editors => {
				for (const folder of this.foldersOf(editors.map(({ document }) => document))) {
					if (!tools.knownConnector(folder)) {
						this.schedule(this.connectorIn(folder));
					}
				}
			}),
		);
		this.store.add({ dispose: () => this.connectors.forEach(stop) });
		for (const folder of this.foldersOf(vscode.workspace.textDocuments)) {
			this.schedule(this.connectorIn(folder), 0);
		}
	}

	/** Looks at all documents of a connector, and keeps showing their problems. */
	async check(folder: vscode.Uri): Promise<ProblemCounts> {
		const documents = await this.tools.connector(folder, { again: true });
		const connector = this.connectorIn(folder);
		connector.isChecked = true;
		const findings = await inPieces(this.findings(connector, documents), () => true);
		const known = this.tools.knownConnector(folder);
		if (known === undefined || known === documents) {
			this.show(connector, findings ?? new Map());
		}
		return countsOf(findings ?? new Map());
	}

	private connectorIn(folder: vscode.Uri): ShownConnector {
		const key = folder.toString();
		const connector = this.connectors.get(key) ?? new ShownConnector(folder);
		this.connectors.set(key, connector);
		return connector;
	}

	private foldersOf(documents: readonly vscode.TextDocument[]): readonly vscode.Uri[] {
		return documents.flatMap(({ uri }) => this.tools.folderOf(uri)?.folder ?? []);
	}

	private schedule(connector: ShownConnector, milliseconds = rest): void {
		stop(connector);
		connector.timer = setTimeout(() => {
			this.update(connector).catch(this.tools.log);
		}, milliseconds);
	}

	private async update(connector: ShownConnector): Promise<void> {
		const { tools } = this;
		const { folder, isChecked } = connector;
		const isOpen = tools.openDocuments(folder).size > 0;
		const known = isOpen || isChecked ? tools.knownConnector(folder) : undefined;
		if (known) {
			await this.lookAt(connector, known);
			return;
		}
		if (isChecked && !isOpen) {
			return; // What the check has found stands until the next one.
		}
		// What is wrong with each text by itself is shown before the connector's other documents are there.
		const isShown = await this.lookAt(connector, tools.inEditors(folder), { alone: true });
		const wait = isShown ? this.waitBeforeReading(connector) : undefined;
		if (wait === 0) {
			await this.lookAt(connector, await tools.connector(folder));
		} else if (wait !== undefined) {
			this.schedule(connector, wait);
		}
	}

	/**
	 * Milliseconds: what people look at is worth a request, but not what they pass by.
	 * Undefined if nobody sees the connector's documents, or if they could not be read a moment ago.
	 */
	private waitBeforeReading(connector: ShownConnector): number | undefined {
		const { folder } = connector;
		if (!this.isVisible(folder) || this.tools.hasJustFailed(folder)) {
			connector.visibleSince = undefined;
			return undefined;
		}
		connector.visibleSince ??= performance.now();
		return this.tools.isAtHand(folder) ? 0 : Math.max(0, connector.visibleSince + look - performance.now());
	}

	/** Shows what is wrong with the documents; false if they change before that is found out, which is looked at in its turn. */
	private async lookAt(
		connector: ShownConnector,
		documents: ConnectorDocuments,
		{ alone = false } = {},
	): Promise<boolean> {
		const findings = await connector.work.run(this.findings(connector, documents, alone));
		if (findings) {
			this.show(connector, findings);
		}
		return findings !== undefined;
	}

	private findings(
		{ folder }: ShownConnector,
		documents: ConnectorDocuments,
		alone = false,
	): Steps<Findings> {
		const { tools } = this;
		return findingsIn(documents, {
			uriOf: name => tools.uriOf(folder, name),
			severityOf: this.severityOf,
			alone,
			neighbours: () => tools.knownNeighbours(folder),
		});
	}

	/** Shows what is found, in those documents alone that do not show it yet. */
	private show(connector: ShownConnector, findings: Findings): void {
		const { folder, shown, isChecked } = connector;
		const open = this.tools.openDocuments(folder);
		connector.shown = new Map(
			[...findings].filter(([name, { length }]) => length > 0 && (isChecked || open.has(name))),
		);
		for (const name of new Set([...shown.keys(), ...connector.shown.keys()])) {
			const now = connector.shown.get(name);
			if (!areSame(shown.get(name), now)) {
				this.collection.set(this.tools.uriOf(folder, name), now);
			}
		}
	}

	private isVisible(folder: vscode.Uri): boolean {
		const open = new Set(this.tools.openDocuments(folder).values());
		return vscode.window.visibleTextEditors.some(({ document }) => open.has(document));
	}

	dispose(): void {
		this.store.dispose();
	}
}

function stop({ timer, work }: ShownConnector): void {
	clearTimeout(timer);
	work.stop();
}

function countsOf(findings: Findings): ProblemCounts {
	const counts = new Map<vscode.DiagnosticSeverity, number>();
	for (const { severity } of [...findings.values()].flat()) {
		counts.set(severity, (counts.get(severity) ?? 0) + 1);
	}
	return counts;
}

function areSame(
	some: readonly vscode.Diagnostic[] | undefined,
	others: readonly vscode.Diagnostic[] | undefined,
): boolean {
	return (
		some?.length === others?.length && (some ?? []).every((each, index) => isSame(each, others?.[index]))
	);
}

/** Their tags depend on their codes alone. */
function isSame(one: vscode.Diagnostic, other: vscode.Diagnostic | undefined): boolean {
	const related = other?.relatedInformation ?? [];
	return (
		one.message === other?.message &&
		one.code === other.code &&
		one.severity === other.severity &&
		one.range.isEqual(other.range) &&
		(one.relatedInformation ?? []).length === related.length &&
		related.every(({ location: { uri, range } }, index) => {
			const place = one.relatedInformation?.[index]?.location;
			return place?.uri.toString() === uri.toString() && place.range.isEqual(range);
		})
	);
}
