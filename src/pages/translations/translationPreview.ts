import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslation, translationOf } from '../../core/connector/documentName';
import { perDocument } from '../../core/connector/perDocument';
import { everywhere } from '../../core/connector/names/occurrences';
import { textsIn } from '../../core/connector/translations/translation';
import {
	addKeyEdits,
	removeKeyEdits,
	removeTextEdits,
	setTextEdits,
} from '../../core/connector/translations/translationEdits';
import { changedRows } from '../../core/connector/translations/tableRows';
import { tableOf, type TranslationTable } from '../../core/connector/translations/translationTable';
import type { PagePanel, PanelContent } from '../panel/connectorPanel';
import { connectorName, readOnlyReason, sentenceOf, type PageConnector } from '../panel/previewSurroundings';
import { DisposableStore } from '../../util/disposables';
import { connectorOfPage } from '../panel/connectorOfPage';
import { saveTranslations } from './saveTranslations';
import { unsavedTexts } from './unsavedTexts';
import { showInEditor } from '../panel/showInEditor';
import type { DoneInTable, FromTablePage, SetText, TableStatus, ToTablePage } from './tableMessages';
import { tableWords } from './tableWords';
import { TranslationEditor } from './translationEditor';

/** Made once for two updates: an edit is followed by one of its own, and by one for the text that it has changed. */
const tableIn = perDocument(tableOf);

type Refused = Extract<ToTablePage, { readonly type: 'refused' }>;

/** The texts of a connector, keys by locales, edited in place. */
export class TranslationPreview implements PanelContent<FromTablePage> {
	private readonly editor: TranslationEditor;
	private readonly store = new DisposableStore();
	private latest = 0;
	private seenTo = 0;
	/** What people did last, and the table that came of it: it is no news once there is another table. */
	private done: { readonly what: DoneInTable; readonly table: TranslationTable } | undefined;
	/** What the page has; undefined if it has nothing yet, or has been sent a failure since. */
	private shown: { readonly table: TranslationTable; readonly status: TableStatus } | undefined;
	/** Refusals that the page could not get because it was hidden. */
	private unseen: Refused[] = [];

	constructor(
		private readonly connector: PageConnector,
		private readonly panel: PagePanel<ToTablePage>,
	) {
		this.editor = new TranslationEditor(connector);
		const look = ({ uri }: vscode.TextDocument) => {
			if (connector.tools.folderOf(uri)?.folder.toString() === connector.folder.toString()) {
				this.update().catch(connector.surroundings.log);
			}
		};
		this.store.add(vscode.workspace.onDidSaveTextDocument(look));
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length === 0) {
					look(document); // It is no longer unsaved, or is now.
				}
			}),
		);
	}

	async receive(message: FromTablePage): Promise<void> {
		switch (message.type) {
			case 'ready': {
				const { folder } = this.connector;
				const name = await connectorName(this.connector);
				this.shown = undefined;
				await this.panel.post({ type: 'start', words: tableWords(), folder: folder.toString(), name });
				await this.update();
				const { unseen } = this;
				this.unseen = [];
				for (const refused of unseen) {
					await this.refuse(refused);
				}
				break;
			}
			case 'setText':
				await this.setText(message);
				break;
			case 'addKey': {
				const { key, text } = message;
				await this.edit(() => this.editor.edit(key, [], each => addKeyEdits(each, key, text)));
				break;
			}
			case 'removeKey': {
				const { key, before } = message;
				await this.edit(() => this.editor.edit(key, before, each => removeKeyEdits(each, key)), {
					done: { type: 'removedKey', key },
				});
				break;
			}
			case 'undo':
				await this.edit(() => this.editor.undo());
				break;
			case 'redo':
				await this.edit(() => this.editor.redo());
				break;
			case 'save':
				await this.editor.settled();
				await saveTranslations(this.connector);
				break;
			case 'discard':
				await this.edit(() => this.editor.discard(), { done: { type: 'discarded' } });
				this.panel.reveal();
				break;
			case 'reveal':
				await this.reveal(message.key, message.locale);
				break;
			case 'addLocale':
				await vscode.commands.executeCommand('iscConnectors.connector.addTranslation', this.connector.folder);
				break;
			case 'retry':
				await this.show({ again: true });
				break;
			case 'error':
				this.connector.surroundings.log(new Error(message.message));
				break;
		}
	}

	update(): Promise<void> {
		return this.show();
	}

	private async show({
		again = false,
		done,
	}: { again?: boolean; done?: DoneInTable | undefined } = {}): Promise<void> {
		const turn = ++this.latest;
		const { connector, failure } = await connectorOfPage(this.connector, { again });
		if (turn !== this.latest) {
			return; // A later update has overtaken this one.
		}
		if (failure !== undefined) {
			// Without the other locales, a table would call everything missing.
			const message = sentenceOf(this.connector.surroundings, failure);
			this.shown = undefined;
			await this.panel.post({ type: 'failed', message });
			return;
		}
		const { shown } = this;
		const table = tableIn(connector);
		this.done = done ? { what: done, table } : this.done;
		const status = this.status(connector, table);
		if (shown?.table === table && isDeepStrictEqual(shown.status, status)) {
			return;
		}
		this.shown = { table, status };
		const rows = shown && changedRows(shown.table, table);
		await this.panel.post(rows ? { type: 'rows', rows, ...status } : { type: 'show', table, ...status });
	}

	private status(connector: ConnectorDocuments, table: TranslationTable): TableStatus {
		const { canUndo, canRedo } = this.editor;
		return {
			canUndo,
			canRedo,
			readOnly: readOnlyReason(this.connector),
			seenTo: this.seenTo,
			unsaved: unsavedTexts(this.connector, connector),
			done: this.done?.table === table ? this.done.what : undefined,
		};
	}

	private async setText(change: SetText): Promise<void> {
		const { key, locale, before, text } = change;
		const edits = (connector: ConnectorDocuments) =>
			text === null ? removeTextEdits(connector, key, locale) : setTextEdits(connector, key, locale, text);
		const done: DoneInTable | undefined = text === null ? { type: 'removedText', key, locale } : undefined;
		await this.edit(() => this.editor.edit(key, [[locale, before]], edits), { change, done });
	}

	/**
	 * Before a refusal, too, the page gets the present texts if they have changed: people see the present text, and can
	 * write theirs over that.
	 */
	private async edit(
		work: () => Promise<void>,
		{ change, done }: { readonly change?: SetText; readonly done?: DoneInTable | undefined } = {},
	): Promise<void> {
		const number = change?.number ?? this.seenTo;
		this.done = undefined;
		try {
			await work();
		} catch (error) {
			this.connector.surroundings.log(error);
			await this.update();
			const message = sentenceOf(this.connector.surroundings, error);
			await this.refuse({ type: 'refused', message, change });
			this.seenTo = Math.max(this.seenTo, number);
			return;
		}
		this.seenTo = Math.max(this.seenTo, number);
		await this.show({ done });
	}

	private async refuse(refused: Refused): Promise<void> {
		if (!(await this.panel.post(refused))) {
			this.unseen.push(refused);
		}
	}

	private async reveal(key: string, locale: string | undefined): Promise<void> {
		const { folder, tools } = this.connector;
		const { connector } = await connectorOfPage(this.connector);
		const translation = locale === undefined ? undefined : connector.translations.get(locale);
		if (locale !== undefined && translation) {
			const entry = textsIn(translation).get(key);
			const place = entry ? { start: entry.valueStart, end: entry.valueEnd } : { start: 0, end: 0 };
			await showInEditor(tools.uriOf(folder, translationOf(locale)), place, this.panel.column());
			return;
		}
		// A value that happens to be a key may be its only use: then there is no place but its text.
		const places = everywhere(connector, { kind: 'label', name: key });
		const [document, [place] = []] = places.find(([name]) => !isTranslation(name)) ?? places[0] ?? [];
		if (document && place) {
			await showInEditor(tools.uriOf(folder, document), place, this.panel.column());
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}
