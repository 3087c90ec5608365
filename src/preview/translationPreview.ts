import * as vscode from 'vscode';
import { translationOf } from '../connector/documentName';
import { readForm } from '../connector/form';
import { textsIn } from '../connector/translation';
import { addKeyEdits, removeKeyEdits, setTextEdits } from '../connector/translationEdits';
import { tableOf } from '../connector/translationTable';
import type { PagePanel, PanelContent } from './connectorPanel';
import { connectorName, sentenceOf, type PageConnector } from './previewSurroundings';
import { readConnector } from './readConnector';
import { showInEditor } from './showInEditor';
import type { FromTablePage, ToTablePage } from './tableMessages';
import { tableWords } from './tableWords';
import { TranslationEditor } from './translationEditor';

/** The texts of a connector, keys by locales, edited in place. */
export class TranslationPreview implements PanelContent<FromTablePage> {
	private readonly editor: TranslationEditor;
	private latest = 0;

	constructor(
		private readonly connector: PageConnector,
		private readonly panel: PagePanel<ToTablePage>,
	) {
		this.editor = new TranslationEditor(connector);
	}

	async receive(message: FromTablePage): Promise<void> {
		switch (message.type) {
			case 'ready': {
				const { folder } = this.connector;
				const name = connectorName(this.connector);
				await this.panel.post({ type: 'start', words: tableWords(), folder: folder.toString(), name });
				await this.update();
				break;
			}
			case 'setText': {
				const { key, locale, text } = message;
				await this.edit(() => this.editor.edit(key, each => setTextEdits(each, key, locale, text)));
				break;
			}
			case 'addKey': {
				const { key, text } = message;
				await this.edit(() => this.editor.edit(key, each => addKeyEdits(each, key, text)));
				break;
			}
			case 'removeKey': {
				const { key } = message;
				await this.edit(() => this.editor.edit(key, each => removeKeyEdits(each, key)));
				break;
			}
			case 'undo':
				await this.edit(() => this.editor.undo());
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

	private async show({ again = false } = {}): Promise<void> {
		const turn = ++this.latest;
		const { connector, failure } = await readConnector(this.connector, { again });
		if (turn !== this.latest) {
			return; // A later one has overtaken this one.
		}
		if (failure !== undefined) {
			// Without the other locales, a table would call everything missing.
			const message = sentenceOf(this.connector.surroundings, failure);
			await this.panel.post({ type: 'failed', message });
			return;
		}
		await this.panel.post({ type: 'show', table: tableOf(connector), canUndo: this.editor.canUndo });
	}

	/** The page is shown what is there in any case: what it has shown in advance may not have been done. */
	private async edit(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			this.connector.surroundings.log(error);
			const message = sentenceOf(this.connector.surroundings, error);
			await this.panel.post({ type: 'refused', message });
		}
		await this.update();
	}

	private async reveal(key: string, locale: string | undefined): Promise<void> {
		const { folder, tools } = this.connector;
		const { connector } = await readConnector(this.connector);
		const { sourceConfig, translations } = connector;
		const translation = locale === undefined ? undefined : translations.get(locale);
		if (locale !== undefined && translation) {
			const entry = textsIn(translation).get(key);
			const place = entry ? { start: entry.valueStart, end: entry.valueEnd } : { start: 0, end: 0 };
			await showInEditor(tools.uriOf(folder, translationOf(locale)), place, this.panel.column());
			return;
		}
		const use = sourceConfig && readForm(sourceConfig).labels.find(label => label.key === key);
		if (use) {
			await showInEditor(tools.uriOf(folder, 'source-config'), use.range, this.panel.column());
		}
	}
}
