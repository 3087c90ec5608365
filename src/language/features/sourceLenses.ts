import * as vscode from 'vscode';
import type { TenantSources } from '../../catalog/tenantSources';
import type { Source } from '../../core/api/source';
import { formSteps } from '../../core/connector/model/form';
import { keysOf, type FieldKey } from '../../core/sources/formKeys';
import { keyUses } from '../../core/sources/keyUses';
import { chosenIn, setIn } from '../../messages/sourceUse';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import { inPieces, type Steps } from '../../util/steps';
import { sourceConfigOf, sourcesSeen } from '../texts/connectorSources';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { linesIn } from '../texts/places';

const name = 'sources.codeLens';
/** For how many fields lenses are made in one step. */
const mostAtOnce = 1000;

/** Says above each field of a form in how many sources it is set, and above each option in how many it is chosen. */
export function registerSourceLenses(tools: LanguageTools, sources: TenantSources): vscode.Disposable {
	return vscode.Disposable.from(new SourceLenses(tools, sources));
}

/** What VS Code shows of it is put into words when it comes into view. */
class SourceLens extends vscode.CodeLens {
	constructor(
		range: vscode.Range,
		readonly document: vscode.Uri,
		readonly key: FieldKey,
		readonly option: string | undefined,
		/** All of them. */
		readonly sources: readonly Source[],
	) {
		super(range);
	}
}

class SourceLenses implements vscode.CodeLensProvider<SourceLens>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChangeCodeLenses = this.didChange.event;

	constructor(
		private readonly tools: LanguageTools,
		private readonly sources: TenantSources,
	) {
		const look = () => this.ask(vscode.window.visibleTextEditors);
		const lookAgain = () => {
			look();
			this.didChange.fire();
		};
		this.store.add(vscode.window.onDidChangeVisibleTextEditors(look));
		this.store.add(sources.onDidChange(lookAgain));
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration(`iscConnectors.${name}`)) {
					lookAgain();
				}
			}),
		);
		this.store.add(vscode.languages.registerCodeLensProvider(xmlSelector, this));
		look();
	}

	/** Asks for the sources of what editors show: typing alone asks for nothing. */
	private ask(editors: readonly vscode.TextEditor[]): void {
		for (const { document } of setting(name) ? editors : []) {
			const place = sourceConfigOf(this.tools, document.uri);
			if (place) {
				// Without an answer there are no lenses; the tree says why.
				this.sources.of(place.tenant, place.scriptName).catch(() => undefined);
			}
		}
	}

	async provideCodeLenses(
		document: vscode.TextDocument,
		token: vscode.CancellationToken,
	): Promise<SourceLens[]> {
		const lenses = await inPieces(this.lensesIn(document), () => !token.isCancellationRequested);
		return lenses ?? [];
	}

	private *lensesIn(document: vscode.TextDocument): Steps<SourceLens[]> {
		const sources = setting(name) ? sourcesSeen(this.sources, sourceConfigOf(this.tools, document.uri)) : [];
		if (sources.length === 0) {
			return [];
		}
		const xml = this.tools.xml(document);
		yield;
		const keys = keysOf(yield* formSteps(xml));
		yield;
		const lines = linesIn(xml);
		const lenses: SourceLens[] = [];
		const add = (key: FieldKey, offset: number, option?: string) => {
			const { line, character } = lines.positionAt(offset);
			const place = new vscode.Position(line, character);
			lenses.push(new SourceLens(new vscode.Range(place, place), document.uri, key, option, sources));
		};
		for (const [index, key] of keys.entries()) {
			const { element: field, options } = key.field;
			add(key, field.start);
			for (const { element, value } of options) {
				if (value && keyUses(sources).chosen(key.path, value.name).length > 0) {
					add(key, element.start, value.name);
				}
			}
			if (index % mostAtOnce === mostAtOnce - 1) {
				yield;
			}
		}
		return lenses;
	}

	resolveCodeLens(lens: SourceLens): SourceLens {
		const { document, key, option, sources } = lens;
		const { path } = key;
		const uses = keyUses(sources);
		const used = option === undefined ? uses.set(path) : uses.chosen(path, option);
		lens.command = {
			title: option === undefined ? setIn(used.length, sources.length) : chosenIn(used.length),
			command: used.length > 0 ? 'iscConnectors.field.showSources' : '',
			arguments: [document, path, option],
		};
		return lens;
	}

	dispose(): void {
		this.store.dispose();
	}
}
