import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { DisposableStore } from '../../util/disposables';
import { findingsIn, type Findings } from './findings';
import type { LanguageTools } from '../texts/languageTools';
import { checkSettings } from './severity';

/** Milliseconds of rest after a keystroke. */
const rest = 150;
/** Milliseconds after which a document is being looked at. */
const look = 2000;

/** How many problems of each severity a check has found. */
export type ProblemCounts = ReadonlyMap<vscode.DiagnosticSeverity, number>;

/** Shows what is wrong with connectors' documents: of those in editors as one types, of others when they are checked. */
export class Diagnostics implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly collection = this.store.add(vscode.languages.createDiagnosticCollection('iscConnectors'));
	private readonly waiting = new Map<string, NodeJS.Timeout>();
	/** Folders of which closed documents show their problems, too. */
	private readonly checked = new Set<string>();
	/** Since when a folder's documents have been visible, by `performance.now()`. */
	private readonly seenSince = new Map<string, number>();

	constructor(private readonly tools: LanguageTools) {
		this.store.add(tools.onDidChange(folder => this.schedule(folder)));
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('iscConnectors.checks')) {
					this.folders().forEach(folder => this.schedule(folder));
				}
			}),
		);
		this.store.add(
			vscode.window.onDidChangeVisibleTextEditors(editors => {
				for (const folder of this.foldersOf(editors.map(({ document }) => document))) {
					if (!tools.knownConnector(folder)) {
						this.schedule(folder);
					}
				}
			}),
		);
		this.store.add({ dispose: () => this.waiting.forEach(timer => clearTimeout(timer)) });
		this.folders().forEach(folder => this.schedule(folder, 0));
	}

	/** Looks at all documents of a connector, and keeps showing their problems. */
	async check(folder: vscode.Uri): Promise<ProblemCounts> {
		const connector = await this.tools.connector(folder, { again: true });
		this.checked.add(folder.toString());
		return this.show(folder, connector);
	}

	/** Connectors of which a document is open or problems are shown. */
	private folders(): readonly vscode.Uri[] {
		const open = this.foldersOf(vscode.workspace.textDocuments);
		const keys = new Set([...open.map(String), ...this.checked]);
		return [...keys].map(key => vscode.Uri.parse(key));
	}

	private foldersOf(documents: readonly vscode.TextDocument[]): readonly vscode.Uri[] {
		const folders = documents.flatMap(({ uri }) => this.tools.folderOf(uri)?.folder ?? []);
		return [...new Map(folders.map(folder => [folder.toString(), folder])).values()];
	}

	private schedule(folder: vscode.Uri, milliseconds = rest): void {
		const key = folder.toString();
		clearTimeout(this.waiting.get(key));
		this.waiting.set(
			key,
			setTimeout(() => {
				this.waiting.delete(key);
				this.update(folder).catch(this.tools.log);
			}, milliseconds),
		);
	}

	private async update(folder: vscode.Uri): Promise<void> {
		const known = this.tools.knownConnector(folder);
		if (known) {
			this.show(folder, known);
			return;
		}
		if (this.checked.has(folder.toString()) && this.openDocuments(folder).length === 0) {
			return; // What the check has found stands until the next one.
		}
		// What the texts themselves tell is shown before the connector's other documents are there.
		this.show(folder, this.tools.inEditors(folder), { alone: true });
		const wait = this.waitBeforeReading(folder);
		if (wait === 0) {
			this.show(folder, await this.tools.connector(folder));
		} else if (wait !== undefined) {
			this.schedule(folder, wait);
		}
	}

	/**
	 * Milliseconds: a request is worth it for what is looked at, and not for what is opened by the way.
	 * Undefined if nobody sees the connector's documents, or if they could not be read a moment ago.
	 */
	private waitBeforeReading(folder: vscode.Uri): number | undefined {
		const key = folder.toString();
		if (!this.isVisible(folder) || this.tools.hasJustFailed(folder)) {
			this.seenSince.delete(key);
			return undefined;
		}
		const since = this.seenSince.get(key) ?? performance.now();
		this.seenSince.set(key, since);
		return this.tools.isAtHand(folder) ? 0 : Math.max(0, since + look - performance.now());
	}

	private show(folder: vscode.Uri, connector: ConnectorDocuments, { alone = false } = {}): ProblemCounts {
		const { tools } = this;
		const counts = new Map<vscode.DiagnosticSeverity, number>();
		const open = new Set(this.openDocuments(folder).map(({ uri }) => uri.toString()));
		const isChecked = this.checked.has(folder.toString());
		const findings = findingsIn(connector, {
			uriOf: name => tools.uriOf(folder, name),
			severityOf: checkSettings(),
			alone,
			neighbours: () => tools.knownNeighbours(folder),
		});
		for (const [name, diagnostics] of findings) {
			const uri = tools.uriOf(folder, name);
			this.collection.set(uri, isChecked || open.has(uri.toString()) ? diagnostics : []);
			for (const { severity } of diagnostics) {
				counts.set(severity, (counts.get(severity) ?? 0) + 1);
			}
		}
		this.forgetOthers(folder, findings);
		return counts;
	}

	/** What a document showed that is there no longer. */
	private forgetOthers(folder: vscode.Uri, findings: Findings): void {
		const kept = new Set([...findings.keys()].map(name => this.tools.uriOf(folder, name).toString()));
		const gone: vscode.Uri[] = [];
		this.collection.forEach(uri => {
			if (this.tools.folderOf(uri)?.folder.toString() === folder.toString() && !kept.has(uri.toString())) {
				gone.push(uri);
			}
		});
		gone.forEach(uri => this.collection.delete(uri));
	}

	private openDocuments(folder: vscode.Uri): readonly vscode.TextDocument[] {
		return vscode.workspace.textDocuments.filter(
			({ uri, isClosed }) => !isClosed && this.tools.folderOf(uri)?.folder.toString() === folder.toString(),
		);
	}

	private isVisible(folder: vscode.Uri): boolean {
		return vscode.window.visibleTextEditors.some(
			({ document }) => this.tools.folderOf(document.uri)?.folder.toString() === folder.toString(),
		);
	}

	dispose(): void {
		this.store.dispose();
	}
}
