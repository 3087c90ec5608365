import * as vscode from 'vscode';
import { documentIcon } from '../../documents/documentIcon';
import { ConnectorPanel } from './connectorPanel';
import { FormPreview } from '../form/formPreview';
import type { FromFormPage, ToFormPage } from '../form/formMessages';
import type { PageFiles } from './pageFrame';
import { connectorName, type PageConnector, type PreviewSurroundings } from './previewSurroundings';
import type { FromTablePage, ToTablePage } from '../translations/tableMessages';
import { TranslationPreview } from '../translations/translationPreview';
import { completeStep } from '../../util/walkthroughSteps';
import { viewTypes, type ViewType } from './viewTypes';

const files: Record<ViewType, PageFiles> = {
	[viewTypes.form]: { script: 'formPreview', styles: ['page', 'formPreview'] },
	[viewTypes.translations]: { script: 'translationTable', styles: ['page', 'translationTable'] },
};

/** What is shown in a panel, whatever kind it is of. */
interface OpenPanel {
	readonly activeFolder: vscode.Uri | undefined;
	readonly content: object;
	reveal(preserveFocus: boolean): void;
	close(): void;
	dispose(): void;
}

/** The panels that show connectors: of each kind one for each connector. */
export class Previews implements vscode.Disposable {
	private readonly panels = new Map<string, OpenPanel>();

	constructor(
		private readonly surroundings: PreviewSurroundings,
		private readonly activeFolderChanged: () => void,
	) {}

	/** The folder of the connector in whose panel people are. */
	get activeFolder(): vscode.Uri | undefined {
		return [...this.panels.values()].find(({ activeFolder }) => activeFolder)?.activeFolder;
	}

	/** The form of the connector in a folder, if it is open. */
	formOf(folder: vscode.Uri | undefined): FormPreview | undefined {
		const content = folder && this.panels.get(keyOf(viewTypes.form, folder))?.content;
		return content instanceof FormPreview ? content : undefined;
	}

	/** Shows a connector in a panel of a kind: a form beside its text, a table as the editor that it is. */
	async show(type: ViewType, folder: vscode.Uri): Promise<void> {
		const isForm = type === viewTypes.form;
		const known = this.panels.get(keyOf(type, folder));
		if (known) {
			known.reveal(isForm);
			return;
		}
		const connector = await this.connector(folder);
		const panel = vscode.window.createWebviewPanel(
			type,
			await titleOf(type, connector),
			{ viewColumn: isForm ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preserveFocus: isForm },
			{ enableFindWidget: isForm },
		);
		this.fill(type, panel, connector);
		if (isForm) {
			completeStep('form');
		}
	}

	/** Fills a panel that VS Code has kept over a restart. */
	async restore(type: ViewType, panel: vscode.WebviewPanel, folder: vscode.Uri): Promise<void> {
		this.fill(type, panel, await this.connector(folder));
	}

	private async connector(folder: vscode.Uri): Promise<PageConnector> {
		const { tools } = await this.surroundings.language.load();
		return { folder, tools, surroundings: this.surroundings };
	}

	private fill(type: ViewType, panel: vscode.WebviewPanel, connector: PageConnector): void {
		const key = keyOf(type, connector.folder);
		panel.iconPath = documentIcon(type === viewTypes.form ? 'source-config' : 'translations/en');
		const filled = this.contentOf(type, panel, connector);
		this.panels.get(key)?.close();
		this.panels.set(key, filled);
		panel.onDidChangeViewState(this.activeFolderChanged);
		panel.onDidDispose(() => {
			if (this.panels.get(key) === filled) {
				this.panels.delete(key);
				this.activeFolderChanged();
			}
		});
	}

	private contentOf(type: ViewType, panel: vscode.WebviewPanel, connector: PageConnector): OpenPanel {
		switch (type) {
			case viewTypes.form:
				return new ConnectorPanel<ToFormPage, FromFormPage>(
					panel,
					connector,
					files[type],
					() => titleOf(type, connector),
					page => new FormPreview(connector, page),
				);
			case viewTypes.translations:
				return new ConnectorPanel<ToTablePage, FromTablePage>(
					panel,
					connector,
					files[type],
					() => titleOf(type, connector),
					page => new TranslationPreview(connector, page),
				);
		}
	}

	dispose(): void {
		this.panels.forEach(panel => panel.dispose());
	}
}

function keyOf(type: ViewType, folder: vscode.Uri): string {
	return `${type} ${folder.toString()}`;
}

async function titleOf(type: ViewType, connector: PageConnector): Promise<string> {
	const name = await connectorName(connector);
	return type === viewTypes.form
		? vscode.l10n.t('{0}: Form', name)
		: vscode.l10n.t('{0}: Translations', name);
}
