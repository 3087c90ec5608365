import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { Entered } from '../../core/connector/form/entered';
import type { FormPart, FormPicture } from '../../core/connector/form/formPicture';
import { isSamePicture, pictureOf } from '../../core/connector/form/pictureOf';
import { localeFor } from '../../core/connector/model/labels';
import { partAt, partsOf } from '../../core/connector/form/pictureParts';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import type { XmlDocument } from '../../core/xml/tree';
import type { PagePanel, PanelContent } from '../panel/connectorPanel';
import { editsOfText } from '../../language/labelTexts';
import { TranslationEditor } from '../translations/translationEditor';
import type { EnteredAttributes, FromFormPage, LabelEdit, ToFormPage } from './formMessages';
import { reuse } from './formReuse';
import { FormSources } from './formSources';
import { formWords } from './formWords';
import { connectorName, sentenceOf, type PageConnector } from '../panel/previewSurroundings';
import { connectorOfPage } from '../panel/connectorOfPage';
import { problemIn, rootProblem, type PlacedProblem } from './placedProblem';
import { toSend } from './sentPicture';
import { selectInEditor, showInEditor } from '../panel/showInEditor';

/** The form that a source-config describes, as administrators see it, while its text is typed. */
export class FormPreview implements PanelContent<FromFormPage> {
	private readonly store = new DisposableStore();
	private readonly source: vscode.Uri;
	private readonly editor: TranslationEditor;
	/** Undefined for a connector that is in no tenant. */
	private readonly sources: FormSources | undefined;
	/** Undefined until the page or a setting has said it. */
	private locale: string | undefined;
	/** The last text that was not broken, which the page shows while the present one is. */
	private good: XmlDocument | undefined;
	/** What the page shows, and what that is made of. */
	private documents: ConnectorDocuments | undefined;
	private picture: FormPicture | undefined;
	/** The picture that the page has: the same, but for places in the text. */
	private sent: FormPicture | undefined;
	private problem: PlacedProblem | undefined;
	private marked: string | undefined;
	/** What people have entered, with its secrets; gone when the panel closes. */
	private held: Entered | undefined;
	private latest = 0;
	/** Wait for what the page has been asked for. */
	private readonly asking: ((attributes: EnteredAttributes | undefined) => void)[] = [];

	constructor(
		private readonly connector: PageConnector,
		private readonly panel: PagePanel<ToFormPage>,
	) {
		this.editor = new TranslationEditor(connector);
		this.sources = FormSources.of(
			connector,
			list => panel.post({ type: 'sources', list }),
			() => {
				this.showValues().catch(connector.surroundings.log);
			},
		);
		this.source = connector.tools.uriOf(connector.folder, 'source-config');
		const mark = () => {
			this.mark().catch(connector.surroundings.log);
		};
		this.store.add(vscode.window.onDidChangeTextEditorSelection(mark));
		this.store.add(vscode.window.onDidChangeActiveTextEditor(mark));
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration(labels)) {
					this.locale = chosenLocale();
				}
				if ([labels, 'iscConnectors.sources'].some(each => change.affectsConfiguration(each))) {
					this.show().catch(connector.surroundings.log);
				}
			}),
		);
	}

	async receive(message: FromFormPage): Promise<void> {
		switch (message.type) {
			case 'ready': {
				const { folder } = this.connector;
				this.locale ??= message.locale;
				this.marked = undefined;
				this.sent = undefined;
				const name = await connectorName(this.connector);
				await this.panel.post({
					type: 'start',
					words: formWords(),
					folder: folder.toString(),
					name,
					held: this.held,
				});
				if (this.sources?.chosenId === undefined) {
					this.sources?.choose(message.source);
				}
				await this.showValues();
				break;
			}
			case 'askSources':
				await this.sources?.ask();
				break;
			case 'chooseSource':
				await this.chooseSource(message.id);
				break;
			case 'chooseLocale':
				this.locale = message.locale;
				await this.show();
				break;
			case 'retry':
				await this.show({ again: true });
				break;
			case 'reveal':
				await this.reveal(message.id);
				break;
			case 'select':
				await this.select(message.id);
				break;
			case 'revealProblem':
				await this.revealAt(this.problem?.start ?? 0);
				break;
			case 'editText':
				await this.editText(message);
				break;
			case 'copy':
				await vscode.env.clipboard.writeText(message.text);
				break;
			case 'copySourceBody':
				await vscode.commands.executeCommand('iscConnectors.connector.copySourceBody', this.folder);
				break;
			case 'attributes':
				this.asking.splice(0).forEach(answer => answer(message.attributes));
				break;
			case 'hold':
				this.held = message.entered;
				break;
			case 'error':
				this.connector.surroundings.log(new Error(message.message));
				break;
		}
	}

	/** Of the connector. */
	get folder(): vscode.Uri {
		return this.connector.folder;
	}

	/** What is entered, with names in the place of secrets; undefined while the page shows no form. */
	async attributes(): Promise<EnteredAttributes | undefined> {
		const attributes = new Promise<EnteredAttributes | undefined>(resolve => this.asking.push(resolve));
		return (await this.panel.post({ type: 'giveAttributes' })) ? attributes : undefined;
	}

	/** Fills the form in with the values of the source with this id; with what new ones start with, if undefined. */
	async chooseSource(id: string | undefined): Promise<void> {
		this.sources?.choose(id);
		await this.showValues();
	}

	/** Shows the form first, since values may have to be read. */
	private async showValues(): Promise<void> {
		await this.show();
		if (await this.sources?.complete()) {
			await this.show();
		}
	}

	update(): Promise<void> {
		return this.show({ keepsGood: true });
	}

	/** @param keepsGood a broken text does not replace the good picture that the page has */
	private async show({ again = false, keepsGood = false } = {}): Promise<void> {
		const turn = ++this.latest;
		const { connector, failure } = await connectorOfPage(this.connector, { again });
		if (turn !== this.latest) {
			return; // A later update has overtaken this one.
		}
		const { sourceConfig } = connector;
		const notice = failure === undefined ? undefined : sentenceOf(this.connector.surroundings, failure);
		if (!sourceConfig) {
			this.picture = undefined;
			this.documents = undefined;
			await this.panel.post({ type: 'failed', message: notice ?? (await this.absence()) });
			return;
		}
		const broken = problemIn(sourceConfig);
		const present = broken && this.good ? undefined : this.pictureOf(connector);
		this.problem = broken ?? (present ? undefined : rootProblem(sourceConfig));
		const { problem } = this;
		this.good = problem ? this.good : sourceConfig;
		const isStale = problem !== undefined && this.good !== undefined;
		const documents = { ...connector, sourceConfig: this.good ?? sourceConfig };
		if (isStale && keepsGood && this.sent && isSamePicture(documents, this.documents)) {
			await this.panel.post({ type: 'broken', problem });
			return;
		}
		this.documents = documents;
		this.picture = isStale ? this.pictureOf(documents) : present;
		if (this.picture) {
			const { sent } = this;
			this.sent = reuse(sent, this.picture);
			await this.panel.post({
				type: 'show',
				picture: toSend(this.sent, sent),
				problem,
				isStale,
				notice,
				source: this.sources?.shownIn(this.picture, documents),
			});
		} else {
			await this.panel.post({ type: 'failed', message: await this.formlessness() });
		}
		await this.mark();
	}

	private pictureOf(connector: ConnectorDocuments): FormPicture | undefined {
		const wanted = this.locale ?? chosenLocale();
		return pictureOf(connector, localeFor(connector, wanted) ?? wanted);
	}

	private async absence(): Promise<string> {
		return vscode.l10n.t('{0} has no source-config.xml to preview.', await connectorName(this.connector));
	}

	private async formlessness(): Promise<string> {
		return vscode.l10n.t(
			'The source-config of {0} is not a form. Its root element must be <Form>.',
			await connectorName(this.connector),
		);
	}

	/** Tells the page where the cursor is. */
	private async mark(): Promise<void> {
		const editor = vscode.window.activeTextEditor;
		const { picture } = this;
		if (!picture || this.problem || editor?.document.uri.toString() !== this.source.toString()) {
			return; // The page keeps its mark while people are elsewhere.
		}
		await this.markPart(partAt(picture, editor.document.offsetAt(editor.selection.active))?.id);
	}

	private async markPart(id: string | undefined): Promise<void> {
		if (id !== this.marked) {
			this.marked = id;
			await this.panel.post({ type: 'mark', id });
		}
	}

	private async reveal(id: string): Promise<void> {
		const part = await this.partWith(id);
		if (part) {
			await this.revealAt(part.start);
		}
	}

	private async select(id: string): Promise<void> {
		if (id === this.marked) {
			return; // The cursor is in it already.
		}
		const part = await this.partWith(id);
		if (part && selectInEditor(this.source, part.start)) {
			await this.markPart(id);
		}
	}

	/** In the present text, even if that is broken. */
	private async partWith(id: string): Promise<FormPart | undefined> {
		const { connector } = await connectorOfPage(this.connector);
		return [this.pictureOf(connector), this.picture]
			.flatMap(picture => (picture ? [...partsOf(picture)] : []))
			.find(each => each.id === id);
	}

	private async editText({ key, locale, text, before }: LabelEdit): Promise<void> {
		try {
			await this.editor.edit(key, [[locale, before]], each => editsOfText(each, key, locale, text));
		} catch (error) {
			this.connector.surroundings.log(error);
			const message = sentenceOf(this.connector.surroundings, error);
			await this.panel.post({ type: 'refused', message, text });
		}
	}

	private revealAt(start: number): Promise<void> {
		return showInEditor(this.source, { start, end: start }, this.panel.column());
	}

	dispose(): void {
		this.sources?.dispose();
		this.store.dispose();
	}
}

const labels = 'iscConnectors.labels';

/** The locale of the labels in the editor, if they are shown. */
function chosenLocale(): string {
	return setting('labels.locale') || 'en';
}
